import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { PROGRAM } from "../project.js";
import { declarations, type Scalars, type Schema } from "./type-text.js";

// What the schemas accept is what the program takes it to be: types are made of the schemas, and the compiler says where
// they are not those of the source. A key that only one of them has, a word that only one list has, fails here.

interface Agreement {
  readonly schema: string;
  /** the type in the source, and the module that it is from */
  readonly type: string;
  readonly from: string;
  readonly name: string;
  readonly scalars?: Scalars;
}

const AGREEMENTS: readonly Agreement[] = [
  { schema: "budget", name: "WrittenBudget", type: "WrittenBudget", from: "validate/budget/written" },
  { schema: "pack", name: "WrittenPack", type: "WrittenPack", from: "validate/pack/pack" },
  {
    schema: "measures",
    name: "WrittenMeasure",
    type: "Readonly<Record<string, WrittenMeasure>>",
    from: "validate/pack/measures",
  },
  { schema: "table", name: "TableFile", type: "TableFile", from: "model/pack/table-spec" },
  {
    schema: "detail-lists",
    name: "WrittenDetailWords",
    type: "WrittenDetailWords",
    from: "import/detail/words",
  },
  { schema: "terms", name: "TermFile", type: "readonly TermFile[]", from: "model/pack/pack" },
  {
    schema: "code-list",
    name: "WrittenCodeList",
    type: "WrittenCodeList",
    from: "validate/budget/code-lists",
  },
  {
    schema: "correspondence",
    name: "WrittenCorrespondence",
    type: "WrittenCorrespondence",
    from: "validate/budget/code-lists",
  },
  {
    schema: "bureau-codes",
    name: "WrittenBureauCodes",
    type: "WrittenBureauCodes",
    from: "validate/budget/code-lists",
  },
  { schema: "record", name: "WrittenRecord", type: "WrittenRecord", from: "record/record", scalars: "json" },
];

/** Where two types are not the same, each by the way to it: /style/body/size. */
const PARTED = `
type Flat<T> = T extends string | number | undefined ? T : { [K in keyof T]: Flat<T[K]> };
type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;
type Keys<T> = T extends object ? keyof T & string : never;
type At<T, K extends string> = T extends { readonly [Each in K]?: infer V } ? Exclude<V, undefined> : never;
type Parted<A, B, Way extends string> = Same<A, B> extends true ? never
  : [A, B] extends [readonly (infer I)[], readonly (infer J)[]] ? Parted<I, J, \`\${Way}/*\`>
  : [A, B] extends [object, object] ? PartedKeys<A, B, Keys<A> | Keys<B>, Way>
  : Way;
type PartedKeys<A, B, K extends string, Way extends string> = K extends string
  ? K extends Keys<A> & Keys<B> ? Parted<At<A, K>, At<B, K>, \`\${Way}/\${K}\`> : \`\${Way}/\${K}\`
  : never;
type Difference<Name extends string, A, B> = Same<A, B> extends true ? never
  : [Parted<A, B, Name>] extends [never] ? \`\${Name}: what may be left out\` : Parted<A, B, Name>;
`;

const folder = mkdtempSync(join(tmpdir(), "schemas-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function schemaOf({ schema }: Agreement): Schema {
  return JSON.parse(readFileSync(join(PROGRAM, `schemas/${schema}.schema.json`), "utf8"));
}

/** What the compiler finds parted, by the names of the types; schemas as they are, or as `change` makes them. */
function parted(change: (schema: Schema, name: string) => Schema): readonly string[] {
  const claims = AGREEMENTS.map((each) => {
    const { schema, name, type, from, scalars = "text" } = each;
    return [
      `import type { ${name} } from ${JSON.stringify(join(PROGRAM, `src/${from}.js`))};`,
      declarations(`Schema${name}`, change(schemaOf(each), schema), scalars),
      `type Difference${name} = Difference<"${schema}", Flat<${type}>, Flat<Schema${name}>>;`,
      `export const ${name}Parted: [Difference${name}] extends [never] ? 0 : Difference${name} = 0;`,
    ].join("\n");
  });
  writeFileSync(join(folder, "agreement.mts"), [PARTED, ...claims].join("\n"));
  const types = { typeRoots: [join(PROGRAM, "node_modules/@types")], noUnusedLocals: false };
  const compilerOptions = { ...types, noEmit: true, rootDir: "/" };
  const config = {
    extends: join(PROGRAM, "tsconfig.json"),
    compilerOptions,
    files: ["agreement.mts"],
    include: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const compiler = join(PROGRAM, "node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => /error TS\d+: (.*)/.exec(line)?.[1] ?? []);
}

/** What is said of a difference at the way to it. */
const differs = (way: string) => `Type '0' is not assignable to type '"${way}"'.`;

test("the types of the program say what the schemas say", () => {
  expect(parted((schema) => schema)).toEqual([]);
});

/** A copy of a schema in which the parts that hold a key are changed. */
function changed(schema: Schema, key: string, change: (part: Schema) => Schema): Schema {
  const copy = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(copy);
    const part = Object.fromEntries(
      Object.entries(value).map(([each, below]) => [each, copy(below)]),
    ) as Schema;
    return part.properties && Object.hasOwn(part.properties, key) ? change(part) : part;
  };
  return copy(schema) as Schema;
}

const withKey = (part: Schema): Schema => ({
  ...part,
  properties: { ...part.properties, 新键: { type: "string" } },
});
const withoutKey = (part: Schema, key: string): Schema => {
  const { [key]: _gone, ...properties } = part.properties ?? {};
  return { ...part, properties, required: (part.required ?? []).filter((each) => each !== key) };
};
const withWord = (part: Schema, key: string): Schema => {
  const before = part.properties?.[key] ?? {};
  return {
    ...part,
    properties: { ...part.properties, [key]: { ...before, enum: [...(before.enum ?? []), "新词"] } },
  };
};

test("a key or a word that a schema has more or less, or no longer requires, is told with its place", () => {
  const differences = parted((schema, name) => {
    switch (name) {
      case "budget":
        return changed(schema, "性质", withKey);
      case "pack":
        return changed(schema, "charactersPerLine", (part) => withoutKey(part, "charactersPerLine"));
      case "measures":
        return changed(schema, "count", (part) => withWord(part, "count"));
      case "terms":
        return changed(schema, "says", (part) => ({ ...part, required: ["term"] }));
      case "record":
        return changed(schema, "pages", (part) => ({
          ...part,
          properties: { ...part.properties, pages: { type: "string" } },
        }));
      default:
        return schema;
    }
  });
  expect(differences).toEqual([
    differs("budget/单位/新键"),
    differs("pack/style/body/charactersPerLine"),
    expect.stringContaining("measures"),
    differs("terms: what may be left out"),
    differs("record/pdf/pages"),
  ]);
});
