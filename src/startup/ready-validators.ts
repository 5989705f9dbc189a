import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Ajv2020, ValidateFunction } from "ajv/dist/2020.js";
import { appendErrors, createAjv, fingerprint } from "../validate/schema/validators.js";

/** What `npm run prepare` has made of the schemas, so that nothing need be compiled for a build. */
export const READY_VALIDATORS = fileURLToPath(new URL("./ready-validators.cjs", import.meta.url));

type Validators = Readonly<Record<string, ValidateFunction>>;

let validators: Validators | undefined;

/** The validator of a schema that is ready. */
export function readyValidator(schema: object): ValidateFunction | undefined {
  validators ??= readValidators();
  return validators[fingerprint(schema)];
}

/** By `require`, so that they become part of the program in one file. */
function readValidators(): Validators {
  return existsSync(READY_VALIDATORS) ? createRequire(import.meta.url)("./ready-validators.cjs") : {};
}

/** The content of the file that makes the validators of `schemas` ready: those that ajv would make of them. */
export function validatorsOf(schemas: readonly object[]): string {
  const ajv = createAjv();
  const names = schemas.map((schema) => [fingerprint(schema), fingerprint(schema)] as const);
  for (const schema of schemas) ajv.addSchema(schema, fingerprint(schema));
  const write: (from: Ajv2020, names: Readonly<Record<string, string>>) => string = createRequire(
    import.meta.url,
  )("ajv/dist/standalone").default;
  return appendErrors(write(ajv, Object.fromEntries(names)));
}
