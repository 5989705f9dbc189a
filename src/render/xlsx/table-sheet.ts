import type { CellStyle, MergeRange, Cell as SheetCell, WriteSheet } from "hucre/xlsx";
import { hasGap } from "../../model/figure.js";
import { cellText, runText } from "../../model/printed.js";
import type { Cell, Element, Marked, Orientation, Paragraph, Row, Table } from "../../model/report.js";
import { namingColumns } from "../../model/table-words.js";
import { columnsOf, type Leaf, leavesOf } from "../../model/walk.js";
import { digits } from "../../money/money.js";
import { sum } from "../layout/lengths.js";
import { markupText } from "../markup-text.js";
import { cellLook } from "../tables/cell-look.js";
import { layHead } from "../tables/table-head.js";
import { columnWidths, LINE, linesIn, rowHeights } from "./measures.js";
import { cellReference } from "./sheet-names.js";
import { BESIDE, BODY, HEAD, MARKED, NOTE, TITLE, TOTAL } from "./styles.js";

/** What a sheet is written with besides its table. */
export interface SheetSetting {
  readonly name: string;
  /** the sheet that lists all others */
  readonly contents: string;
  readonly orientation: Orientation;
  readonly marked: Marked;
  /** of a copy for review, what it is */
  readonly watermark: string | undefined;
}

/** Number, title and what stands beside each other above a table have a row each. */
const ABOVE = 3;
/** What stays in sight may take no more, or there would be no room for the rest. */
const WIDEST_FROZEN = 60;

/** How much larger the type of titles is than that of cells. */
const TITLE_SIZE = 1.6;

type Written = Map<string, Partial<SheetCell>>;

/** A table as a sheet: what stands above it, its head, its rows and its notes, each cell where the report has it. */
export function tableSheet(table: Table, setting: SheetSetting): WriteSheet {
  const leaves = leavesOf(table.columns);
  const head = layHead(table.columns);
  const widths = columnWidths(table);
  const first = ABOVE + head.rows;
  const cells: Written = new Map();
  const merges: MergeRange[] = [];
  writeAbove(table, setting, cells, merges);
  writeHead(table, setting, cells, merges);
  for (const [index, row] of table.rows.entries())
    for (const leaf of leaves) writeCell(row, leaf, first + index, { table, setting, cells, merges });
  const below = first + table.rows.length;
  for (const [index, note] of table.notes.entries())
    writeNote(note, below + index, leaves.length, setting, cells, merges);
  const heights = [
    ...heightsAbove(table, widths),
    ...headHeights(table, widths),
    ...rowHeights(table, widths),
    ...table.notes.map((note) => LINE * linesIn(noteText(note), sum(widths))),
  ];
  return {
    name: setting.name,
    columns: widths.map((width) => ({ width })),
    rows: heights.map(() => []),
    rowDefs: new Map(heights.map((height, row) => [row, { height }])),
    cells,
    merges: merges.filter(({ startRow, startCol, endRow, endCol }) => endRow > startRow || endCol > startCol),
    freezePane: { rows: first, columns: frozenColumns(leaves, widths) },
    ...pageOf(setting),
  };
}

/** The rows of a sheet that are printed again on every page; forms have no heads. */
export function titleRows({ columns }: Table): string | undefined {
  if (layHead(columns).rows === 0) return undefined;
  return `$${ABOVE + 1}:$${ABOVE + layHead(columns).rows}`;
}

/** How a sheet is printed: on A4, as wide as the paper. */
export function pageOf({
  orientation,
  watermark,
}: Pick<SheetSetting, "orientation" | "watermark">): Pick<WriteSheet, "pageSetup" | "headerFooter"> {
  return {
    pageSetup: {
      paperSize: "a4",
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      ...(watermark !== undefined && { oddHeader: `&C${watermark}` }),
      oddFooter: "&C第 &P 页，共 &N 页",
    },
  };
}

function writeAbove(
  table: Table,
  { contents, marked }: SheetSetting,
  cells: Written,
  merges: MergeRange[],
): void {
  const last = leavesOf(table.columns).length - 1;
  const style = (own: CellStyle): CellStyle => styled(own, marked.has(table));
  const half = Math.floor(last / 2);
  const hyperlink = { target: "", location: cellReference(contents) };
  if (table.number.text !== "") put(cells, 0, 0, { ...text(table.number.text, style({})), hyperlink });
  put(cells, 1, 0, text(table.title.text, style(TITLE)));
  put(cells, 2, 0, text(table.left.text, style(beside("left"))));
  put(cells, 2, half + 1, text(table.right.text, style(beside("right"))));
  merges.push(merge(1, 0, 1, last + 1), merge(2, 0, 1, half + 1), merge(2, half + 1, 1, last - half));
}

function beside(horizontal: "left" | "right"): CellStyle {
  return { ...BESIDE, alignment: { ...BESIDE.alignment, horizontal } };
}

/** How high the rows above the head are. */
function heightsAbove({ title, left, right }: Table, widths: readonly number[]): readonly number[] {
  const half = Math.floor((widths.length - 1) / 2) + 1;
  const sides = [
    linesIn(left.text, sum(widths.slice(0, half))),
    linesIn(right.text, sum(widths.slice(half))),
  ];
  return [LINE, 2 * LINE * linesIn(title.text, sum(widths) / TITLE_SIZE), LINE * Math.max(...sides)];
}

