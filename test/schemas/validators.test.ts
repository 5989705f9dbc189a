import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { ValidateFunction } from "ajv";
import { readSchemas, readSources } from "../../src/project/sources.js";
import { createAjv, fingerprint } from "../../src/validate/schema/validators.js";
import { PROGRAM } from "../project.js";

/** Those that `npm run prepare` has made; from its sources the program compiles its own. */
const ready: Readonly<Record<string, ValidateFunction>> = createRequire(import.meta.url)(
  join(PROGRAM, "dist/startup/ready-validators.cjs"),
);

const schemas = readSchemas(PROGRAM);
const { data, pack } = readSources(PROGRAM, PROGRAM, {
  file: "data/403008/2023.yaml",
  unit: "403008",
  year: 2023,
});
const [table] = [...pack.tables.values()];

const samples = [
  ["budget", data.own.value],
  ["codeList", data.codes.functional.value],
  ["correspondence", data.codes.correspondence.value],
  ["pack", pack.pack.value],
  ["measures", pack.measures.value],
  ["table", table?.value],
  ["terms", pack.terms.value],
  ["record", {}],
] as const;

/** The value without a part, with a part twice, and with a part of another type, for every part of the first levels. */
function* spoiled(value: unknown, depth = 0): Iterable<unknown> {
  yield [];
  if (typeof value !== "object" || value === null || depth > 3) return;
  for (const [key, part] of Object.entries(value).slice(0, 12)) {
    if (Array.isArray(value)) {
      yield [...value, part];
      for (const each of spoiled(part, depth + 1)) yield value.with(Number(key), each);
    } else {
      yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
      yield { ...value, [`${key}x`]: part };
      for (const each of spoiled(part, depth + 1)) yield { ...value, [key]: each };
    }
  }
}

describe("validators that were compiled before are the same as those compiled now", () => {
  test.each(samples)("%s", (name, sample) => {
    const schema = schemas[name];
    const [prepared, compiled] = [ready[fingerprint(schema)], createAjv().compile(schema)];
    if (!prepared) throw new Error("npm run prepare has not been run since the schema was changed");
    const judgedBy = (validate: ValidateFunction, value: unknown) =>
      JSON.stringify([validate(value), validate.errors]);
    const values = [sample, ...spoiled(sample)];
    expect(values.filter((value) => judgedBy(prepared, value) !== judgedBy(compiled, value))).toEqual([]);
  });
});
