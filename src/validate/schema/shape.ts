import type { ErrorObject } from "ajv";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { firstOfEach } from "../../model/groups.js";
import type { Path, Source } from "../../model/source.js";
import { withoutGaps } from "./gaps.js";
import { isMissing, isUnknown, keyProblems } from "./keys.js";
import { mixedLists } from "./list-marks.js";
import { lostIndents } from "./lost-indent.js";
import { lostKeys } from "./lost-keys.js";
import { type SchemaPart, type ShapeCodes, schemaErrors } from "./schema.js";
import { valueProblem } from "./value.js";

/** Those of the officer's data. */
const DATA_CODES: ShapeCodes = {
  missing: "数据/缺少",
  unknown: "数据/多余",
  type: "数据/类型",
  value: "数据/取值",
  amount: "数据/金额",
  repeated: "数据/重复",
};

/** How a file is held against its schema. */
export interface Strictness {
  readonly codes?: ShapeCodes;
  /** what stands there is no fault */
  readonly gaps?: readonly Path[];
  /** whether it was published, so that it need only be understood */
  readonly published?: boolean;
}

/** What is against these can be understood all the same: more may have been written once, or otherwise. */
const UNDERSTOOD = /^(?:(?:additional|unevaluated)Properties|uniqueItems|m(?:in|ax)(?:Length|Items|imum))$/;

/** Also a text of another pattern, but not an amount or another number that is none. */
function isUnderstood({ keyword, parentSchema, data }: ErrorObject): boolean {
  if (keyword !== "pattern") return UNDERSTOOD.test(keyword);
  const { type, "x-金额": amount } = parentSchema as SchemaPart & {
    readonly type?: string | readonly string[];
  };
  return (
    !amount &&
    (![type].flat().some((each) => each === "number" || each === "integer") || Number.isFinite(Number(data)))
  );
}

/** More than a person will read: a file that has them is no file for this schema. */
const MOST = 500;

/**
 * All the faults of `source` against a JSON Schema (2020-12), each at its place, in the words of the schema's own
 * titles and descriptions. A pattern is explained by its `patternErrorMessage`, anything by its `x-错误`; what has
 * `x-金额` is an amount and is explained as one.
 */
export function checkShape(
  source: Source,
  schema: object,
  { codes = DATA_CODES, gaps = [], published = false }: Strictness = {},
): readonly Diagnostic[] {
  const all = withoutGaps(schemaErrors(schema, source.value), gaps);
  const lost = [
    ...lostKeys(source, schema, codes),
    ...lostIndents(source, schema, all, codes),
    ...(published ? [] : mixedLists(source, all, codes)),
  ];
  const found = all.filter((error) => !lost.some(({ causes }) => causes(error)));
  const faults = published ? found.filter((error) => !isUnderstood(error)) : found;
  const errors = firstOfEachValue(faults).slice(0, MOST);
  const values = errors.filter((error) => !isMissing(error) && !isUnknown(error));
  return [
    ...lost.map(({ problem }) => problem),
    ...keyProblems(source, schema, errors, codes),
    ...values.map((error) => valueProblem(source, schema, error, codes)),
  ];
}

/** Of several faults of one value the first is enough: the others follow from it. Keys are faults one by one. */
export function firstOfEachValue(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  return firstOfEach(errors, (error) => {
    const key = isMissing(error) || isUnknown(error) ? JSON.stringify(error.params) : "";
    return [error.instancePath, error.propertyName ?? "", key].join("\n");
  });
}
