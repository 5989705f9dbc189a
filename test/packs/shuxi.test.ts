import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { orElseLater } from "../../src/diagnostic/refusal.js";
import { dataFile } from "../../src/project/data-files.js";
import { renderPdf } from "../../src/render/pdf/pdf.js";
import { expectFile } from "../golden.js";
import { readingOfReport, readingOfStructure } from "../pdf/reading.js";
import { elementsIn, readTagged, textOf } from "../pdf/structure.js";
import { buildIn, examineIn, makeProject, program, runIn } from "../project.js";
import { reportAsText } from "../report-text.js";
import { SHUXI } from "./packs.js";
import { PACK, projectWith } from "./shuxi.js";

const DATA = SHUXI.data.file;
const MEASURES = "templates/shuxi/measures.yaml";
const TABLE = (name: string): string => `templates/shuxi/tables/${name}.yaml`;

/** What is printed of it, or what is wrong. */
async function printed(...edits: Parameters<typeof projectWith>[0]): Promise<string> {
  const order = { data: SHUXI.data, output: "out" };
  return orElseLater(
    async () => reportAsText((await examineIn(projectWith(edits), order)).report),
    (found) => printDiagnostics(found),
  );
}

test("what the specimen shows is printed", async () => {
  expectFile(join(SHUXI.folder, "expected.txt"), await printed());
});

test("every cell of its lists and forms is read back from the PDF, with the cells that it goes over", async () => {
  const { report } = await examineIn(makeProject(SHUXI.folder), { data: SHUXI.data, output: "out" });
  const { bytes } = await renderPdf(report, program.fonts);
  const { root } = await readTagged(bytes);
  expect(readingOfStructure(root)).toEqual(readingOfReport(report));
  const heads = elementsIn(root, "TH").map((head) => textOf(head).trim());
  for (const label of ["年度主要任务", "项目名称", "指标值"]) expect(heads).toContain(label);
});

test("nothing is found in its own PDF", async () => {
  const project = makeProject(SHUXI.folder);
  const { file } = await buildIn(project, { data: SHUXI.data, output: "out" });
  const { says, warnings, failed } = await runIn(project, ["audit", file]);
  expect([says, warnings, failed]).toEqual([expect.stringContaining("没有发现不同"), [], false]);
});

test("two editions of a format are of other years, and compare with each other", async () => {
  const project = projectWith([[PACK, "years: { from: 2024 }", "years: { from: 2024, to: 2025 }"]]);
  const edition = join(project, "templates/shuxi-2026");
  cpSync(join(project, "templates/shuxi"), edition, { recursive: true });
  const change = (file: string, find: string, replacement: string): void => {
    const text = readFileSync(file, "utf8");
    expect(text).toContain(find);
    writeFileSync(
      file,
      text.replaceAll(find, () => replacement),
    );
  };
  change(join(edition, "pack.yaml"), "{ from: 2024, to: 2025 }", "{ from: 2026 }");
  change(
    join(edition, "pack.yaml"),
    "C21040000: 物业管理服务 } }",
    "C21040000: 物业管理服务, A02020000: 办公自动化设备 } }",
  );
  change(join(edition, "pack.yaml"), "A02020000: 办公设备, ", "");
  change(join(edition, "tables/3-procurement.yaml"), "title: 政府采购预算明细表", "title: 政府采购预算表");
  const next = dataFile("510003", 2026);
  cpSync(join(project, DATA), join(project, next.file));
  const data = join(project, next.file);
  change(data, "年度: 2025", "年度: 2026");
  const order = { data: next, output: "out" };
  const of = (): Promise<string> =>
    orElseLater(
      async () => reportAsText((await examineIn(project, order)).report),
      (found) => printDiagnostics(found),
    );
  expect(await of()).toContain("不适用于 2026 年");
  change(data, "版式: shuxi", "版式: shuxi-2026");
  change(data, "\n上年:\n  收支总计: 3200000.00\n\n原因:\n  收支总计: 群众文化活动增加\n", "\n");
  const text = await of();
  expect(text).toContain("政府采购预算表");
  expect(text).toContain("A02020000 | 办公自动化设备");
  expect(text).toContain("收支总预算3,700.0千元，与上年持平");
  expect(await printed()).toContain("A02020000 | 办公设备");
});

