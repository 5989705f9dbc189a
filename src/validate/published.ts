import { refuseOnError } from "../diagnostic/refusal.js";
import type { AskedFact } from "../model/pack/asked-fact.js";
import type { Source } from "../model/source.js";
import type { Schemas, Sources, YearSources } from "../model/sources.js";
import { decodeCodeLists } from "./budget/code-lists.js";
import { together } from "./budget/consolidation.js";
import { decodeBudget } from "./budget/decode.js";
import { withNames } from "./budget/named-codes.js";
import { dataForms } from "./data-form.js";
import { type Disclosure, ofPresent, type YearBudget } from "./disclosure.js";
import { decodePack, packFilesWithSchemas, packProblems } from "./pack/pack.js";
import { isUnknown, unknownOf } from "./schema/keys.js";
import { pathOf } from "./schema/path.js";
import { schemaErrors } from "./schema/schema.js";
import { checkShape } from "./schema/shape.js";

/** What was published, and what of its files nobody knows any more: each “file 的 key”. */
export interface PublishedDisclosure extends Disclosure {
  readonly unknown: readonly string[];
}

/**
 * What was published, as its files say it. The program of then has let them through; what this one would say against
 * them is no matter, as long as they are understood: keys that it does not know are passed over. Throws a Refusal where
 * something is missing, or is written in a way that would have to be guessed at.
 */
export function validatePublished(sources: Sources, schemas: Schemas): PublishedDisclosure {
  const { data, lastYear, pack } = sources;
  refuseOnError(sources.problems);
  const files = filesOf(sources, schemas);
  refuseOnError(files.flatMap(([source, schema]) => checkShape(source, schema, { published: true })));
  const { asked } = dataForms(sources, schemas).year;
  const year = decodeYear(data, asked);
  refuseOnError(packProblems(pack, year.codes, true));
  return {
    year,
    lastYear: lastYear && ofPresent(decodeYear(lastYear, asked), year.budget),
    pack: decodePack(pack),
    found: [],
    unknown: files.flatMap(([source, schema]) => unknownKeys(source, schema)),
  };
}

function filesOf(
  { data, lastYear, pack }: Sources,
  schemas: Schemas,
): readonly (readonly [Source, object])[] {
  const forms = dataForms({ pack }, schemas);
  const years = [
    { form: forms.year, sources: data },
    ...(lastYear ? [{ form: forms.before, sources: lastYear }] : []),
  ].flatMap(({ form, sources: { own, units, codes } }) => {
    const { correspondence, bureau, ...lists } = codes;
    return [
      ...[own, ...units].map((source) => [source, form.schema] as const),
      ...Object.values(lists).map((source) => [source, schemas.codeList] as const),
      [correspondence, schemas.correspondence] as const,
      ...(bureau ? [[bureau, schemas.bureauCodes] as const] : []),
    ];
  });
  return [...years, ...packFilesWithSchemas(pack, schemas)];
}

function decodeYear({ own, units, codes: lists }: YearSources, asked: readonly AskedFact[]): YearBudget {
  const codes = withNames(decodeCodeLists(lists), [own, ...units]);
  const [budget, ...others] = [own, ...units].map((source) => decodeBudget(source, codes, asked));
  if (!budget) throw new Error("a disclosure without data");
  return { budget: together(budget, others), codes };
}

function unknownKeys({ file, value }: Source, schema: object): readonly string[] {
  return schemaErrors(schema, value)
    .filter(isUnknown)
    .map((error) => `${file} 的“${[...pathOf(error), unknownOf(error)].join("/")}”`);
}
