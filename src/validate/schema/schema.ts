import type { ErrorObject, ValidateFunction } from "ajv";
import type { Code } from "../../diagnostic/diagnostic-codes.js";
import { validatorOf } from "./validators.js";

/** A JSON Schema as far as the messages look into it. */
export interface SchemaPart {
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly required?: readonly string[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly uniqueItems?: boolean;
  readonly additionalProperties?: SchemaPart | boolean;
  readonly propertyNames?: { readonly pattern?: string; readonly patternErrorMessage?: string };
  readonly items?: SchemaPart;
  readonly $ref?: string;
  readonly allOf?: readonly SchemaPart[];
  readonly anyOf?: readonly SchemaPart[];
  readonly if?: SchemaPart;
  readonly then?: SchemaPart;
  readonly else?: SchemaPart;
  readonly $defs?: Readonly<Record<string, SchemaPart>>;
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  readonly "x-错误"?: string;
  readonly "x-金额"?: boolean;
  /** keys that are looked for here, and why there are none */
  readonly "x-没有"?: Readonly<Record<string, string>>;
}

/** The codes under which faults in the shape of a file are reported. */
export type ShapeCodes = Readonly<
  Record<"missing" | "unknown" | "type" | "value" | "amount" | "repeated", Code>
>;

const known = new WeakMap<object, ValidateFunction>();

/** All the errors of `value` against `schema`, in the order that ajv finds them. */
export function schemaErrors(schema: object, value: unknown): readonly ErrorObject[] {
  const validate = known.get(schema) ?? validatorOf(schema);
  known.set(schema, validate);
  return validate(value) ? [] : withoutBranches(validate.errors ?? []);
}

/**
 * A choice with words of its own stands for its branches; of one without, the branch that fits best speaks. ajv tells of
 * a choice right behind the errors of its branches.
 */
function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const kept: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword === "if" || error.keyword === "propertyNames") continue;
    if (isChoice(error)) kept.push(...spokenOf(error, takenBranches(error, kept)));
    else kept.push(error);
  }
  return kept;
}

function isChoice(error: ErrorObject): boolean {
  return error.keyword === "anyOf" || error.keyword === "oneOf";
}

/** The errors of each branch of the choice, taken from the end of those before it. */
function takenBranches(choice: ErrorObject, before: ErrorObject[]): readonly (readonly ErrorObject[])[] {
  const prefixes = (choice.schema as readonly { readonly $ref?: string }[]).map(
    ({ $ref }, index) => `${$ref ?? `${choice.schemaPath}/${index}`}/`,
  );
  const start = before.findLastIndex((error) => !prefixes.some((prefix) => isWithin(error, choice, prefix)));
  const own = before.splice(start + 1);
  return prefixes.map((prefix) => own.filter((error) => isWithin(error, choice, prefix)));
}

function isWithin(error: ErrorObject, choice: ErrorObject, prefix: string): boolean {
  return error.schemaPath.startsWith(prefix) && error.instancePath.startsWith(choice.instancePath);
}

function spokenOf(
  choice: ErrorObject,
  branches: readonly (readonly ErrorObject[])[],
): readonly ErrorObject[] {
  const worded = (choice.parentSchema as SchemaPart | undefined)?.["x-错误"];
  const failing = branches.filter((branch) => branch.length > 0);
  const best = worded ? [] : (failing.toSorted((a, b) => misfit(choice, a) - misfit(choice, b))[0] ?? []);
  return best.length === 0 ? [choice] : best;
}

/** A branch whose type or distinguishing word is not the value's is not the one that was meant. */
function misfit({ instancePath }: ErrorObject, errors: readonly ErrorObject[]): number {
  const isOther = (each: ErrorObject): boolean =>
    /^(type|const)$/.test(each.keyword) || (each.keyword === "enum" && each.instancePath === instancePath);
  return errors.reduce((sum, each) => sum + (isOther(each) ? 10 : 1), 0);
}
