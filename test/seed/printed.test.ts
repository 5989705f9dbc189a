import { expect, test } from "@jest/globals";
import type { Pdf, TextItem } from "../pdf/read.js";
import { joinedTable, printedPages, printedSections, printedTables } from "./printed.js";
import type { TableText } from "./table.js";

const PROJECT = "4112002300000000041102023物业管理费243.00243.00";

const EXPECTED: TableText = {
  name: "表一",
  number: "预算01表",
  title: "项目表",
  unit: "单位名称：某单位",
  headers: ["金额", "项目"],
  rows: [`${PROJECT}成本≤243万元产出≥10次`],
  notes: "",
};

const TOP = "预算01表项目表单位名称：某单位项目金额";

/** Lines from the top of the page down, each of one or more texts. */
function pdf(pages: readonly (readonly string[][])[]): Pdf {
  const items = (lines: readonly string[][]): TextItem[] =>
    lines.flatMap((texts, line) =>
      texts.map((text) => ({ text, x: 0, y: 700 - line * 20, width: 0, size: 10 })),
    );
  return {
    pages: pages.map((lines, index) => ({
      number: index + 1,
      width: 0,
      height: 0,
      links: 0,
      items: items(lines),
    })),
    outline: [],
    info: {},
  };
}

test("cover, contents and page numbers do not count; pieces of a line are joined", () => {
  const pages = printedPages(
    pdf([
      [["封面"]],
      [["目录"], ["第一部分", "3"]],
      [["第一部分"], ["概 况"], ["一、职责"], ["共 ", "2023", " 年"], ["— ", "3", " —"]],
      [["附件：", "表"], ["预算01表"], ["某表"]],
      [["续页"]],
      [["预算02表"]],
    ]),
  );
  expect(printedSections(pages)).toEqual([
    { part: "第一部分", name: "第一部分", text: "第一部分概况" },
    { part: "第一部分", name: "一、职责", text: "一、职责共2023年" },
    { part: "附件", name: "附件", text: "附件：表" },
  ]);
  expect(printedTables(pages)).toEqual([["预算01表某表", "续页"], ["预算02表"]]);
});

test.each([
  ["the head only", "项目金额"],
  ["with number and title", TOP],
])("heads and projects that a continuation repeats count once: %s", (_, top) => {
  const pages = [`${TOP}${PROJECT}成本≤243万元`, `${top}${PROJECT}产出≥10次`];
  const { number, title, unit, head, body } = joinedTable(pages, EXPECTED);
  expect([number, title, unit, head]).toEqual(["预算01表", "项目表", "单位名称：某单位", "项目金额"]);
  expect(body).toBe(EXPECTED.rows.join(""));
});

test("a continuation without a head belongs to the body", () => {
  const { body } = joinedTable([`${TOP}1.00`, "2.00"], EXPECTED);
  expect(body).toBe("1.00［表一的续页没有表头］2.00");
});
