import { parentPort, workerData } from "node:worker_threads";
import { type CellObject, read, utils, type WorkSheet } from "@e965/xlsx";
import type { Sheet, Workbook } from "./workbook.js";

/** A classification has some two thousand rows, and few columns; ranges of sheets go much further. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 64;

/** Values only: no formulas, styles, links or macros. Numbers stay as they are stored, texts of a CSV as they are written. */
const VALUES = { cellFormula: false, cellHTML: false, cellText: false, raw: true, sheetRows: MOST_ROWS };

/** What is read of a workbook, or of the text of a CSV, in the thread that asks. */
export function workbookOf(content: Uint8Array | string): Workbook {
  try {
    const isText = typeof content === "string";
    const book = read(content, { ...VALUES, type: isText ? "string" : "array" });
    const sheets = book.SheetNames.map((name): Sheet => {
      // the one sheet of a text has no name
      return { name: isText ? "" : name, rows: rowsOf(book.Sheets[name] ?? {}) };
    });
    return { kind: "read", sheets };
  } catch (error) {
    const isEncrypted = /password|encrypt/i.test(String(error));
    return { kind: "unreadable", obstacle: isEncrypted ? "encrypted" : "damaged" };
  }
}

function rowsOf(sheet: WorkSheet): Sheet["rows"] {
  if (sheet["!ref"] === undefined) return [];
  const { s: from, e: to } = utils.decode_range(sheet["!ref"]);
  const end = { r: to.r, c: Math.min(to.c, from.c + MOST_COLUMNS) };
  // so that the first row is the first of the sheet
  const range = utils.encode_range({ s: { r: 0, c: from.c }, e: end });
  const rows = utils.sheet_to_json<CellObject["v"][]>(sheet, {
    header: 1,
    raw: true,
    blankrows: true,
    range,
  });
  return rows.map((row) =>
    Array.from(row, (cell) => (typeof cell === "boolean" ? "" : meant(String(cell ?? "")))),
  );
}

/** What is typed so that Excel keeps a number as text, ="2240150" and '2240150, and what nobody sees. */
function meant(cell: string): string {
  const text = cell.replace(/[\u200B-\u200D\u2060\uFEFF]/g, "").trim();
  const [, kept] = /^=(?:T\()?"([^"]*)"\)?$/i.exec(text) ?? [];
  return kept ?? text.replace(/^['’‘"“`](?=[\d０-９])|(?<=[\d０-９])['’"”]$/g, "");
}

/** Runs in a thread of its own, so that a file made to exhaust its reader can be given up. */
parentPort?.postMessage(workbookOf(workerData));
