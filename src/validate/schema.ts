import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";

/** A JSON Schema as far as the messages look into it. */
export interface SchemaPart {
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly additionalProperties?: SchemaPart | boolean;
  readonly items?: SchemaPart;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaPart>>;
  readonly patternErrorMessage?: string;
  readonly "x-错误"?: string;
  readonly "x-金额"?: boolean;
}

const compiled = new WeakMap<object, ValidateFunction>();

/** All the errors of `value` against `schema`, in the order that ajv finds them. A schema is compiled once. */
export function schemaErrors(schema: object, value: unknown): readonly ErrorObject[] {
  const validate = compiled.get(schema) ?? compile(schema);
  compiled.set(schema, validate);
  return validate(value) ? [] : withoutBranches(validate.errors ?? []);
}

/**
 * Not strict, because ajv takes no annotations with Chinese names. The other options make compiling three times as fast:
 * a schema is used for one or two small files, so its code need not be. The schemas themselves are checked by a test.
 */
const ajv = new Ajv2020({
  allErrors: true,
  verbose: true,
  strict: false,
  validateSchema: false,
  addUsedSchema: false,
  inlineRefs: false,
  code: { optimize: false },
});

function compile(schema: object): ValidateFunction {
  return ajv.compile(schema);
}

/** A choice with words of its own stands for its branches; of one without, the branch that fits best speaks. */
function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  let kept: readonly ErrorObject[] = errors.filter(
    (each) => each.keyword !== "if" && each.keyword !== "propertyNames",
  );
  for (const choice of kept.filter(isChoice)) kept = withoutBranchesOf(choice, kept);
  return kept;
}

function isChoice(error: ErrorObject): boolean {
  return error.keyword === "anyOf" || error.keyword === "oneOf";
}

function withoutBranchesOf(choice: ErrorObject, errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const branches = (choice.schema as readonly { readonly $ref?: string }[]).map((branch, index) => {
    const prefix = branch.$ref ?? `${choice.schemaPath}/${index}`;
    return errors.filter((each) => each !== choice && isWithin(each, choice, prefix));
  });
  const worded = (choice.parentSchema as SchemaPart | undefined)?.["x-错误"];
  const failing = branches.filter((branch) => branch.length > 0);
  const best = worded ? [] : (failing.toSorted((a, b) => misfit(a) - misfit(b))[0] ?? []);
  const dropped = new Set(branches.flat().filter((each) => !best.includes(each)));
  return errors.filter((each) => !dropped.has(each) && (each !== choice || best.length === 0));
}

function isWithin(error: ErrorObject, choice: ErrorObject, prefix: string): boolean {
  return error.schemaPath.startsWith(`${prefix}/`) && error.instancePath.startsWith(choice.instancePath);
}

/** A branch whose type or distinguishing word is not the value's is not the one that was meant. */
function misfit(errors: readonly ErrorObject[]): number {
  return errors.reduce((sum, each) => sum + (/^(type|const|enum)$/.test(each.keyword) ? 10 : 1), 0);
}
