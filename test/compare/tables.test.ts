import { describe, expect, test } from "@jest/globals";
import type { TargetKind } from "../../src/model/budget.js";
import type { Column, Role, Row, Table } from "../../src/model/report.js";
import { ownWording } from "../../src/model/wording.js";
import { cell, column, leaf, part, report, row, table } from "../render/sample.js";
import { said } from "./said.js";

function compared(before: Table, after: Table): readonly string[] {
  return said(report(part(before)), report(part(after)));
}

function withRows(
  columns: readonly Column[],
  before: readonly Row[],
  after: readonly Row[],
): readonly string[] {
  return compared(table("表", columns, before), table("表", columns, after));
}

const FUNCTIONAL = [
  column(
    "科目编码",
    leaf("类", { kind: "code", of: "功能科目", level: "类" }),
    leaf("款", { kind: "code", of: "功能科目", level: "款" }),
  ),
  leaf("科目名称", { kind: "name", of: "功能科目" }),
  column("合计"),
  column("基本支出", column("小计"), column("人员")),
];

describe("行的名称", () => {
  test("同名的行用代码区分，各行都有的代码不算", () => {
    const rows = (amount: string) => [
      row("", "", "合计", "3.00", "3.00", "3.00"),
      row("201", "01", "行政运行", "1.00", "1.00", "1.00"),
      row("212", "01", "行政运行", amount, "2.00", "2.00"),
      row("212", "02", "办公", "5.00", "5.00", "5.00"),
    ];
    expect(withRows(FUNCTIONAL, rows("2.00"), rows("4.00"))).toEqual([
      "cell 21201 行政运行 合计：2.00 → 4.00",
    ]);
  });

  test("类别、单位在前的，用能区分各行的一栏", () => {
    const columns = [
      column("类型"),
      leaf("项目名称", { kind: "name", of: "项目" }),
      leaf("项目单位", { kind: "name", of: "单位" }),
      column("合计"),
    ];
    const rows = (amount: string) => [
      row("合计", "", "", "9.00"),
      row("特定类", "甲项目", "某单位", "1.00"),
      row("其他类", "乙项目", "某单位", amount),
    ];
    expect(withRows(columns, rows("2.00"), rows("3.00"))).toEqual(["cell 乙项目 合计：2.00 → 3.00"]);
  });

  test("两边并列的表，各用自己一边的名称", () => {
    const columns = ["收入", "支出"].map((header, side) =>
      column(
        header,
        leaf("项目", { kind: "label" }, side),
        leaf("金额", { kind: "figure", where: {}, role: "part" }, side),
      ),
    );
    const rows = (income: string, expense: string) => [
      row("一、财政拨款", income, "一、公共服务", expense),
      row("", "", "二、教育", "1.00"),
    ];
    expect(withRows(columns, rows("1.00", "2.00"), rows("3.00", "4.00"))).toEqual([
      "cell 一、财政拨款 收入·金额：1.00 → 3.00",
      "cell 一、公共服务 支出·金额：2.00 → 4.00",
    ]);
  });

  test("只有数的表没有行的名称", () => {
    const columns = [column("合计"), column("接待费")];
    expect(withRows(columns, [row("", "")], [row("0.50", "0.50")])).toEqual([
      "cell 合计： → 0.50",
      "cell 接待费： → 0.50",
    ]);
  });
});

const TARGETS = [
  leaf("编码", { kind: "code", of: "项目" }),
  leaf("项目", { kind: "name", of: "项目" }),
  column("金额"),
  column("绩效目标", indicators("产出", "产出指标"), indicators("效益", "效益指标")),
];

function indicators(header: string, of: TargetKind): Column {
  return column(
    header,
    leaf("指标", { kind: "indicator", of, field: "三级指标" }),
    leaf("值", { kind: "indicator", of, field: "指标值" }),
  );
}

