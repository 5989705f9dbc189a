import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { DATA, type Edit, PACK, printed, printedIn, projectWith } from "./format.js";

const TABLE = "templates/henan/tables/02-revenue.yaml";
const BY_FUNCTION: readonly Edit[] = [
  [
    TABLE,
    "  - { header: 部门（单位）代码, text: 单位.代码 }\n",
    "  - { header: 编码, text: 功能科目.代码 }\n",
  ],
  [
    TABLE,
    "  - { header: 部门（单位）名称, text: 单位.名称 }\n",
    "  - { header: 科目, text: 功能科目.名称 }\n",
  ],
  [TABLE, "text: { 单位.名称: 合计 }", "text: { 功能科目.名称: 合计 }"],
  [TABLE, "by: [单位]", "by: [功能科目]"],
];
const ASKING: Edit = [PACK, "facts:", "asks: [收入的功能科目]\nfacts:"];

test("a table of revenue by function, which the data does not have to say, is told", async () => {
  expect(await printed(...BY_FUNCTION)).toContain("在 pack.yaml 里写 asks: [收入的功能科目]");
});

test("revenue must say its function where the format asks for it, and only there", async () => {
  expect(await printed(...BY_FUNCTION, ASKING)).toContain("没有写“功能科目”");
  const said: Edit = [DATA, "收入:\n  - {", "收入:\n  - { 功能科目: 2120199,"];
  expect(await printed(said)).toContain("里不能写“功能科目”");
});

/** The sample, the revenue of which says what it is received for: all of it, or all but one function. */
function saying(code: string): string {
  const project = projectWith([...BY_FUNCTION, ASKING]);
  const file = join(project, DATA);
  const text = readFileSync(file, "utf8");
  const [before = "", after = ""] = text.split(/(?=^基本支出:)/mu);
  writeFileSync(file, before.replaceAll(/(?<= {2}- \{)(?= 资金来源)/gu, ` 功能科目: ${code},`) + after);
  return project;
}

test("what is spent on a function is received for it", async () => {
  expect(await printedIn(saying("2120199"))).toContain("一般公共预算（财政拨款，2080505）的支出");
});

test("a code of revenue is held against the list", async () => {
  expect(await printedIn(saying("2129998"))).toContain("功能科目表里没有代码 2129998");
});
