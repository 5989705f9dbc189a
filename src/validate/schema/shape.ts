import type { ErrorObject } from "ajv";
import type { Code, Diagnostic } from "../../diagnostic.js";
import type { Path, Source } from "../../model/source.js";
import { withoutGaps } from "./gaps.js";
import { isMissing, isUnknown, keyProblems } from "./keys.js";
import { schemaErrors } from "./schema.js";
import { valueProblem } from "./value.js";

/** The codes under which faults in the shape of a file are reported. */
export interface ShapeCodes {
  readonly missing: Code;
  readonly unknown: Code;
  readonly type: Code;
  readonly value: Code;
  readonly amount: Code;
  readonly repeated: Code;
}

/** Those of the officer's data. */
export const DATA_CODES: ShapeCodes = {
  missing: "数据/缺少",
  unknown: "数据/多余",
  type: "数据/类型",
  value: "数据/取值",
  amount: "数据/金额",
  repeated: "数据/重复",
};

/** More than a person will read: a file that has them is no file for this schema. */
const MOST = 500;

/**
 * All the faults of `source` against a JSON Schema (2020-12), each at its place, in the words of the schema's own
 * titles and descriptions. A pattern is explained by its `patternErrorMessage`, anything by its `x-错误`; what has
 * `x-金额` is an amount and is explained as one. What stands at `gaps` is no fault here.
 */
export function checkShape(
  source: Source,
  schema: object,
  codes = DATA_CODES,
  gaps: readonly Path[] = [],
): readonly Diagnostic[] {
  const found = withoutGaps(schemaErrors(schema, source.value), gaps);
  const errors = firstOfEachValue(found).slice(0, MOST);
  const values = errors.filter((error) => !isMissing(error) && !isUnknown(error));
  return [
    ...keyProblems(source, schema, errors, codes),
    ...values.map((error) => valueProblem(source, schema, error, codes)),
  ];
}

/** Of several faults of one value the first is enough: the others follow from it. Keys are faults one by one. */
export function firstOfEachValue(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const seen = new Set<string>();
  return errors.filter((error) => {
    const key = isMissing(error) || isUnknown(error) ? JSON.stringify(error.params) : "";
    const identity = [error.instancePath, error.propertyName ?? "", key].join("\n");
    return !seen.has(identity) && seen.add(identity);
  });
}
