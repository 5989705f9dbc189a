import type { Place } from "../../diagnostic.js";
import type { Piece, ScriptLine } from "../../model/manuscript.js";
import { plainForm } from "../../text/fold.js";

/** Words of a manuscript without blanks and line ends, and for each of its characters where it stands. */
export interface Strip {
  readonly text: string;
  readonly lines: readonly ScriptLine[];
  /** where in its line each character stands */
  readonly indexes: readonly number[];
}

/** A part of a strip. */
export interface Stretch {
  readonly strip: Strip;
  readonly start: number;
  readonly end: number;
}

/** The characters of a line, or of a part of it. */
export function stripOf(line: ScriptLine, start = 0, end = line.text.length): Strip {
  let text = "";
  const lines: ScriptLine[] = [];
  const indexes: number[] = [];
  for (let index = start; index < end; index++) {
    const character = plainForm(line.text[index] ?? "");
    if (/\s/u.test(character)) continue;
    text += character;
    lines.push(line);
    indexes.push(index);
  }
  return { text, lines, indexes };
}

/** The characters of each line, and of each row of a table without what is put between its cells. */
export function stripsOf(pieces: readonly Piece[]): readonly Strip[] {
  const strips = pieces.flatMap((piece) => {
    if (piece.kind === "line") return [stripOf(piece)];
    return piece.rows.map(({ line, cells }) =>
      joined(cells.map(({ start, end }) => stripOf(line, start, end))),
    );
  });
  return strips.filter(({ text }) => text !== "");
}

export function joined(strips: readonly Strip[]): Strip {
  return {
    text: strips.map((strip) => strip.text).join(""),
    lines: strips.flatMap((strip) => strip.lines),
    indexes: strips.flatMap((strip) => strip.indexes),
  };
}

export function sliced({ text, lines, indexes }: Strip, start: number, end: number): Strip {
  return {
    text: text.slice(start, end),
    lines: lines.slice(start, end),
    indexes: indexes.slice(start, end),
  };
}

export function whole(strip: Strip): Stretch {
  return { strip, start: 0, end: strip.text.length };
}

/** A part of a stretch. */
export function within({ strip, start }: Stretch, from: number, to: number): Stretch {
  return { strip, start: start + from, end: start + to };
}

export function textOf({ strip, start, end }: Stretch): string {
  return strip.text.slice(start, end);
}

/** Whether a character is the first of its line, or of a line within its cell. */
export function beginsLine({ lines, indexes }: Strip, at: number): boolean {
  const line = lines[at];
  if (at === 0 || line !== lines[at - 1]) return true;
  const [before = 0, index = 0] = [indexes[at - 1], indexes[at]];
  return line?.breaks.some((each) => each > before && each <= index) ?? false;
}

/** Whether something that is not a character parts this one from the one before it. */
export function beginsWord(strip: Strip, at: number): boolean {
  if (at <= 0 || at >= strip.text.length || beginsLine(strip, at)) return true;
  return strip.indexes[at] !== (strip.indexes[at - 1] ?? 0) + 1;
}

/** Where a stretch stands in the whole manuscript, from its first character to behind its last. */
export function spanOf({ strip, start, end }: Stretch): readonly [from: number, to: number] {
  const position = (at: number): number => (strip.lines[at]?.offset ?? 0) + (strip.indexes[at] ?? 0);
  if (strip.text === "") return [0, 0];
  if (start >= strip.text.length) return [position(start - 1) + 1, position(start - 1) + 1];
  return end > start ? [position(start), position(end - 1) + 1] : [position(start), position(start)];
}

/** The place of a stretch; of one that runs over several lines, of its beginning; of an empty one, of what is before it. */
export function placeOf(file: string, { strip, start, end }: Stretch): Place | undefined {
  const from = end > start ? start : Math.max(0, start - 1);
  const line = strip.lines[from];
  if (!line) return undefined;
  const first = strip.indexes[from] ?? 0;
  let last = from;
  while (last + 1 < end && strip.lines[last + 1] === line) last++;
  const behind = (strip.indexes[last] ?? first) + 1;
  return {
    file,
    ...(line.page !== undefined && { page: line.page }),
    line: line.number,
    column: [...line.text.slice(0, first)].length + 1,
    length: [...line.text.slice(first, behind)].length,
    excerpt: line.text,
  };
}

/** Where a stretch stands, in a reader's words. */
export function whereOf({ strip, start }: Stretch): string {
  const line = strip.lines[Math.max(0, Math.min(start, strip.text.length - 1))];
  if (!line) return "";
  return line.page === undefined ? `第 ${line.number} 行` : `第 ${line.page} 页`;
}
