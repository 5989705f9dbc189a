import { type CellObject, read, utils, type WorkSheet } from "@e965/xlsx";
import { few } from "../../model/groups.js";
import type { RecoveredCell, RecoveredTable } from "../../model/recovered.js";
import type { Recovery } from "./recover.js";
import { partsOfSheet } from "./sheet-tables.js";

/** Books of this field have some twenty sheets; ranges of sheets go to row 3380, of lists to some thousand lines. */
const MOST_SHEETS = 100;
const MOST_ROWS = 20_000;
const MOST_CELLS = 400_000;

/** Formulas only to know where one has no value; styles only to know what is hidden. No links, no macros. */
const READING = { cellFormula: true, cellHTML: false, cellStyles: true, raw: true, sheetRows: MOST_ROWS };

/** What the tables of a workbook say, of whatever version, or those of the text of a CSV or a web page. */
export function recoverWorkbook(content: Uint8Array | string): Recovery {
  const type = typeof content === "string" ? "string" : "array";
  const names = read(content, { type, bookSheets: true }).SheetNames;
  if (names.length > MOST_SHEETS) return { kind: "unreadable", obstacle: "too many sheets" };
  const book = read(content, { ...READING, type });
  const isText = typeof content === "string" && !content.trimStart().startsWith("<");
  const sheets = book.SheetNames.map((name, index) => {
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
    return recoverSheet(book.Sheets[name] ?? {}, isText ? "" : name.trim(), isHidden);
  });
  if (sheets.includes("too large")) return { kind: "unreadable", obstacle: "too large" };
  const parts = sheets.filter((sheet) => sheet !== "too large");
  return {
    kind: "read",
    tables: parts.flatMap(({ tables }) => tables),
    paragraphs: parts.flatMap(({ paragraphs }) => paragraphs),
    remarks: [...macros(content), ...parts.flatMap(({ remarks }) => remarks)],
  };
}

/** The names of what holds macros in the new format, and in the old one. */
const MACROS = [Buffer.from("vbaProject.bin"), Buffer.from("_VBA_PROJECT", "utf16le")];

function macros(content: Uint8Array | string): readonly string[] {
  if (typeof content === "string") return [];
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return MACROS.some((name) => bytes.includes(name)) ? ["里面有宏：没有运行，只读了表里的值"] : [];
}

interface SheetRecovery {
  readonly tables: readonly RecoveredTable[];
  readonly paragraphs: ReturnType<typeof partsOfSheet>["paragraphs"];
  readonly remarks: readonly string[];
}

function recoverSheet(sheet: WorkSheet, name: string, isHidden: boolean): SheetRecovery | "too large" {
  const filled = Object.entries(sheet).flatMap(([address, cell]) =>
    address.startsWith("!") || !isFilled(cell)
      ? []
      : [{ cell: cell as CellObject, at: utils.decode_cell(address) }],
  );
  if (filled.length > MOST_CELLS) return "too large";
  const height = filled.reduce((most, { at }) => Math.max(most, at.r + 1), 0);
  const width = filled.reduce((most, { at }) => Math.max(most, at.c + 1), 0);
  if (height * width > MOST_CELLS * 4) return "too large";
  const spans = spansOf(sheet);
  const cells = new Map(filled.map(({ cell, at }) => [`${at.r} ${at.c}`, cell]));
  const hiddenRows = hiddenIn(sheet["!rows"], height);
  const hiddenColumns = hiddenIn(sheet["!cols"], width);
  const rows = Array.from({ length: height }, (_, r) =>
    Array.from({ length: width }, (_, c): RecoveredCell => {
      const unseen = isHidden || hiddenRows.has(r) || hiddenColumns.has(c);
      return {
        ...contentOf(cells.get(`${r} ${c}`)),
        ...(spans.get(`${r} ${c}`) ?? ONE),
        ...(unseen && { hidden: true as const }),
        where: whereOf(name, r, c),
      };
    }),
  );
  const uncalculated = filled.filter(({ cell }) => cell.f !== undefined && cell.v === undefined);
  const filledRows = new Set(filled.map(({ at }) => at.r));
  const filledColumns = new Set(filled.map(({ at }) => at.c));
  const of = name === "" ? "" : `“${name}”`;
  return {
    ...partsOfSheet(name, rows),
    remarks: [
      ...(isHidden && filled.length > 0 ? [`表${of}是隐藏的，没有取`] : []),
      ...told(
        `${of}有隐藏的行`,
        [...hiddenRows].filter((row) => filledRows.has(row)).map((row) => `第 ${row + 1} 行`),
      ),
      ...told(
        `${of}有隐藏的列`,
        [...hiddenColumns]
          .filter((column) => filledColumns.has(column))
          .map((column) => `${utils.encode_col(column)} 列`),
      ),
      ...told(
        `${of}里的公式没有存下算出的值，程序不算公式，当作空的`,
        uncalculated.map(({ at }) => utils.encode_cell(at)),
      ),
      ...told(
        `${of}里的公式算错了（#N/A、#REF! 之类），当作空的`,
        filled
          .filter(({ cell }) => cell.t === "e" && cell.v !== undefined)
          .map(({ at }) => utils.encode_cell(at)),
      ),
    ],
  };
}

