import type { Place } from "../../diagnostic/diagnostic.js";
import { PROJECT_CODE } from "../../model/budget.js";
import type { Piece, ScriptLine } from "../../model/manuscript.js";
import { plainForm } from "../../text/fold.js";

/** Words of a manuscript without blanks and line ends, and for each of its characters where it stands. */
export interface ScriptText {
  readonly text: string;
  readonly lines: readonly ScriptLine[];
  /** where in its line each character stands */
  readonly indexes: readonly number[];
}

/** Some characters of a text, by where they stand in it. */
export interface TextRange {
  readonly source: ScriptText;
  readonly start: number;
  readonly end: number;
}

/** From where to where something stands. */
export type Interval = readonly [from: number, to: number];

/** The characters of a line, or of a part of it. */
export function placedText(line: ScriptLine, start = 0, end = line.text.length): ScriptText {
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
export function placedTexts(pieces: readonly Piece[]): readonly ScriptText[] {
  const sources = pieces.flatMap((piece) => {
    if (piece.kind === "line") return [placedText(piece)];
    return piece.rows.map(({ line, cells }) =>
      joined(cells.map(({ start, end }) => placedText(line, start, end))),
    );
  });
  return sources.filter(({ text }) => text !== "");
}

export function joined(sources: readonly ScriptText[]): ScriptText {
  return {
    text: sources.map((source) => source.text).join(""),
    lines: sources.flatMap((source) => source.lines),
    indexes: sources.flatMap((source) => source.indexes),
  };
}

export function whole(source: ScriptText): TextRange {
  return { source, start: 0, end: source.text.length };
}

/** A part of a range. */
export function within({ source, start }: TextRange, from: number, to: number): TextRange {
  return { source, start: start + from, end: start + to };
}

/** The range as a text of its own. */
export function cutOut({ source: { text, lines, indexes }, start, end }: TextRange): ScriptText {
  return {
    text: text.slice(start, end),
    lines: lines.slice(start, end),
    indexes: indexes.slice(start, end),
  };
}

export function textOf({ source, start, end }: TextRange): string {
  return source.text.slice(start, end);
}

/** Whether a character is the first of its line, or of a line within its cell. */
export function beginsLine({ lines, indexes }: ScriptText, at: number): boolean {
  const line = lines[at];
  if (at === 0 || line !== lines[at - 1]) return true;
  const [before = 0, index = 0] = [indexes[at - 1], indexes[at]];
  return line?.breaks.some((each) => each > before && each <= index) ?? false;
}

/** Whether something that is not a character parts this one from the one before it. */
export function beginsWord(source: ScriptText, at: number): boolean {
  if (at <= 0 || at >= source.text.length || beginsLine(source, at)) return true;
  return source.indexes[at] !== (source.indexes[at - 1] ?? 0) + 1;
}

/** Whether a line begins there with the number of a project's code, whose other parts stand on the line before. */
export function continuesCode(source: ScriptText, at: number): boolean {
  const from = at - PROJECT_CODE.numberFrom;
  const to = from + PROJECT_CODE.length;
  if (from < 0 || !beginsWord(source, from) || !beginsWord(source, to)) return false;
  return CODE.test(source.text.slice(from, to)) && source.lines[from] === source.lines[to - 1];
}

const CODE = new RegExp(`^[0-9A-Za-z]{${PROJECT_CODE.length}}$`);

/** Where a range stands in the whole manuscript, from its first character to behind its last. */
export function spanOf({ source, start, end }: TextRange): Interval {
  const position = (at: number): number => (source.lines[at]?.offset ?? 0) + (source.indexes[at] ?? 0);
  if (source.text === "") return [0, 0];
  if (start >= source.text.length) return [position(start - 1) + 1, position(start - 1) + 1];
  return end > start ? [position(start), position(end - 1) + 1] : [position(start), position(start)];
}

/** The place of a range; of one that runs over several lines, of its beginning; of an empty one, of what is before it. */
export function placeOf(file: string, { source, start, end }: TextRange): Place | undefined {
  const from = end > start ? start : Math.max(0, start - 1);
  const line = source.lines[from];
  if (!line) return undefined;
  const first = source.indexes[from] ?? 0;
  let last = from;
  while (last + 1 < end && source.lines[last + 1] === line) last++;
  const behind = (source.indexes[last] ?? first) + 1;
  return {
    file,
    ...(line.page !== undefined && { page: line.page }),
    line: line.number,
    column: [...line.text.slice(0, first)].length + 1,
    length: [...line.text.slice(first, behind)].length,
    excerpt: line.text,
  };
}

/** Where a range stands, in a reader's words. */
export function whereOf({ source, start }: TextRange): string {
  const line = source.lines[Math.max(0, Math.min(start, source.text.length - 1))];
  if (!line) return "";
  return line.page === undefined ? `第 ${line.number} 行` : `第 ${line.page} 页`;
}
