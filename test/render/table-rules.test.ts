import { expect, test } from "@jest/globals";
import type { SetCell } from "../../src/render/layout/page.js";
import { rulesOf } from "../../src/render/tables/table-rules.js";
import { table } from "./sample.js";

const HALF = 0.25;

function cell(row: number, column: number, rows = 1, columns = 1): SetCell {
  return { of: { kind: "empty", rows }, repeated: false, row, column, rows, columns, lines: [] };
}

/** The rules of a grid of columns 10, 20 and 30 pt wide and rows 5 and 7 pt high. */
function drawn(...cells: readonly SetCell[]): readonly string[] {
  const grid = {
    kind: "grid",
    of: table("表", [], []),
    widths: [10, 20, 30],
    heights: [5, 7],
    cells,
  } as const;
  return rulesOf(grid, 0, 0).map(({ x1, y1, x2, y2 }) =>
    y1 === y2 ? `across ${y1 - HALF}: ${x1} to ${x2}` : `down ${x1 - HALF}: ${y1} to ${y2 - 2 * HALF}`,
  );
}

test("rules run from one side of the grid to the other, around cells and places without one", () => {
  expect(drawn(cell(0, 0), cell(1, 1))).toEqual([
    "across 0: 0 to 60",
    "across 5: 0 to 60",
    "across 12: 0 to 60",
    "down 0: 0 to 12",
    "down 10: 0 to 12",
    "down 30: 0 to 12",
    "down 60: 0 to 12",
  ]);
});

test("no rule runs through a cell", () => {
  expect(drawn(cell(0, 0, 2), cell(0, 1, 1, 2))).toEqual([
    "across 0: 0 to 60",
    "across 5: 10 to 60",
    "across 12: 0 to 60",
    "down 0: 0 to 12",
    "down 10: 0 to 12",
    "down 30: 5 to 12",
    "down 60: 0 to 12",
  ]);
  expect(drawn(cell(0, 1, 2))).toContain("across 5: 30 to 60");
  expect(drawn(cell(0, 1, 2))).toContain("across 5: 0 to 10");
});
