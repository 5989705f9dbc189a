import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { orElseLater } from "../../src/diagnostic/refusal.js";
import { type DataFile, dataFile } from "../../src/project/data-files.js";
import { examineIn, makeProject, PROGRAM } from "../project.js";
import { reportAsText } from "../report-text.js";
import { type Edit, printed } from "./edited-format.js";

const GENERAL = "templates/henan/tables/05-general-public-budget.yaml";
const TOTAL = "  - { header: 合计, where: {}, role: total }\n";
const COMPARED = `${TOTAL}  - { header: 上年预算数, where: {}, shows: 上年 }
  - { header: 增减, where: {}, shows: 增减额 }
  - { header: 增减%, where: {}, shows: 增减率 }
`;

/** The table of a unit that has last year's file, in a format that compares the two. */
async function compared(...edits: readonly Edit[]): Promise<string> {
  return comparedIn(makeProject(join(PROGRAM, "test/reports/second-year")), ...edits);
}

async function comparedIn(project: string, ...edits: readonly Edit[]): Promise<string> {
  const data: DataFile = dataFile("410002", 2025);
  for (const [name, find, replace] of [[GENERAL, TOTAL, COMPARED] as const, ...edits]) {
    const text = readFileSync(join(project, name), "utf8");
    expect(text).toContain(find);
    writeFileSync(join(project, name), text.replace(find, replace));
  }
  return orElseLater(
    async () => {
      const text = reportAsText((await examineIn(project, { data, output: "out" })).report);
      return text.slice(text.indexOf("预算05表"), text.indexOf("预算06表"));
    },
    (found) => printDiagnostics(found),
  );
}

test("columns of last year, of what changed and by how much, for each row", async () => {
  const table = await compared();
  expect(table).toContain("档案馆 | 10.00 | 12.35 | -2.35 | -19.03 | 10.00");
  expect(table).toContain("合计 | 10.00 | 12.35 | -2.35 | -19.03 | 10.00");
});

test("what was spent on last year only has a row, and nothing grows from nothing", async () => {
  const table = await compared(["data/410002/2025.yaml", "功能科目: 2012604", "功能科目: 2012699"]);
  expect(table).toContain("档案馆 | · | 12.35 | -12.35 | -100.00 | ·");
  expect(table).toContain("其他档案事务支出 | 10.00 | · | 10.00 | · | 10.00");
});

test("a new unit had nothing", async () => {
  const project = makeProject(join(PROGRAM, "test/reports/second-year"));
  rmSync(join(project, "data/410002/2024.yaml"));
  const text = readFileSync(join(project, "data/410002/2025.yaml"), "utf8");
  writeFileSync(
    join(project, "data/410002/2025.yaml"),
    text.replace("年度: 2025", "年度: 2025\n新设单位: 是").replace(/原因:[\s\S]*/, "原因: {}\n"),
  );
  const table = await comparedIn(project);
  expect(table).toMatch(/档案馆 \| 10\.00 \| · \| 10\.00 \| · \|/);
});

const VISITS = '  - { header: 因公出国（境）费, where: { 经济科目: "30212" } }\n';
const THREE_PUBLIC = "tables/08-three-public.yaml";
const ofLastYear = (more: string): Edit => [
  THREE_PUBLIC,
  VISITS,
  `${VISITS}  - { header: 上年出国费, ${more} }\n`,
];

test("where there is no file of last year, a cell that is a measure takes what the data says of that", async () => {
  const text = await printed(ofLastYear('where: { 经济科目: "30212" }, shows: 上年'));
  expect(text).toContain("“三公”经费合计 | 因公出国（境）费 | 上年出国费 |");
});

test.each([
  ['where: { 经济科目: "30201" }, shows: 上年', "“上年出国费”列要上年的数，数据里没有"],
  ['where: { 经济科目: "30212" }, shows: 增减', "shows不能写“增减”"],
  ["text: 单位.代码, shows: 上年", "没有写是哪些笔的"],
  ['where: { 经济科目: "30212" }, shows: 增减额, against: 执行数', "没有叫“执行数”的版式事项"],
  ['where: { 经济科目: "30212" }, against: 执行数', "不印增减，不与“执行数”比"],
])("%s is told", async (more, says) => {
  expect(await printed(ofLastYear(more))).toContain(says);
});