/** A project over as many rows as it has indicators, known by its code if it has one. */
function project(code: string, name: string, amount: string, ...targets: string[][]): Row[] {
  return targets.map((texts, index) => ({
    subjects: [{ role: "part", where: { 项目: code === "未赋码" ? name : code } }],
    cells: [
      ...[code, name, amount].map((text) => (index === 0 ? cell(text, targets.length) : cell("|"))),
      ...texts.map((text) => cell(text)),
    ],
  }));
}

describe("跨行的项目", () => {
  const one = project("4101", "甲项目", "1.00", ["数量", "≥1个", "改善", "明显"], ["时效", "按时", "", ""]);
  const other = project("4102", "乙项目", "2.00", ["数量", "≥5个", "改善", "明显"], ["质量", "合格", "", ""]);

  test("指标值用项目和指标称呼", () => {
    const now = project("4102", "乙项目", "2.00", ["数量", "≥6个", "改善", "明显"], ["质量", "合格", "", ""]);
    expect(withRows(TARGETS, [...one, ...other], [...one, ...now])).toEqual([
      "cell 乙项目 数量 绩效目标·产出·值：≥5个 → ≥6个",
    ]);
  });

  test("改了名的项目只有名称变了", () => {
    const now = project(
      "4102",
      "丙丙丙丙",
      "2.00",
      ["数量", "≥5个", "改善", "明显"],
      ["质量", "合格", "", ""],
    );
    expect(withRows(TARGETS, [...one, ...other], [...one, ...now])).toEqual([
      "cell 乙项目 项目：乙项目 → 丙丙丙丙",
    ]);
  });

  test("删去的项目逐行列出，盖住的格不重复", () => {
    expect(withRows(TARGETS, [...one, ...other], one)).toEqual([
      "row 乙项目：4102 乙项目 2.00 数量 ≥5个 改善 明显 → 无",
      "row 乙项目：质量 合格 → 无",
    ]);
  });

  test("有了编码而移到前面的，只有编码变了", () => {
    const [before, after] = ["未赋码", "4100"].map((code) =>
      project(code, "乙项目", "2.00", ["数量", "≥5个", "改善", "明显"], ["质量", "合格", "", ""]),
    );
    expect(withRows(TARGETS, [...one, ...(before ?? [])], [...(after ?? []), ...one])).toEqual([
      "cell 乙项目 编码：未赋码 → 4100",
    ]);
  });
});

describe("行和栏是什么，先于它们的名称", () => {
  const names = [leaf("科目名称", { kind: "name", of: "功能科目" }), column("金额")];
  const line = (unit: string, code: string, name: string, amount: string): Row => ({
    ...row(name, amount),
    subjects: [{ role: "part", where: { 单位: unit, 功能科目: code } }],
  });
  const others = ["1", "2", "3", "4"].map((code) => line("乙", code, `科目${code}`, `${code}.00`));

  test("两个单位同名的行，去掉前一个单位的，后一个单位的没有变", () => {
    const [one, other] = [line("甲", "9", "行政运行", "5.00"), line("乙", "9", "行政运行", "6.00")];
    expect(withRows(names, [one, ...others, other], [...others, other])).toEqual([
      "row 行政运行：行政运行 5.00 → 无",
    ]);
  });

  test("改了名的行还是那一行，旁边新来的叫原来的名称也一样", () => {
    const after = [line("甲", "8", "行政运行", "1.00"), line("甲", "9", "机关服务", "5.00")];
    expect(withRows(names, [line("甲", "9", "行政运行", "5.00"), ...others], [...after, ...others])).toEqual([
      "row 行政运行：无 → 行政运行 1.00",
      "cell 行政运行 科目名称：行政运行 → 机关服务",
    ]);
  });

  test("改了名又换了地方的栏目，格没有变", () => {
    const figures = (role: Role) => leaf(role, { kind: "figure", where: {}, role });
    const renamed = leaf("资金总额", { kind: "figure", where: {}, role: "total" });
    const before = table(
      "表",
      [column("名称"), figures("total"), figures("part")],
      [row("甲", "2.00", "1.00")],
    );
    const after = table("表", [column("名称"), figures("part"), renamed], [row("甲", "1.00", "2.00")]);
    expect(compared(before, after).filter((each) => each.startsWith("cell"))).toEqual([]);
  });
});

