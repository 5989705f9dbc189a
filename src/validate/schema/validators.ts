import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Ajv2020, ValidateFunction } from "ajv/dist/2020.js";
import { type CodeWriting, uniqueItems } from "./unique-items.js";

/** Where `npm run prepare` puts the validators. */
export const READY_VALIDATORS = fileURLToPath(new URL("./ready-validators.cjs", import.meta.url));

type Validators = Readonly<Record<string, ValidateFunction>>;

/**
 * What `npm run prepare` has made of the schemas, so that nothing need be compiled for a build; none where the program
 * runs from its sources. A schema that was changed since is not among them.
 */
const ready = readyValidators();

function readyValidators(): Validators {
  try {
    return createRequire(import.meta.url)("./ready-validators.cjs");
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "MODULE_NOT_FOUND") return {};
    throw error;
  }
}

/** What tells all errors of a value against `schema`. */
export function validatorOf(schema: object): ValidateFunction {
  return ready[fingerprint(schema)] ?? createAjv().compile(schema);
}

/** The name of a schema's validator: another for any other content. */
export function fingerprint(schema: object): string {
  return `v${createHash("sha256").update(JSON.stringify(schema)).digest("hex")}`;
}

/**
 * The program text of the validators of `schemas`. They are those that ajv would make of them while the program runs.
 */
export function validatorsAsCode(schemas: readonly object[]): string {
  const ajv = createAjv();
  const names = schemas.map((schema) => [fingerprint(schema), fingerprint(schema)] as const);
  for (const schema of schemas) ajv.addSchema(schema, fingerprint(schema));
  const write: (from: Ajv2020, names: Readonly<Record<string, string>>) => string = createRequire(
    import.meta.url,
  )("ajv/dist/standalone").default;
  return appendErrors(write(ajv, Object.fromEntries(names)));
}

/**
 * Not strict, because ajv takes no annotations with Chinese names. The other options make compiling three times as fast:
 * a schema is used for one or two small files, so its code need not be. The schemas themselves are checked by a test.
 */
function createAjv(): Ajv2020 {
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
function appendErrors(code: string): string {
  const append = "$1.errors.reduce((all, each) => (all.push(each), all), vErrors)";
  return code.replace(/vErrors\.concat\((\w+)\.errors\)/g, append);
}
