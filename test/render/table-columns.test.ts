import { expect, test } from "@jest/globals";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { loadFonts } from "../../src/render/fonts/fonts.js";
import { measureIn } from "../../src/render/layout/set-line.js";
import { headBoxes } from "../../src/render/tables/cell-boxes.js";
import { EM_PARTS, tableNeeds } from "../../src/render/tables/table-columns.js";
import { layHead } from "../../src/render/tables/table-head.js";
import { chooseType } from "../../src/render/tables/table-type.js";
import { divideWidth, linesOn } from "../../src/render/tables/table-widths.js";
import { column, leaf, row, STYLE, table } from "./sample.js";

const fonts = loadFonts("fonts");
const measure = (text: string) => [...text].length;

function sum(values: readonly number[] = []): number {
  return values.reduce((total, each) => total + each, 0);
}

function needs(...args: Parameters<typeof table>) {
  const made = table(...args);
  return tableNeeds(made, layHead(made.columns), () => measure, 12);
}

function fairOf(...args: Parameters<typeof table>): number[] {
  return needs(...args).columns.map(({ fair }) => fair / EM_PARTS);
}

test("a figure may never be narrower than all its digits", () => {
  const [first] = needs("表", [column("金额")], [row("1234567.80")]).columns;
  expect(first?.least).toBe("1,234,567.80".length * EM_PARTS);
});

test("a text may be broken, but words and parts of heads are spared if that is possible", () => {
  expect(fairOf("表", [column("财政专户管理资金")], [row("公共租赁住房"), row("403008")])).toEqual([6]);
  expect(fairOf("表", [column("部门（单位）代码")], [row("甲")])).toEqual([6]);
  expect(fairOf("表", [column("财政专户管理资金收入")], [row("甲")])).toEqual([4]);
});

test("a long text asks for more than a short one, within limits", () => {
  expect(fairOf("表", [column("名称")], [row("长".repeat(80))])).toEqual([10]);
  expect(fairOf("表", [column("名称")], [row("长".repeat(3000))])).toEqual([12]);
});

test("columns under a common head can hold it together", () => {
  expect(sum(fairOf("表", [column("科目编码", column("类"), column("款"))], []))).toBe(2);
});

test("a project's code asks for its longer part, where it may break, and other numbers for all of themselves", () => {
  const code = leaf("编码", { kind: "code", of: "项目" });
  const rows = [row("411200230000000004110", "≤125535万元")];
  expect(fairOf("表", [code, column("指标值")], rows)).toEqual([11, 9]);
});

test.each([
  ["部门（单位）代码", "部门（单位）|代码"],
  ["单位编码（项目编码）", "单位|编码|（项目编码）"],
  ["其中：财政拨款", "其中：|财政|拨款"],
  ["政府性基金预算", "政府性|基金|预算"],
  ["对个人和家庭的补助", "对个人和|家庭的|补助"],
  ["公务用车购置及运行费", "公务|用车|购置及|运行费"],
  ["“三公”经费合计", "“三公”|经费|合计"],
  ["因公出国（境）费", "因公|出国（境）费"],
  ["2023年预算数", "2023年|预算数"],
  ["类", "类"],
  ["", ""],
])("a head breaks at sense: %s", (head, parts) => {
  expect(
    headBoxes(head)
      .map(({ text }) => text)
      .join("|"),
  ).toBe(parts);
});

function widthsFor(width: number, alike: readonly (readonly number[])[], ...args: Parameters<typeof table>) {
  const asked = needs(...args);
  return { asked, widths: divideWidth(asked, alike, args[2].length, width * EM_PARTS) };
}

test("widths go where they win most lines of rows", () => {
  const rows = [
    row("长".repeat(24), "短".repeat(6)),
    ...Array.from({ length: 5 }, () => row("长".repeat(12), "短")),
  ];
  const { asked, widths = [] } = widthsFor(20, [[0], [1]], "表", [column("甲"), column("乙")], rows);
  expect(sum(widths)).toBeLessThanOrEqual(20 * EM_PARTS);
  expect(widths[0]).toBe(12 * EM_PARTS);
  expect(asked.texts.map(({ column, steps }) => linesOn(steps, widths[column] ?? 0))).toEqual([
    2, 1, 1, 1, 1, 1, 1,
  ]);
});

test("columns that are alike are equally wide, and what is fair for all of them must fit", () => {
  const columns = [column("名称"), column("甲"), column("乙")];
  const rows = [row("公共租赁住房", "1.00", "1234567.80")];
  expect(widthsFor(36, [[0], [1, 2]], "表", columns, rows).widths).toEqual(
    [6, 12, 12].map((each) => each * EM_PARTS),
  );
  expect(widthsFor(28, [[0], [1, 2]], "表", columns, rows).widths).toBeUndefined();
  expect(widthsFor(28, [[0], [1], [2]], "表", columns, rows).widths?.slice(1)).toEqual([
    4 * EM_PARTS,
    12 * EM_PARTS,
  ]);
});

const SHEET = { width: 580, first: 600, next: 640, notes: 0 };

function choose(made: ReturnType<typeof table>, sheet = SHEET) {
  return chooseType(made, layHead(made.columns), STYLE.table, sheet, fonts);
}

function manyFigures(columns: number) {
  const heads = Array.from({ length: columns }, () => column("金额"));
  return table("收支表", heads, [row(...heads.map(() => "123456789012.34"))]);
}

test("type shrinks until no figure breaks", () => {
  const { type, widths } = choose(manyFigures(8));
  const figure = measureIn(type)("123,456,789,012.34");
  expect(type.style.size).toBeLessThan(9);
  expect(type.style.size).toBeGreaterThanOrEqual(7.5);
  for (const width of widths) expect(width).toBeGreaterThan(figure);
  expect(sum(widths)).toBeCloseTo(580 - 0.5);
});

test("a table whose figures do not fit even in the smallest type is refused by name", () => {
  expect(() => choose(manyFigures(20))).toThrow(Refusal);
  expect(() => choose(manyFigures(20))).toThrow("表“收支表”有20栏");
});

function rowsOf(count: number) {
  return table(
    "表",
    [column("项目"), column("金额")],
    Array.from({ length: count }, (_, index) => row(`第${index}项`, "1.00")),
  );
}

test("a table that fits a page is set in large type, with air between its rows, and in smaller where it must be", () => {
  const sizes = [4, 32, 40, 55].map((count) => choose(rowsOf(count)).type);
  expect(sizes.map(({ style }) => style.size)).toEqual([10.5, 10.5, 9, 7.5]);
  expect(sizes.map(({ air }) => air)).toEqual([4, 1.8, 1, 0.1]);
});