const ONE = { columns: 1, rows: 1 } as const;

/** A formula without a value fills nothing, but stands there. */
function isFilled(cell: unknown): boolean {
  const { v, f } = cell as Partial<CellObject>;
  return (v !== undefined && v !== "") || f !== undefined;
}

function contentOf(cell: CellObject | undefined): Pick<RecoveredCell, "text" | "number" | "indent"> {
  if (!cell || cell.t === "z" || cell.t === "e" || cell.v === undefined) return { text: "", indent: 0 };
  if (cell.t === "n")
    return { text: seen(cell.w ?? String(cell.v)).trim(), number: String(cell.v), indent: 0 };
  const text = seen(cell.t === "s" ? String(cell.v) : (cell.w ?? String(cell.v)));
  return { text: meant(text.trim()), indent: text.length - text.trimStart().length };
}

/** Without what nobody sees. */
function seen(text: string): string {
  return text.replace(/[\u200B-\u200D\u2060\uFEFF]/g, "");
}

/** What is typed so that Excel keeps a number as text: ="2240150" and '2240150. */
function meant(text: string): string {
  const [, kept] = /^=(?:T\()?"([^"]*)"\)?$/i.exec(text) ?? [];
  return kept ?? text.replace(/^['’‘"“`](?=[\d０-９])|(?<=[\d０-９])['’"”]$/g, "");
}

/** How far cells reach over others, by row and column; where merges overlap, the one that stands first holds. */
function spansOf(sheet: WorkSheet): ReadonlyMap<string, { readonly columns: number; readonly rows: number }> {
  const spans = new Map<string, { readonly columns: number; readonly rows: number }>();
  for (const { s, e } of sheet["!merges"] ?? []) {
    const key = `${s.r} ${s.c}`;
    if (!spans.has(key)) spans.set(key, { columns: e.c - s.c + 1, rows: e.r - s.r + 1 });
  }
  return spans;
}

function hiddenIn(infos: WorkSheet["!rows"] | WorkSheet["!cols"], length: number): ReadonlySet<number> {
  const hidden = (infos ?? []).slice(0, length).flatMap((info, index) => (info?.hidden ? [index] : []));
  return new Set(hidden);
}

function whereOf(sheet: string, r: number, c: number): string {
  return sheet === "" ? `第 ${r + 1} 行第 ${c + 1} 列` : `${sheet}!${utils.encode_cell({ r, c })}`;
}

const MOST_SHOWN = 8;

function told(words: string, places: readonly string[]): readonly string[] {
  return places.length === 0 ? [] : [`${words}：${few(places, MOST_SHOWN, " ", "处")}`];
}