function writeHead({ columns }: Table, { marked }: SheetSetting, cells: Written, merges: MergeRange[]): void {
  for (const { of, text: words, row, column, rows, columns: width } of layHead(columns).cells) {
    fill(cells, merge(ABOVE + row, column, rows, width), HEAD);
    put(cells, ABOVE + row, column, text(words, styled(HEAD, marked.has(of))));
    merges.push(merge(ABOVE + row, column, rows, width));
  }
}

interface CellSetting {
  readonly table: Table;
  readonly setting: SheetSetting;
  readonly cells: Written;
  readonly merges: MergeRange[];
}

function writeCell(row: Row, leaf: Leaf, at: number, { table, setting, cells, merges }: CellSetting): void {
  const cell = row.cells[leaf.index];
  if (!cell || cell.kind === "covered") return;
  const { align, indent } = cellLook(table, row, leaf.column, cell);
  const isTotal = row.subjects.some(({ role }) => role === "total" || role === "grand");
  const style = styled(
    {
      ...(isTotal ? TOTAL : BODY),
      alignment: { ...BODY.alignment, horizontal: align, ...(indent > 0 && { indent }) },
    },
    setting.marked.has(cell),
  );
  const place = merge(at, leaf.index, cell.rows, columnsOf(cell));
  fill(cells, place, BODY);
  put(cells, at, leaf.index, contentOf(cell, leaf, style));
  merges.push(place);
}

/** A figure as the number that is printed, words and codes as text. */
function contentOf(cell: Cell, { column }: Leaf, style: CellStyle): Partial<SheetCell> {
  if (cell.kind === "figure" && !hasGap(cell.figure)) {
    const { amount, decimals, separators = true, zero } = cell.figure;
    const printed = digits(amount, decimals, false);
    const value = Number(printed);
    const places = decimals > 0 ? `.${"0".repeat(decimals)}` : "";
    // what has more digits than a workbook's numbers stays as it is printed
    if (value.toFixed(decimals) === printed && Math.abs(value) < 1e15 / 10 ** decimals)
      return { value, type: "number", style: { ...style, numFmt: numberFormat(separators, places, zero) } };
  }
  const words = cellText(cell);
  return words === "" ? { value: null, style } : text(words, style, column.shows.kind === "code");
}

/** How numbers are shown; one of nothing as a sign, where it has one. */
function numberFormat(separators: boolean, places: string, zero: string | undefined): string {
  const shown = `${separators ? "#,##0" : "0"}${places}`;
  return zero === undefined ? shown : `${shown};-${shown};"${zero}"`;
}

function writeNote(
  note: Paragraph,
  row: number,
  width: number,
  { marked }: SheetSetting,
  cells: Written,
  merges: MergeRange[],
): void {
  put(
    cells,
    row,
    0,
    text(
      noteText(note),
      styled(
        NOTE,
        note.runs.some((run: Element) => marked.has(run)),
      ),
    ),
  );
  merges.push(merge(row, 0, 1, width));
}

function noteText({ runs }: Paragraph): string {
  return runs.map(runText).join("");
}

function headHeights({ columns }: Table, widths: readonly number[]): readonly number[] {
  const { rows, cells } = layHead(columns);
  return Array.from({ length: rows }, (_, row) => {
    const own = cells.filter((cell) => cell.row + cell.rows - 1 === row);
    const lines = own.map(({ text: words, column, columns: count, rows: height }) =>
      Math.ceil(linesIn(words, sum(widths.slice(column, column + count))) / height),
    );
    return LINE * Math.max(1, ...lines);
  });
}

function frozenColumns(leaves: readonly Leaf[], widths: readonly number[]): number {
  const [naming] = namingColumns(leaves.filter(({ column }) => column.side === 0));
  const count = (naming?.index ?? -1) + 1;
  return sum(widths.slice(0, count)) <= WIDEST_FROZEN ? count : 0;
}

/** What a program for workbooks would take for a formula, were it typed. */
const LIKE_FORMULA = /^[=+\-@]/;
/** What workbooks write for a character that they cannot hold: where the words are so, they are escaped themselves. */
const ESCAPE = /_x[\dA-Fa-f]{4}_/g;
/** Longer texts of the format of texts are shown as ###. */
const LONGEST_TEXT = 255;

/** Words as text, in the format of texts where they would otherwise become something else when somebody edits them. */
export function text(words: string, style: CellStyle, isCode = false): Partial<SheetCell> {
  const value = markupText(words).replaceAll(ESCAPE, "_x005F$&");
  const isText = (isCode || LIKE_FORMULA.test(value)) && value.length <= LONGEST_TEXT;
  return { value, type: "string", style: isText ? { ...style, numFmt: "@" } : style };
}

function styled(style: CellStyle, isMarked: boolean): CellStyle {
  return isMarked ? { ...style, fill: MARKED } : style;
}

function put(cells: Written, row: number, column: number, cell: Partial<SheetCell>): void {
  cells.set(`${row},${column}`, cell);
}

/** Every cell below a wide one has its rules, too. */
function fill(cells: Written, { startRow, startCol, endRow, endCol }: MergeRange, style: CellStyle): void {
  for (let row = startRow; row <= endRow; row++)
    for (let column = startCol; column <= endCol; column++) put(cells, row, column, { value: null, style });
}

function merge(row: number, column: number, rows: number, columns: number): MergeRange {
  return { startRow: row, startCol: column, endRow: row + rows - 1, endCol: column + columns - 1 };
}
