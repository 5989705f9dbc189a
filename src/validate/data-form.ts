import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { isGap } from "../model/gap.js";
import type { AskedFact } from "../model/pack/asked-fact.js";
import type { PackSources } from "../model/pack/pack.js";
import { type Path, type Plain, type Source, textAt, valueAt } from "../model/source.js";
import type { Schemas } from "../model/sources.js";
import { ANY_CODE, askingSchema, dataSchema, dataSchemaBefore } from "./budget/data-schema.js";
import { withFunctions, withGaps } from "./budget/gaps-to-fill.js";
import { ASKS_NOTHING, askedIn } from "./pack/asked-facts.js";
import { exampleAt, explanationAt } from "./schema/guide.js";
import { keeping } from "./schema/kept.js";
import { type SchemaPart, schemaErrors } from "./schema/schema.js";
import { checkShape } from "./schema/shape.js";

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

/** What a new data file of a format is to say. */
export interface NewData {
  /** what is given, and gaps for all else that the format asks */
  readonly value: Plain;
  /** what is asked for at a path, in the officer's words */
  says(path: Path): string | undefined;
  /** whether the format asks what every format does, and nothing else */
  readonly isUsual: boolean;
}

/** The data that a unit begins with of which only so much is known; `pack` is the format's file, of the right shape. */
export function newData(pack: Source, { budget }: Schemas, given: Plain): NewData {
  const asked = askedIn(pack);
  const schema = askingSchema(budget, asked, textAt(given, ["单位", "性质"]));
  const value = withGaps(schema, withFunctions(schema, given));
  const example = (path: Path) => (isGap(valueAt(value, path)) ? exampleAt(schema, path) : undefined);
  return {
    value,
    says(path) {
      const [words, written] = [explanationAt(schema, path), example(path)];
      return written === undefined ? words : `${words ?? ""}有的，一笔一行，如 ${written}。`;
    },
    isUsual: dataSchema(budget, asked) === budget,
  };
}

/** What is wrong with the words that a data file is to begin with: which year and which unit it is of. */
export function headProblems(head: Source, { budget }: Schemas): readonly Diagnostic[] {
  const { $defs = {}, properties: { 年度: year, 单位: unit } = {} }: SchemaPart = budget;
  const part: SchemaPart = {
    ...{ $defs, type: "object" },
    properties: { ...(year && { 年度: year }), ...(unit && { 单位: { ...unit, required: [] } }) },
  };
  return checkShape(head, part);
}
