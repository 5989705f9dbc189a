import { type BookType, type CellObject, utils, type WorkSheet, write } from "@e965/xlsx";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";

/** A cell as a system exports it: a text, a number, a formula of which nobody has kept what it comes to, or that failed, or one over several. */
export type Cell =
  | string
  | number
  | { readonly formula: string }
  | { readonly error: "#N/A" }
  | { readonly text: string; readonly over: Reach };
export interface Reach {
  readonly columns?: number;
  readonly rows?: number;
}

/** A table of an export, and what of it is hidden. */
export interface ListSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly isHidden?: boolean;
  /** how far the sheet claims to be used */
  readonly range?: string;
}

/** A book of the sheets, as another program writes it. */
export function bookOf(sheets: readonly ListSheet[], bookType: BookType = "xlsx"): Uint8Array {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, sheetOf(sheet), sheet.name);
  book.Workbook = { Sheets: sheets.map(({ isHidden }) => ({ Hidden: isHidden ? 1 : 0 })) };
  return new Uint8Array(write(book, { type: "buffer", bookType, bookSST: true }));
}

function sheetOf({ rows, hiddenRows = [], hiddenColumns = [], range }: ListSheet): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map(contentOf)));
  sheet["!merges"] = rows.flatMap((row, r) =>
    row.flatMap((cell, c) => {
      if (typeof cell !== "object" || !("over" in cell)) return [];
      const { columns = 1, rows: down = 1 } = cell.over;
      return [{ s: { r, c }, e: { r: r + down - 1, c: c + columns - 1 } }];
    }),
  );
  sheet["!rows"] = hidingOnly(hiddenRows);
  sheet["!cols"] = hidingOnly(hiddenColumns);
  if (range !== undefined) sheet["!ref"] = range;
  return sheet;
}

function hidingOnly(places: readonly number[]): { hidden: boolean }[] {
  const last = Math.max(-1, ...places);
  return Array.from({ length: last + 1 }, (_, place) => ({ hidden: places.includes(place) }));
}

const NOT_AVAILABLE = 0x2a;

function contentOf(cell: Cell): CellObject | string | number | null {
  if (typeof cell !== "object") return cell === "" ? null : cell;
  if ("error" in cell) return { t: "e", v: NOT_AVAILABLE };
  return "formula" in cell ? { t: "n", f: cell.formula } : cell.text;
}

/** The rows as lines of text, their cells parted by `mark`. */
export function linesOf({ rows }: ListSheet, mark: "," | "\t"): string {
  const written = (cell: Cell): string => {
    const text = String(typeof cell === "object" ? ("text" in cell ? cell.text : "") : cell);
    return mark === "," && /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${rows.map((row) => row.map(written).join(mark)).join("\r\n")}\r\n`;
}

/** A Word document in which each sheet is a table under its title. */
export function wordOf(sheets: readonly ListSheet[]): Promise<Uint8Array> {
  const children = sheets.flatMap(({ name, rows }) => [
    new Paragraph(name),
    new Table({ rows: rows.map((row) => new TableRow({ children: row.flatMap(wordCell) })) }),
    new Paragraph(""),
  ]);
  return Packer.toBuffer(new Document({ sections: [{ children }] })).then((bytes) => new Uint8Array(bytes));
}

function wordCell(cell: Cell): readonly TableCell[] {
  if (cell === COVERED) return [];
  const text = typeof cell === "object" ? ("text" in cell ? cell.text : "") : String(cell);
  const { columns = 1, rows = 1 } = typeof cell === "object" && "over" in cell ? cell.over : {};
  return [new TableCell({ columnSpan: columns, rowSpan: rows, children: [new Paragraph(text)] })];
}

/** Stands where another cell reaches over in a Word document. */
export const COVERED = "\u0000";