describe("in the prose", () => {
  const APPROPRIATION = "templates/shuxi/narrative/appropriation.hbs";
  const OVERVIEW = "templates/shuxi/narrative/overview.hbs";

  test("an item is compared with the same item of another measure", async () => {
    const text = await printed([APPROPRIATION, "比=上年执行数", "比=支出合计"]);
    expect(text).toContain("上年执行数2,700.0千元，减少200.0千元。");
    expect(text).toContain("上年执行数250.0千元，持平。");
  });

  test("a measure that cannot tell the item is told", async () => {
    const found = await printed([APPROPRIATION, "比=上年执行数", "比=支出总计"]);
    expect(found).toContain("“支出总计”不能只取“群众文化”这一项的来比");
    expect(found).toContain("appropriation.hbs:9:");
  });

  test("the words between what stayed as it was and its reason are the format's", async () => {
    const text = await printed(
      [OVERVIEW, "与上年持平", '与上年持平{{持平原因 收支总计 原因="，因为"}}'],
      [DATA, "收支总计: 3200000.00", "收支总计: 3700000.00"],
      [DATA, "收支总计: 群众文化活动增加", "收支总计: 业务与上年相同"],
    );
    expect(text).toContain("与上年持平，因为业务与上年相同。");
  });

  test("a heading ends with its line, and shows no figure", async () => {
    expect(await printed([OVERVIEW, "说明\n\n按照", "说明\n按照"])).toBe(await printed());
    const found = await printed([OVERVIEW, "说明\n\n按照", "说明（{{金额 支出合计}}）\n\n按照"]);
    expect(found).toContain("标题里不能印数");
    expect(found).toContain("overview.hbs:1:12");
  });

  test("a line with a mark begins a paragraph", async () => {
    const text = await printed([OVERVIEW, "按照综合", "+ 第一段。\n+ 第二段，\n接着写。\n\n按照综合"]);
    expect(text).toContain("1.第一段。\n");
    expect(text).toContain("2.第二段，接着写。\n");
  });

  test("columns of words quote figures, and number rows in any list", async () => {
    const text = await printed(
      [
        TABLE("2-1-projects"),
        "{ header: 项目名称, text: 项目.名称 }",
        "{ header: 序号, text: 序号 }\n  - { header: 目标, text: 项目.项目目标 }\n  - { header: 项目名称, text: 项目.名称 }",
      ],
      [DATA, "项目目标: 更新馆内设备", '项目目标: "更新馆内设备{{项目 51000325A002}}"'],
    );
    expect(text).toContain("51000325A001 | 1 | 组织群众文化活动，丰富群众文化生活 | 群众文化活动经费");
    expect(text).toContain("51000325A002 | 2 | 更新馆内设备200.0千元 | 文化馆设备购置");
  });

  test("the unit's own paragraphs quote figures, also in a form", async () => {
    const text = await printed();
    expect(text).toContain("本年项目支出安排1,700.0千元，其中群众文化活动经费1,500.0千元。");
    expect(text).toContain("年度总体目标 | 保障群众基本文化权益，全年安排支出3,700.0千元。");
  });
});

