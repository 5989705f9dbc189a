import { describe, expect, test } from "@jest/globals";
import type { CodeLists } from "../../src/model/budget.js";
import type { Path, Plain, Source } from "../../src/model/source.js";
import { readSchemas, readSources } from "../../src/project/sources.js";
import { decodeCodeLists, validateCodeLists } from "../../src/validate/budget/code-lists.js";
import { decodeBudget } from "../../src/validate/budget/decode.js";
import { withNames } from "../../src/validate/budget/named-codes.js";
import { decodeMeasures } from "../../src/validate/pack/measures.js";
import { decodePack } from "../../src/validate/pack/pack.js";
import { PROGRAM } from "../project.js";
import type { Schema } from "./type-text.js";

// Whatever a schema lets an officer write is read: a key that nobody reads would be lost without a word.

const schemas = readSchemas(PROGRAM);
const { data, pack } = readSources(PROGRAM, PROGRAM, {
  file: "data/403008/2023.yaml",
  unit: "403008",
  year: 2023,
});
const codes: CodeLists = validateCodeLists(data.codes, schemas);

/** A value with everything in it that a schema names. */
function example(schema: Schema, root = schema): unknown {
  const of = (part: Schema): unknown => example(part, root);
  if (schema.$ref !== undefined) return of(root.$defs?.[schema.$ref.replace("#/$defs/", "")] ?? {});
  if (schema.enum) return schema.enum[0];
  if (schema.items) return [of(schema.items)];
  const { properties, additionalProperties } = schema;
  if (properties) return Object.fromEntries(Object.entries(properties).map(([key, part]) => [key, of(part)]));
  return typeof additionalProperties === "object" ? { 某: of(additionalProperties) } : "1";
}

/** The ways to all keys that a schema names, `*` for every item and every key that it does not name. */
function waysIn(schema: Schema, root = schema, way = ""): readonly string[] {
  const within = (part: Schema, key: string): readonly string[] => [
    `${way}/${key}`,
    ...waysIn(part, root, `${way}/${key}`),
  ];
  if (schema.$ref !== undefined)
    return waysIn(root.$defs?.[schema.$ref.replace("#/$defs/", "")] ?? {}, root, way);
  const { properties = {}, items, additionalProperties } = schema;
  return [
    ...Object.entries(properties).flatMap(([key, part]) => within(part, key)),
    ...(items ? within(items, "*") : []),
    ...(typeof additionalProperties === "object" ? within(additionalProperties, "*") : []),
  ];
}

/** A value that notes the ways to all that is read of it. */
function watched(value: unknown, named: ReadonlySet<string>, read: Set<string>, way = ""): unknown {
  if (typeof value !== "object" || value === null) return value;
  return new Proxy(value, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      if (typeof key === "symbol" || typeof found === "function" || key === "length") return found;
      const below = named.has(`${way}/${key}`) ? `${way}/${key}` : `${way}/*`;
      read.add(below);
      return watched(found, named, read, below);
    },
  });
}

/** What is read of a schema's example that it does not name, and what it names that is not read. */
function unread(
  schema: object,
  sample: Source,
  decode: (source: Source) => unknown,
  examples: readonly unknown[] = [example(schema as Schema)],
) {
  const all = waysIn(schema as Schema);
  // a list of words is handed on whole
  const ways = all.filter((way) => !way.endsWith("/*") || all.some((each) => each.startsWith(`${way}/`)));
  const read = new Set<string>();
  for (const each of examples) {
    const value = watched(each, new Set(all), read) as Plain;
    const nowhere = () => sample.at(0, 1);
    const written = (path: Path) => {
      const text = path.reduce<unknown>((part, step) => Reflect.get(Object(part), step), value);
      return { text: String(text), at: nowhere };
    };
    decode({ ...sample, value, written, placeOf: nowhere, placeOfKey: nowhere });
  }
  return {
    unread: ways.filter((way) => !read.has(way)),
    unnamed: [...read].filter((way) => !all.includes(way)),
  };
}

const NOTHING = { unread: [], unnamed: [] };

describe("every key of a schema is read, and every key that is read is in the schema", () => {
  test("of the data", () => {
    const whole = example(schemas.budget as Schema) as Readonly<Record<string, object>>;
    // what stands in place of other things
    const otherwise = {
      ...whole,
      单位: { ...whole.单位, 内设机构: { 不公开: "1" } },
      项目: [{ ...Object.values(whole.项目 ?? {})[0], 绩效目标: { 未编制: "1" } }],
    };
    expect(
      unread(
        schemas.budget,
        data.own,
        (source) => [decodeBudget(source, codes), withNames(codes, [source])],
        [whole, otherwise],
      ),
    ).toEqual(NOTHING);
  });

  test("of the measures", () => {
    const { 某: all } = example(schemas.measures as Schema) as { readonly 某: object };
    const kinds = ["constant", "total", "count", "account"].map((_, index, keys) => {
      const others = keys.slice(0, index);
      return { 某: Object.fromEntries(Object.entries(all).filter(([key]) => !others.includes(key))) };
    });
    // conditions are handed on whole
    const left = { unread: ["/*/where/*"], unnamed: [] };
    expect(unread(schemas.measures, pack.measures, decodeMeasures, kinds)).toEqual(left);
  });

  test("of the first level of a pack, the rest of which compose is given whole", () => {
    const found = unread(schemas.pack, pack.pack, (source) => decodePack({ ...pack, pack: source }));
    expect(found.unread.filter((way) => !/\/.*\//.test(way))).toEqual([]);
    expect(found.unnamed).toEqual([]);
  });

  test("of the code lists", () => {
    const lists = (functional: Source) => decodeCodeLists({ ...data.codes, functional });
    const { unread: left, unnamed } = unread(schemas.codeList, data.codes.functional, lists);
    expect({ unread: left, unnamed }).toEqual(NOTHING);
  });

  test("of the correspondence of economic codes", () => {
    const lists = (correspondence: Source) => decodeCodeLists({ ...data.codes, correspondence });
    const { unread: left, unnamed } = unread(schemas.correspondence, data.codes.correspondence, lists);
    expect(left).toEqual(["/行政/*/来源", "/事业/*/来源"]);
    expect(unnamed).toEqual([]);
  });
});
