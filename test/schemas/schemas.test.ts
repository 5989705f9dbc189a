import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { OPTIONS } from "../../src/cli/commands.js";
import { readSchemas } from "../../src/project/sources.js";
import { PROGRAM } from "../project.js";

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
}

const FOLDER = join(PROGRAM, "schemas");
const names = readdirSync(FOLDER).filter((name) => name.endsWith(".schema.json"));
const load = (name: string): Schema => JSON.parse(readFileSync(join(FOLDER, name), "utf8"));

/** Every schema below and including `schema`, with its path. */
function* parts(schema: unknown, path: string): Iterable<readonly [string, Schema]> {
  if (typeof schema !== "object" || schema === null) return;
  yield [path, schema as Schema];
  for (const [key, each] of Object.entries(schema)) yield* parts(each, `${path}/${key}`);
}

describe.each(names)("%s", (name) => {
  test("is a valid JSON Schema", () => {
    expect(new Ajv2020({ strict: false }).validateSchema(load(name))).toBe(true);
  });

  test("explains every property in Chinese, for the editor to show", () => {
    const silent = [...parts(load(name), "")].flatMap(([path, schema]) =>
      Object.entries(schema.properties ?? {})
        .filter(([, each]) => !/\p{Script=Han}/u.test(each.title ?? each.description ?? "") && !each.$ref)
        .filter(([, each]) => !("const" in each))
        .map(([key]) => `${path}/${key}`),
    );
    expect(silent).toEqual([]);
  });
});

test("every YAML file of the officer and of the program names the schema that explains it", () => {
  const files = ["data", "templates", "schemas"].flatMap((folder) =>
    readdirSync(join(PROGRAM, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".yaml"))
      .map((file) => join(folder, file)),
  );
  const lost = files.filter((file) => {
    const [first = ""] = readFileSync(join(PROGRAM, file), "utf8").split("\n");
    const target = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1];
    return target === undefined || !existsSync(resolve(PROGRAM, dirname(file), target));
  });
  expect(lost.map((file) => relative(".", file))).toEqual([]);
  expect(files.length).toBeGreaterThan(15);
});

test("what a pack may be called is the same in data, in records and on the command line", () => {
  const patterns = [readSchemas(PROGRAM).budget, readSchemas(PROGRAM).record].map((schema) => {
    const { properties } = schema as { properties: Record<string, { pattern: string }> };
    return (properties.版式 ?? properties.pack)?.pattern;
  });
  expect(new Set([...patterns, String(OPTIONS.pack.pattern).slice(1, -2)])).toEqual(new Set([patterns[0]]));
});
