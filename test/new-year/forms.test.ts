import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { parse, stringify } from "yaml";
import type { LocatedChange } from "../../src/renew/renewal.js";
import { PROGRAM } from "../project.js";
import { sampleOf } from "../sample.js";
import { renewed } from "./renewing.js";

const CORRECTION = "更正: { 公开日期: 2023-02-20, 更正日期: 2023-05-20, 原因: 录入时金额有误 }\n";
const sample = readFileSync(join(PROGRAM, "data/403008/2023.yaml"), "utf8") + CORRECTION;
const value = (text: string): unknown => parse(text, { schema: "failsafe" });
const plainKeys = { defaultKeyType: "PLAIN" } as const;

/** The sample in every way that YAML has of writing it. */
const FORMS: Readonly<Record<string, string>> = {
  "JSON，一行一个": JSON.stringify(value(sample), null, 1),
  "JSON，不换行": JSON.stringify(value(sample)),
  不用大括号: stringify(value(sample)),
  单引号: stringify(value(sample), { defaultStringType: "QUOTE_SINGLE", ...plainKeys }),
  双引号: stringify(value(sample), { defaultStringType: "QUOTE_DOUBLE", ...plainKeys }),
  "文字另起行（|）": stringify(value(sample), { defaultStringType: "BLOCK_LITERAL", ...plainKeys }),
  "文字另起行（>）": stringify(value(sample), { defaultStringType: "BLOCK_FOLDED", ...plainKeys }),
  问号起头的键: stringify(value(sample)).replace(/^(年度|上年|更正):/gm, "? $1\n:"),
};

/** JSON has none. */
function isOfComment(change: LocatedChange): boolean {
  return change.kind === "cleared" && change.why.includes("注释");
}

test.each(sampleOf(Object.entries(FORMS), 3))("%s: the data made is the same", async (_, text) => {
  const [usual, other] = [await renewed(sample), await renewed(text)];
  expect(value(other.after)).toEqual(value(usual.after));
  const kinds = (changes: typeof usual.renewal.changes): readonly string[] =>
    changes
      .filter((each) => each.where.section !== "注释" && !isOfComment(each))
      .map(({ kind, where }) => `${kind} ${where.whole}`);
  expect(kinds(other.renewal.changes).toSorted()).toEqual(kinds(usual.renewal.changes).toSorted());
});
