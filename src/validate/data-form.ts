import type { AskedFact } from "../model/pack/asked-fact.js";
import type { PackSources } from "../model/pack/pack.js";
import type { Source } from "../model/source.js";
import type { Schemas } from "../model/sources.js";
import { ANY_CODE, dataSchema, dataSchemaBefore } from "./budget/data-schema.js";
import { ASKS_NOTHING, askedIn } from "./pack/asked-facts.js";
import { keeping } from "./schema/kept.js";
import { schemaErrors } from "./schema/schema.js";

/** What the data of a format is held against, and the facts that the format asks, by which it is decoded. */
export interface DataForm {
  readonly schema: object;
  readonly asked: readonly AskedFact[];
}

interface DataForms {
  readonly year: DataForm;
  readonly before: DataForm;
}

const keepForms = keeping<DataForms>();

/** The form of the year's data, and of last year's; of a format whose file is wrong, nothing is known of its facts. */
export function dataForms(
  { pack: { pack } }: { readonly pack: Pick<PackSources, "pack"> },
  { budget, pack: schema }: Schemas,
): DataForms {
  return keepForms([pack, budget, schema], () => formsOf(pack, budget, schema));
}

function formsOf(pack: Source, budget: object, schema: object): DataForms {
  const isFit = schemaErrors(schema, pack.value).length === 0;
  // how it has projects' codes made up may be what could not be read
  const asked = isFit ? askedIn(pack) : { ...ASKS_NOTHING, projectCode: ANY_CODE };
  const before = { schema: dataSchemaBefore(budget, asked), asked: asked.facts };
  return { year: isFit ? { schema: dataSchema(budget, asked), asked: asked.facts } : before, before };
}
