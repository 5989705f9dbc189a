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
  if (items) return leaves(items, [...path, "*"]);
  if (!properties) return [path.join("/")];
  return Object.entries(properties).flatMap(([key, part]) => leaves(part, [...path, key]));
}

describe("每一处数据都定了下一年怎样", () => {
  const ruled = RENEWAL_RULES.flatMap(({ paths, treatment }) => (treatment === "ask again" ? [] : paths));

  test("一处不漏，一处一次", () => {
    const rules = (leaf: string): number =>
      ruled.filter((path) => leaf === path || leaf.startsWith(`${path}/`)).length;
    expect(leaves(schema, []).filter((leaf) => rules(leaf) !== 1)).toEqual([]);
  });

  test("没有的不定", () => {
    const known = leaves(schema, []);
    const needless = ruled.filter((path) => !known.some((leaf) => `${leaf}/`.startsWith(`${path}/`)));
    expect(needless).toEqual([]);
  });

  test("可以空着的清单，除了机构和列示科目，都要再问", () => {
    const lists = Object.entries(schema.properties ?? {}).filter(([, part]) => part.items);
    const asked = RENEWAL_RULES.filter(({ treatment }) => treatment === "ask again").flatMap(
      ({ paths }) => paths,
    );
    // 收入 has at least one line, 列示科目 are no facts of a year, and a department stays one
    expect(asked.toSorted()).toEqual(
      lists
        .map(([key]) => key)
        .filter((key) => !["汇总单位", "收入", "列示科目"].includes(key))
        .sort(),
    );
  });

  test("各有理由，用中文", () => {
    for (const { why } of RENEWAL_RULES) expect(why).toMatch(/\p{Script=Han}/u);
  });
});