describe("换了地方的行", () => {
  const columns = [column("名称"), column("金额")];
  const [a, b, c] = [row("甲项目", "1.00"), row("乙乙乙", "2.00"), row("丙丙丙", "3.00")];

  test("说明原来和现在在哪一行之后", () => {
    expect(withRows(columns, [a, b, c], [c, a, b])).toEqual(["order 丙丙丙：乙乙乙 → "]);
  });

  test("金额也变了的，列金额", () => {
    expect(withRows(columns, [a, b, c], [row("丙丙丙", "4.00"), a, b])).toEqual([
      "cell 丙丙丙 金额：3.00 → 4.00",
    ]);
  });
});

describe("栏目", () => {
  const rows = [row("甲", "1.00", "2.00")];

  test("改了名的栏目，格没有变", () => {
    const [before, after] = ["总计", "合计"].map((head) =>
      table("表", [column("名称"), column(head), column("其中")], rows),
    );
    expect(before && after && compared(before, after)).toEqual(["caption 表：总计 → 合计"]);
  });

  test("多了、少了一栏，列出它的每一格，空的不列", () => {
    const [narrow, wide] = [
      table("表", [column("名称"), column("其中")], [row("甲", "2.00"), row("乙乙", "")]),
      table(
        "表",
        [column("名称"), column("总计"), column("其中")],
        [row("甲", "1.00", "2.00"), row("乙乙", "", "")],
      ),
    ];
    expect(compared(narrow, wide)).toEqual(["caption 表：无 → 总计", "cell 甲 总计：无 → 1.00"]);
    expect(compared(wide, narrow)).toEqual(["caption 表：总计 → 无", "cell 甲 总计：1.00 → 无"]);
  });

  test("重名的栏目各是各的", () => {
    const columns = [column("名称"), column("小计"), column("小计")];
    expect(withRows(columns, rows, [row("甲", "1.00", "3.00")])).toEqual(["cell 甲 小计：2.00 → 3.00"]);
  });

  test("换了次序的栏目按名称对", () => {
    const [before, after] = [
      table("表", [column("名称"), column("总计"), column("其中")], rows),
      table("表", [column("名称"), column("其中"), column("总计")], [row("甲", "2.00", "1.00")]),
    ];
    expect(compared(before, after).filter((line) => line.startsWith("cell"))).toEqual([]);
  });
});

describe("整张表", () => {
  const columns = [column("名称"), column("金额")];

  test("表号变了的还是同一张表", () => {
    const before = table("收入表", columns, [row("甲", "1.00")]);
    expect(compared(before, { ...before, number: ownWording("预算02表") })).toEqual([
      "caption 收入表：预算01表 → 预算02表",
    ]);
  });

  test("空表有了数，空行不算", () => {
    const before = table("表", columns, [row("", "")], ["注：本表无数据。"]);
    const after = table("表", columns, [row("合计", "1.00"), row("甲", "1.00")]);
    expect(compared(before, after)).toEqual([
      "caption 表：注：本表无数据。 → 无",
      "row 合计：无 → 合计 1.00",
      "row 甲：无 → 甲 1.00",
    ]);
  });

  test("删去的表，连表题、表头一起列出", () => {
    const tables = [table("收入表", columns, [row("甲", "1.00")]), table("支出表", columns, [])];
    expect(said(report(part(...tables)), report(part(...tables.slice(1))))).toEqual([
      "caption 收入表：预算01表 → 无",
      "caption 收入表：收入表 → 无",
      "caption 收入表：单位名称：三门峡市住房保障中心 → 无",
      "caption 收入表：单位：万元 → 无",
      "caption 收入表：名称 → 无",
      "caption 收入表：金额 → 无",
      "row 甲：甲 1.00 → 无",
    ]);
  });
});
