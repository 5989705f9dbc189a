import type { Grid, GridRow, ScriptLine } from "../model/manuscript.js";
import type { DrawnPage } from "./drawing.js";
import { arrange, type RuledCell, type RuledTable } from "./grids.js";
import { rowsOf } from "./word-rows.js";

/** What stands on a page, from top to bottom, before its lines are counted. */
export interface PageScript {
  readonly pieces: readonly RawPiece[];
  readonly unread: string | undefined;
  /** what runs across it, such as a watermark */
  readonly slanting: string;
}

export type RawPiece = Pick<ScriptLine, "kind" | "text"> | RawGrid;

export interface RawGrid extends Pick<Grid, "kind" | "columns"> {
  readonly rows: readonly RawRow[];
}

type RawRow = Pick<ScriptLine, "text" | "breaks"> & Pick<GridRow, "cells">;

/** Between the cells of a row that is shown as one line. */
const BETWEEN = " | ";

export function pageScript(page: DrawnPage): PageScript {
  const drawing = { ...page, glyphs: page.glyphs.filter(({ slanting }) => !slanting) };
  const slanting = page.glyphs.filter((glyph) => glyph.slanting).map(({ text }) => text);
  const { tables, outside } = arrange(drawing);
  const lines = rowsOf(outside).map(({ text, base }) => ({
    top: base,
    piece: { kind: "line" as const, text },
  }));
  const grids = tables.map((table) => ({ top: table.top, piece: gridOf(table) }));
  const pieces = [...lines, ...grids].sort((a, b) => a.top - b.top).map(({ piece }) => piece);
  return { pieces, unread: unreadOn(drawing), slanting: slanting.join("").trim() };
}

function gridOf({ columns, cells }: RuledTable): RawGrid {
  const rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  return {
    kind: "grid",
    columns,
    rows: rows.map((row) => rowOf(cells.filter((cell) => cell.row === row))),
  };
}

function rowOf(cells: readonly RuledCell[]): RawRow {
  let text = "";
  const breaks: number[] = [];
  const ordered = cells.toSorted((a, b) => a.column - b.column);
  const placed = ordered.map(({ rows, column, columns }) => {
    if (text !== "") text += BETWEEN;
    const start = text.length;
    rows.forEach((row, index) => {
      if (index > 0) breaks.push(text.length);
      text += row.text;
    });
    return { column, columns, start, end: text.length };
  });
  return { text, breaks, cells: placed };
}

/** Pictures that cover less than this part of a page are seals and ornaments. */
const PICTURE = 0.1;
/** A page on which more than this part of the characters means nothing has a font that does not say what it shows. */
const RUBBISH = 0.2;
const MEANINGLESS = /[\p{Co}\p{Cc}\uFFFD]/u;

function unreadOn({ glyphs, pictured, hasShapes }: DrawnPage): string | undefined {
  const seen = glyphs.filter(({ text }) => text.trim() !== "");
  if (seen.length === 0) {
    return pictured > 0 || hasShapes ? "这一页没有文字，只有图，像是扫描的" : undefined;
  }
  const rubbish = seen.filter(({ text }) => MEANINGLESS.test(text)).length;
  if (rubbish > RUBBISH * seen.length) return "这一页的字体没有说明各字是什么字，读出来是乱码";
  return pictured > PICTURE ? "这一页上有图，图里的字读不出来" : undefined;
}
