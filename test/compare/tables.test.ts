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

describe("names of rows", () => {
  test("rows of one name are told apart by their codes, but for a code that all have", () => {
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

  test("behind kind and unit the column that tells rows apart names them", () => {
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

  test("each side of a table of two sides has its own names", () => {
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

  test("rows of a table with nothing but numbers have no names", () => {
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

describe("projects over several rows", () => {
  const one = project("4101", "甲项目", "1.00", ["数量", "≥1个", "改善", "明显"], ["时效", "按时", "", ""]);
  const other = project("4102", "乙项目", "2.00", ["数量", "≥5个", "改善", "明显"], ["质量", "合格", "", ""]);

  test("a target is called by its project and indicator", () => {
    const now = project("4102", "乙项目", "2.00", ["数量", "≥6个", "改善", "明显"], ["质量", "合格", "", ""]);
    expect(withRows(TARGETS, [...one, ...other], [...one, ...now])).toEqual([
      "cell 乙项目 数量 绩效目标·产出·值：≥5个 → ≥6个",
    ]);
  });

  test("of a renamed project only the name has changed", () => {
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

  test("a dropped project is listed row by row, covered cells once", () => {
    expect(withRows(TARGETS, [...one, ...other], one)).toEqual([
      "row 乙项目：4102 乙项目 2.00 数量 ≥5个 改善 明显 → 无",
      "row 乙项目：质量 合格 → 无",
    ]);
  });

  test("of one that moved up as it has a code now, only the code has changed", () => {
    const [before, after] = ["未赋码", "4100"].map((code) =>
      project(code, "乙项目", "2.00", ["数量", "≥5个", "改善", "明显"], ["质量", "合格", "", ""]),
    );
    expect(withRows(TARGETS, [...one, ...(before ?? [])], [...(after ?? []), ...one])).toEqual([
      "cell 乙项目 编码：未赋码 → 4100",
    ]);
  });
});

describe("what rows and columns are, before what they are called", () => {
  const names = [leaf("科目名称", { kind: "name", of: "功能科目" }), column("金额")];
  const line = (unit: string, code: string, name: string, amount: string): Row => ({
    ...row(name, amount),
    subjects: [{ role: "part", where: { 单位: unit, 功能科目: code } }],
  });
  const others = ["1", "2", "3", "4"].map((code) => line("乙", code, `科目${code}`, `${code}.00`));

  test("of two units with a row of one name the second is unchanged when the first goes", () => {
    const [one, other] = [line("甲", "9", "行政运行", "5.00"), line("乙", "9", "行政运行", "6.00")];
    expect(withRows(names, [one, ...others, other], [...others, other])).toEqual([
      "row 行政运行：行政运行 5.00 → 无",
    ]);
  });

  test("a renamed row is the same row, though a new one beside it has its old name", () => {
    const after = [line("甲", "8", "行政运行", "1.00"), line("甲", "9", "机关服务", "5.00")];
    expect(withRows(names, [line("甲", "9", "行政运行", "5.00"), ...others], [...after, ...others])).toEqual([
      "row 行政运行：无 → 行政运行 1.00",
      "cell 行政运行 科目名称：行政运行 → 机关服务",
    ]);
  });

  test("the cells of a column that was renamed and moved are unchanged", () => {
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

describe("rows that moved", () => {
  const columns = [column("名称"), column("金额")];
  const [a, b, c] = [row("甲项目", "1.00"), row("乙乙乙", "2.00"), row("丙丙丙", "3.00")];

  test("are told with the rows that they stood and stand behind", () => {
    expect(withRows(columns, [a, b, c], [c, a, b])).toEqual(["order 丙丙丙：乙乙乙 → "]);
  });

  test("are told by their amount where that has changed too", () => {
    expect(withRows(columns, [a, b, c], [row("丙丙丙", "4.00"), a, b])).toEqual([
      "cell 丙丙丙 金额：3.00 → 4.00",
    ]);
  });
});

describe("columns", () => {
  const rows = [row("甲", "1.00", "2.00")];

  test("the cells of a renamed column have not changed", () => {
    const [before, after] = ["总计", "合计"].map((head) =>
      table("表", [column("名称"), column(head), column("其中")], rows),
    );
    expect(before && after && compared(before, after)).toEqual(["caption 表：总计 → 合计"]);
  });

  test("every cell of an added or dropped column is listed, but for empty ones", () => {
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

  test("columns of one name are kept apart", () => {
    const columns = [column("名称"), column("小计"), column("小计")];
    expect(withRows(columns, rows, [row("甲", "1.00", "3.00")])).toEqual(["cell 甲 小计：2.00 → 3.00"]);
  });

  test("columns that moved are paired by their names", () => {
    const [before, after] = [
      table("表", [column("名称"), column("总计"), column("其中")], rows),
      table("表", [column("名称"), column("其中"), column("总计")], [row("甲", "2.00", "1.00")]),
    ];
    expect(compared(before, after).filter((line) => line.startsWith("cell"))).toEqual([]);
  });
});

describe("whole tables", () => {
  const columns = [column("名称"), column("金额")];

  test("a table with another number is the same one", () => {
    const before = table("收入表", columns, [row("甲", "1.00")]);
    expect(compared(before, { ...before, number: ownWording("预算02表") })).toEqual([
      "caption 收入表：预算01表 → 预算02表",
    ]);
  });

  test("of a nil table that has numbers now the empty row does not count", () => {
    const before = table("表", columns, [row("", "")], ["注：本表无数据。"]);
    const after = table("表", columns, [row("合计", "1.00"), row("甲", "1.00")]);
    expect(compared(before, after)).toEqual([
      "caption 表：注：本表无数据。 → 无",
      "row 合计：无 → 合计 1.00",
      "row 甲：无 → 甲 1.00",
    ]);
  });

  test("a dropped table is listed with its title and head", () => {
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