describe("in the data", () => {
  test.each([
    ["a code of another year", ["没有代码“A0201”", "2025.yaml:88:27"], [[DATA, "A02020000", "A0201"]]],
    ["a name for a code", ["没有代码“办公设备”", "它的代码是 A02020000"], [[DATA, "A02020000", "办公设备"]]],
    [
      "a field that there is not",
      ["里不能写“品名”", "是不是想写“品目”？"],
      [[DATA, "品目: A02020000", "品名: A02020000"]],
    ],
    ["a field that is missing", ["里没有写“承接主体”"], [[DATA, ", 承接主体: 社会组织", ""]]],
    ["words for an amount", ["金额“三万”不是一个数"], [[DATA, "金额: 35000.00", "金额: 三万"]]],
    [
      "a code of a project of another form",
      ["项目编码是 12 位数字或字母"],
      [[DATA, "编码: 51000325A002", "编码: 510003250000000000001"]],
    ],
    ["a quote of nothing", ["没有叫“项目支出额”的口径"], [[DATA, "{{项目支出}}", "{{项目支出额}}"]]],
  ] as const)("%s is told", async (_, says, edits) => {
    const found = await printed(...edits);
    for (const each of says) expect(found).toContain(each);
  });

  test("a code of a year has the name of the year", async () => {
    const text = await printed([PACK, "A02020000: 办公设备", "A02020000: 办公自动化设备"]);
    expect(text).toContain("A02020000 | 办公自动化设备");
  });

  test("lists of nothing are said to be empty", async () => {
    const project = projectWith([]);
    const file = join(project, DATA);
    const text = readFileSync(file, "utf8").replaceAll(
      /\n {2}(购买服务|新增资产):(\n {4}- .*)+/g,
      "\n  $1: []",
    );
    writeFileSync(file, text.replace("有购买服务: 是", "有购买服务: 否"));
    const { report } = await examineIn(project, { data: SHUXI.data, output: "out" });
    expect(reportAsText(report)).toContain("说明：本单位没有新增资产，本表无数据。");
    expect(reportAsText(report)).toContain("没有政府购买服务。");
  });
});

test("a fault in the shape of one file hides no fact from others", async () => {
  const found = await printed([TABLE("3-procurement"), "groups: [品目]", "groups: 品目"]);
  expect(found).toContain("“groups”应当是一张清单");
  expect(found).toContain("1 个错误");
});

