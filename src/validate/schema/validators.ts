import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import type { CodeKeywordDefinition } from "ajv";
import type { Ajv2020, ValidateFunction } from "ajv/dist/2020.js";
import type { _Code as Code, _ as Template } from "ajv/dist/compile/codegen/code.js";

type KnownValidators = (schema: object) => ValidateFunction | undefined;

/** One for the process: it saves compiling, and no answer depends on it. */
let known: KnownValidators = () => undefined;

/** Has validators taken from `validators`, which have those of some schemas, instead of compiling them. */
export function provideValidators(validators: KnownValidators): void {
  known = validators;
}

/** What tells all errors of a value against `schema`. */
export function validatorOf(schema: object): ValidateFunction {
  return known(schema) ?? createAjv().compile(schema);
}

/** The name of a schema's validator: another for any other content. */
export function fingerprint(schema: object): string {
  return `v${createHash("sha256").update(JSON.stringify(schema)).digest("hex")}`;
}

/**
 * Not strict, because ajv takes no annotations with Chinese names. The other options make compiling three times as fast:
 * a schema is used for one or two small files, so its code need not be. The schemas themselves are checked by a test.
 */
export function createAjv(): Ajv2020 {
  const { Ajv2020: Ajv }: { Ajv2020: typeof Ajv2020 } = createRequire(import.meta.url)("ajv/dist/2020.js");
  const writing: CodeWriting = createRequire(import.meta.url)("ajv/dist/compile/codegen/code.js");
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: false,
    validateSchema: false,
    addUsedSchema: false,
    inlineRefs: false,
    code: { source: true, optimize: false, process: appendErrors },
  });
  ajv.removeKeyword("uniqueItems").addKeyword(uniqueItems(writing));
  return ajv;
}

/** ajv copies all errors found so far for each new one behind a `$ref`: thousands of faults would take minutes. */
export function appendErrors(code: string): string {
  const append = "$1.errors.reduce((all, each) => (all.push(each), all), vErrors)";
  return code.replace(/vErrors\.concat\((\w+)\.errors\)/g, append);
}

/**
 * The index of the first item that is written as one before it, and the index of that one. It stands by itself: its text
 * becomes part of the validators that are made beforehand.
 */
function firstRepeated(items: readonly unknown[]): { readonly i: number; readonly j: number } | undefined {
  const firsts = new Map<string, number>();
  for (const [i, item] of items.entries()) {
    const text = JSON.stringify(item);
    const j = firsts.get(text);
    if (j !== undefined) return { i, j };
    firsts.set(text, i);
  }
  return undefined;
}

/** What ajv writes its code with. */
interface CodeWriting {
  readonly _: typeof Template;
  readonly _Code: typeof Code;
}

/** `uniqueItems` in linear time: ajv compares every item with every other where it cannot tell that they are texts. */
function uniqueItems({ _, _Code }: CodeWriting): CodeKeywordDefinition {
  return {
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    code(context) {
      const { gen, data, schema } = context;
      if (schema !== true) return;
      const find = gen.scopeValue("func", { ref: firstRepeated, code: new _Code(firstRepeated.toString()) });
      const repeated = gen.const("repeated", _`${find}(${data})`);
      context.setParams({ repeated });
      context.fail(_`${repeated} !== undefined`);
    },
    error: { message: "must not repeat items", params: ({ params }) => _`${params.repeated}` },
  };
}
