import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { RENEWAL_RULES } from "../../src/renew/rules.js";
import { PROGRAM } from "../project.js";

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const schema: Schema = JSON.parse(readFileSync(join(PROGRAM, "schemas/budget.schema.json"), "utf8"));

/** The paths of all values that hold no others, items of lists as *; of lists by measure, their own. */
function leaves({ properties, items }: Schema, path: readonly string[]): readonly string[] {
  if (!items && !properties) return [path.join("/")];
  return [
    ...(items ? leaves(items, [...path, "*"]) : []),
    ...Object.entries(properties ?? {}).flatMap(([key, part]) => leaves(part, [...path, key])),
  ];
}

describe("what becomes of every part of the data next year is decided", () => {
  const ruled = RENEWAL_RULES.flatMap(({ paths, treatment }) => (treatment === "ask again" ? [] : paths));

  test("for all parts, each once", () => {
    const rules = (leaf: string): number =>
      ruled.filter((path) => leaf === path || leaf.startsWith(`${path}/`)).length;
    expect(leaves(schema, []).filter((leaf) => rules(leaf) !== 1)).toEqual([]);
  });

  test("for none that there is not", () => {
    const known = leaves(schema, []);
    const needless = ruled.filter((path) => !known.some((leaf) => `${leaf}/`.startsWith(`${path}/`)));
    expect(needless).toEqual([]);
  });

  test("lists that may be empty are asked again, but for offices and listed codes", () => {
    const lists = Object.entries(schema.properties ?? {}).filter(([, part]) => part.items);
    const asked = RENEWAL_RULES.filter(({ treatment }) => treatment === "ask again").flatMap(
      ({ paths }) => paths,
    );
    // without 收入 nothing balances, 列示科目, 标准 and 已核对 are no facts of a year, and a department stays one
    expect(asked.toSorted()).toEqual(
      lists
        .map(([key]) => key)
        .filter((key) => !["汇总单位", "收入", "列示科目", "标准", "已核对"].includes(key))
        .sort(),
    );
  });

  test("each with a reason, in Chinese", () => {
    for (const { why } of RENEWAL_RULES) expect(why).toMatch(/\p{Script=Han}/u);
  });
});
