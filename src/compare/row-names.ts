import { type Grid, type GridColumn, type GridRow, isCode, isName, wordIn } from "./grid.js";

/** What a row is called: its word in the column that names rows, with its codes where others have the same. */
export function rowName(row: GridRow, grid: Grid): readonly string[] {
  const column = grid.naming.find(({ index }) => isName(wordIn(row.cells[index])));
  if (!column) return [codesIn(row, grid, grid.columns.length)].filter((word) => word !== "");
  const word = wordIn(row.cells[column.index]);
  const isOnly = (column.counts.get(word) ?? 0) <= 1;
  const codes = isOnly ? "" : codesIn(row, grid, column.index);
  return [codes === "" ? word : `${codes} ${word}`];
}

/** What the row of a cell is called: a cell beside others under one head by the word before it there, if there is any. */
export function cellRowName(row: GridRow, column: GridColumn, grid: Grid): readonly string[] {
  const label = labelOf(row, column, grid);
  if (label === undefined) return rowName(row, grid);
  const [naming] = grid.naming;
  return naming?.path.length === 1 ? [...rowName(row, grid), label] : [label];
}

/** The last name before a cell under the same head, or else its own. */
function labelOf({ cells }: GridRow, { index, path }: GridColumn, { columns }: Grid): string | undefined {
  const group = groupOf(path);
  if (group === "") return undefined;
  const before = columns.slice(0, index).filter((each) => groupOf(each.path) === group);
  const names = before.map((each) => wordIn(cells[each.index]));
  return [wordIn(cells[index]), ...names].findLast(isName);
}

function groupOf(path: GridColumn["path"]): string {
  return path.slice(0, -1).join("\t");
}

/** A code that is the same in every row says nothing of this one. */
function codesIn({ cells }: GridRow, { columns }: Grid, end: number): string {
  const telling = columns.slice(0, end).filter(({ counts }) => [...counts.keys()].filter(isCode).length > 1);
  return telling
    .map(({ index }) => wordIn(cells[index]))
    .filter(isCode)
    .join("");
}
