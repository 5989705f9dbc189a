import { expect, test } from "@jest/globals";
import type { Cell, Column } from "../../src/model/report.js";
import type { StructureElement as Element } from "../../src/render/tags/structure.js";
import { addTable } from "../../src/render/tags/table-structure.js";
import { leaf, row, table } from "./sample.js";

/** Columns of figures and labels; words behind figures begin another side where figures follow them. */
function columnsOf(texts: readonly string[]): Column[] {
  let side = 0;
  return texts.map((text, index) => {
    const isFigure = text.includes(".");
    const followsFigure = texts[index - 1]?.includes(".") ?? false;
    if (!isFigure && followsFigure && texts.slice(index).some((each) => each.includes("."))) side++;
    return leaf(
      `栏${index}`,
      isFigure ? { kind: "figure", where: {}, role: "part" } : { kind: "label" },
      side,
    );
  });
}

/** What is said of each cell of the first row by headers of its own, words for the row's labels and `#` for heads. */
function headersIn(...texts: readonly string[]): (string | undefined)[] {
  const subjects = [{ role: "part", where: {} }] as const;
  const given = table("明细表", columnsOf(texts), [{ ...row(...texts), subjects }]);
  const cells = given.rows[0]?.cells ?? [];
  const root: Element = { type: "Document", kids: [] };
  const structure = addTable(given, root, () => "H1");
  const labelOf = (element: Element) => cells.find((cell) => structure.cells.get(cell) === element);
  const wordsOf = (cell: Cell | undefined) => (cell?.kind === "text" ? cell.text : "#");
  return cells.map((cell) =>
    structure.cells
      .get(cell)
      ?.cell?.headers?.map((element) => wordsOf(labelOf(element)))
      .join(" "),
  );
}

test("where labels are all at the left, places and scopes say enough", () => {
  expect(headersIn("201", "行政运行", "1.00", "2.00")).toEqual([undefined, undefined, undefined, undefined]);
  expect(headersIn("项目", "1.00", "指标", "明显")).toEqual([undefined, undefined, undefined, undefined]);
});

test("where labels stand behind figures too, cells name those that are theirs, below their heads", () => {
  expect(headersIn("收入", "1.00", "201", "支出", "2.00", "3.00")).toEqual([
    undefined,
    undefined,
    "#",
    "# 201",
    "# 201 支出",
    "# 201 支出",
  ]);
  expect(headersIn("甲", "1.00", "乙", "2.00", "丙", "3.00")).toEqual([
    undefined,
    undefined,
    "#",
    "# 乙",
    "#",
    "# 丙",
  ]);
});
