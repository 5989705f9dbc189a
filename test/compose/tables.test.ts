import { expect, test } from "@jest/globals";
import type { ColumnContent, RowSubject, Table } from "../../src/model/report.js";
import { leavesOf, tablesOf } from "../../src/model/walk.js";
import { dataFile } from "../../src/project/data-files.js";
import { examineIn, makeProject } from "../project.js";

const { report } = await examineIn(makeProject(), { data: dataFile("403008", 2023), output: "out" });
const tables = new Map(tablesOf(report).map((table) => [table.number.text, table]));

function tableOf(number: string): Table {
  const table = tables.get(number);
  if (!table) throw new Error(`no table ${number}`);
  return table;
}

function shownIn(number: string): readonly string[] {
  return leavesOf(tableOf(number).columns).map(({ column }) => `${column.side}${contentOf(column.shows)}`);
}

function contentOf(shows: ColumnContent): string {
  switch (shows.kind) {
    case "code":
      return ` ${shows.of}${shows.level ?? ""}`;
    case "name":
      return ` ${shows.of}`;
    case "figure":
      return ` ${shows.role} ${JSON.stringify(shows.where)}`;
    case "indicator":
      return ` ${shows.of}${shows.field}`;
    default:
      return ` ${shows.kind}`;
  }
}

function subjectsIn(number: string): readonly string[] {
  return tableOf(number).rows.map(({ subjects }) => subjects.map(said).join(" | "));
}

function said({ role, where, accounts = [] }: RowSubject): string {
  return [role, JSON.stringify(where), ...accounts].join(" ");
}

test("a column says what it shows", () => {
  expect(shownIn("预算01表")).toEqual(["0 label", "0 part {}", "1 label", "1 part {}"]);
  expect(shownIn("预算05表").slice(0, 7)).toEqual([
    "0 功能科目类",
    "0 功能科目款",
    "0 功能科目项",
    "0 预算单位",
    "0 功能科目",
    "0 total {}",
    '0 total {"支出性质":"基本支出"}',
  ]);
  expect(shownIn("预算10表").slice(0, 3)).toEqual(["0 text", "0 项目", "0 单位"]);
  expect(shownIn("预算11表").slice(-2)).toEqual(["0 满意度指标三级指标", "0 满意度指标指标值"]);
});

test("a row says what it is about, on each side, and whether it sums up others", () => {
  expect(subjectsIn("预算01表").slice(-3)).toEqual([
    'total {"年份来源":"本年"} 收入 | total {} 支出',
    'part {"年份来源":"上年结转"} 收入 | part {} 年终结转',
    "grand {} 收入 | grand {} 支出 年终结转",
  ]);
  expect(subjectsIn("预算05表").slice(0, 3)).toEqual([
    "grand {}",
    'total {"单位":"403008"}',
    expect.stringMatching(/^part \{"单位":"403008","功能科目":"\d{7}"\}$/),
  ]);
  expect(new Set(subjectsIn("预算09表"))).toEqual(new Set(["empty {}"]));
});
