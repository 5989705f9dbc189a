import { areOfOneList, isCode, namingColumns, wordIn } from "../model/table-words.js";
import { type Grid, type GridColumn, type GridRow, nameIn } from "./grid.js";

/** What a row is called: its word in the column that names rows, with its codes where others have the same. */
export function rowName(row: GridRow, grid: Grid): readonly string[] {
  const column = grid.naming.find((each) => nameIn(row, each) !== "");
  if (!column) return [codesIn(row, grid, grid.columns.length)].filter((word) => word !== "");
  const word = nameIn(row, column);
  const isOnly = (column.counts.get(word) ?? 0) <= 1;
  const codes = isOnly ? "" : codesIn(row, grid, column.index);
  return [codes === "" ? word : `${codes} ${word}`];
}

/** What the row of a cell is called: on one of several sides by its name there, within a project also by the indicator. */
export function cellRowName(row: GridRow, column: GridColumn, grid: Grid): readonly string[] {
  const hasSides = grid.columns.some((each) => each.column.side > 0);
  const isIndicator = column.column.shows.kind === "indicator";
  if (!hasSides && !isIndicator) return rowName(row, grid);
  const [naming = column] = namingColumns(grid.columns.filter((each) => areOfOneList(each, column)));
  const name = nameIn(row, naming) || nameIn(row, column);
  if (name === "") return rowName(row, grid);
  return isIndicator ? [...rowName(row, grid), name] : [name];
}

/** A code that is the same in every row says nothing of this one. */
function codesIn({ row, cells }: GridRow, { columns }: Grid, end: number): string {
  return columns
    .slice(0, end)
    .filter(({ codes }) => codes.size > 1)
    .map((column) => ({ column, word: wordIn(cells[column.index]) }))
    .flatMap(({ column, word }) => (isCode(word, column, row) ? [word] : []))
    .join("");
}