describe("in the pack", () => {
  test.each([
    [
      "a list of codes that there is not",
      ["没有叫“采购目录”的代码表", "pack.yaml:71:"],
      [[PACK, "list: 采购品目", "list: 采购目录"]],
    ],
    [
      "fields of no list",
      ["“接待批次”不是清单"],
      [
        [
          PACK,
          "unit: 批次, says: 本年计划接待的批次,",
          "unit: 批次, says: 批次, items: [{ name: 甲, kind: text, says: 甲 }],",
        ],
      ],
    ],
    ["a field twice", ["清单“购买服务”里“服务项目”写了两次"], [[PACK, "name: 承接主体", "name: 服务项目"]]],
    ["a field that templates know", ["“名称”已经是别的名称"], [[PACK, "name: 资产名称", "name: 名称"]]],
    [
      "a list that there is not",
      ["没有叫“采购明”的清单", "3-procurement.yaml:6:5"],
      [[TABLE("3-procurement"), "of: 采购明细", "of: 采购明"]],
    ],
    [
      "a field in words for a figure",
      ["“采购明细”的金额或个数"],
      [[TABLE("3-procurement"), "fact: 数量", "fact: 品目"]],
    ],
    [
      "a sum of pieces and money",
      ["单位不同的不能相加"],
      [[TABLE("3-procurement"), "[财政资金, 其他资金]", "[财政资金, 数量]"]],
    ],
    [
      "a group by a figure",
      ["没有叫“数量”的分组的内容"],
      [[TABLE("3-procurement"), "groups: [品目]", "groups: [数量]"]],
    ],
    [
      "words of another list",
      ["没有叫“服务项目”的文字项"],
      [[TABLE("3-procurement"), "text: 采购项目", "text: 服务项目"]],
    ],
    ["counts under money", ["这张表数的是个数"], [[TABLE("4-1-personnel"), "right: 单位：人\n", ""]]],
    [
      "a row that is too narrow",
      ["这一行占 4 栏，这里应当是 5 栏", "6-whole-targets.yaml:8:"],
      [[TABLE("6-whole-targets"), "{ text: 单位.名称, columns: 4 }", "{ text: 单位.名称, columns: 3 }"]],
    ],
    [
      "a cell of two things",
      ["这一格没有说清印什么"],
      [[TABLE("6-whole-targets"), "{ measure: 支出合计 }", "{ measure: 支出合计, where: {} }"]],
    ],
    [
      "cells beside rows",
      ["这一行没有说清印什么"],
      [
        [
          TABLE("6-whole-targets"),
          "  - side: 年度绩效指标\n",
          "  - side: 年度绩效指标\n    cells: [{ label: 甲 }]\n",
        ],
      ],
    ],
    [
      "merging without others",
      ["这里没有可以合并的行"],
      [[TABLE("6-whole-targets"), "text: 总体目标,", "text: 总体目标, merge: true,"]],
    ],
    [
      "indicators of no project",
      ["没有叫“绩效指标”的清单"],
      [[TABLE("6-whole-targets"), "each: 整体指标", "each: 绩效指标"]],
    ],
    [
      "a measure in each project's form",
      ["没有叫“支出合计”的口径"],
      [[TABLE("6-1-project-targets"), "{ where: {}, columns: 2 }", "{ measure: 支出合计, columns: 2 }"]],
    ],
    [
      "a list by what its lines do not have",
      ["“支出合计”取自“支出”，账上没有“条目”", "others.hbs:9:"],
      [["templates/shuxi/narrative/others.hbs", "按 购买服务金额", "按 支出合计"]],
    ],
    [
      "a fault beside its codes of projects",
      ["“资产分类”第 1 项里没有写“names”", "3 个错误"],
      [[PACK, '- names: { "2010104"', '- { "2010104"']],
    ],
    [
      "a list of codes without any of the year",
      ["代码表没有 2025 年的代码"],
      [[PACK, "from: 2025, names", "from: 2026, names"]],
    ],
    [
      "subtotals from the finest",
      ["“功能款”的小计下面是“功能类”", "1-1-expenditure.yaml:20:"],
      [[TABLE("1-1-expenditure"), "levels: [功能类, 功能款]", "levels: [功能款, 功能类]"]],
    ],
    [
      "subtotals that no column names",
      ["“经济类”的小计没有名称"],
      [[TABLE("1-1-expenditure"), "levels: [功能类, 功能款]", "levels: [经济类]"]],
    ],
    [
      "years the wrong way round",
      ["没有一年适用", "pack.yaml:6:"],
      [[PACK, "years: { from: 2024 }", "years: { from: 2024, to: 2023 }"]],
    ],
    [
      "a part of a total's part",
      ["口径“支出总计”里“支出合计”不止一次"],
      [[MEASURES, "total: [支出合计, 结转下年]", "total: [支出合计, 支出合计]"]],
    ],
    [
      "an answer that nothing gives",
      ["没有叫“有”的“有购买服务”的取值", "others.hbs:9:"],
      [["templates/shuxi/narrative/others.hbs", '(是 有购买服务 "是")', '(是 有购买服务 "有")']],
    ],
    [
      "lines that hold too much",
      ["每行印不成 60 字", "pack.yaml:24:"],
      [[PACK, "charactersPerLine: 28", "charactersPerLine: 60"]],
    ],
    [
      "lines in each other",
      ["行距 9 磅比字号 16 磅小"],
      [[PACK, "body: { font: 仿宋, size: 16, pitch: 29", "body: { font: 仿宋, size: 16, pitch: 9"]],
    ],
    [
      "a fault of shape, and nothing of what depends on it",
      ["1 个错误"],
      [[PACK, "charactersPerLine: 28", "charactersPerLine: 很多"]],
    ],
    [
      "a numbering in half-width brackets",
      ["item“(1)”写得不对", "括号用（）"],
      [[PACK, "item: 1. ", 'item: "(1)"']],
    ],
  ] as const)("%s is told", async (_, says, edits) => {
    const found = await printed(...edits);
    for (const each of says) expect(found).toContain(each);
  });
});
