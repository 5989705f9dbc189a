import { describe, expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { buildIn, makeProject, runIn } from "../project.js";
import { SHUXI } from "./packs.js";
import { PACK, projectWith } from "./shuxi.js";

test("nothing is wrong with its specimens", async () => {
  const { warnings, failed } = await runIn(makeProject(SHUXI.folder), ["pack", SHUXI.pack]);
  expect([printDiagnostics(warnings), failed]).toEqual(["", false]);
});

test("what compares a new unit with last year is told where it does", async () => {
  const project = projectWith([
    ["templates/shuxi/narrative/overview.hbs", '(是 新设单位 "是")', '(是 单位性质 "参公事业单位")'],
  ]);
  const { warnings } = await runIn(project, ["pack", SHUXI.pack]);
  const found = printDiagnostics(warnings);
  expect(found).toContain("新设单位没有上年的数，说明里照样与上年比较：“收支总计”");
  expect(found).toContain("overview.hbs:3:");
});

test("a figure that does not say what it is is told", async () => {
  const project = projectWith([["templates/shuxi/measures.yaml", "即: 支出合计, says", "says"]]);
  const { warnings } = await runIn(project, ["pack", SHUXI.pack]);
  expect(printDiagnostics(warnings)).toContain("口径“支出合计”没有写“即”");
});

test("what is asked and shown nowhere is told", async () => {
  const project = projectWith([
    [
      PACK,
      "\nfacts:\n",
      "\n  闲置: [{ names: { A1: 甲 } }]\n\nfacts:\n  - { name: 闲事, kind: text, says: 闲事 }\n",
    ],
  ]);
  const { warnings } = await runIn(project, ["pack", SHUXI.pack]);
  const found = printDiagnostics(warnings);
  expect(found).toContain("版式事项“闲事”没有印出来");
  expect(found).toContain("代码表“闲置”没有用到");
  expect(found).toContain("2 个警告");
});

describe.each([
  '{ section: 第一节　, subsection: （1）, item: ①, term: "第1条 " }',
  "{ section: 无, subsection: 无, item: 无, term: 无 }",
  "{ section: 第一章　, subsection: 其一，, item: 1）, term: 一： }",
])("numbered %s", (forms) => {
  test("nothing is found in its own PDF", async () => {
    const project = projectWith([[PACK, "{ item: 1. , term: （一） }", forms]]);
    const { file } = await buildIn(project, { data: SHUXI.data, output: "out" });
    const { says, warnings } = await runIn(project, ["audit", file]);
    expect([printDiagnostics(warnings), says]).toEqual(["", expect.stringContaining("没有发现不同")]);
  });
});
