import { read, utils, type WorkBook, type WorkSheet } from "@e965/xlsx";
import type { SaidTable } from "./said.js";

export function readWorkbook(bytes: Uint8Array): WorkBook {
  return read(bytes, { cellNF: true });
}

/** A place of a sheet, from 0. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/** What a sheet of so many columns under a head of so many rows says, cell by cell as they are seen. */
export function saidBySheet(
  sheet: WorkSheet,
  { columns, head, rows }: { readonly columns: number; readonly head: number; readonly rows: number },
): SaidTable {
  const above = [0, 1, 2].flatMap((row) => valuesIn(sheet, row, Math.max(columns, 2)));
  const first = 3 + head;
  const { e } = utils.decode_range(sheet["!ref"] ?? "A1");
  const grid = (row: number): readonly Place[] =>
    Array.from({ length: columns }, (_, column) => originOf(sheet, { row, column }));
  const heads = Array.from({ length: head }, (_, row) => grid(3 + row));
  const below = Array.from({ length: e.r + 1 - first - rows }, (_, row) => row + first + rows);
  if (e.c >= Math.max(columns, 2)) throw new Error(`there is something in column ${e.c}`);
  return {
    above,
    heads: Array.from({ length: head > 0 ? columns : 0 }, (_, column) =>
      heads
        .flatMap((row) => row[column] ?? [])
        .filter((place, index, all) => !isSame(place, all[index - 1]))
        .map((place) => seen(sheet, place)),
    ),
    rows: Array.from({ length: rows }, (_, row) => grid(first + row).map((place) => seen(sheet, place))),
    notes: below.flatMap((row) => valuesIn(sheet, row, columns)),
  };
}

function isSame(one: Place, other: Place | undefined): boolean {
  return one.row === other?.row && one.column === other.column;
}

/** The cell that covers a place. */
function originOf(sheet: WorkSheet, place: Place): Place {
  const over = sheet["!merges"]?.find(
    ({ s, e }) => s.r <= place.row && place.row <= e.r && s.c <= place.column && place.column <= e.c,
  );
  return over ? { row: over.s.r, column: over.s.c } : place;
}

/** What a cell shows in its format. */
function seen(sheet: WorkSheet, { row, column }: Place): string {
  const cell = sheet[utils.encode_cell({ r: row, c: column })];
  return cell === undefined || cell.t === "z" ? "" : String(cell.w ?? cell.v);
}

function valuesIn(sheet: WorkSheet, row: number, columns: number): readonly string[] {
  return Array.from({ length: columns }, (_, column) => sheet[utils.encode_cell({ r: row, c: column })])
    .filter((cell) => cell !== undefined && cell.t !== "z" && cell.v !== "")
    .map((cell) => String(cell.v));
}
