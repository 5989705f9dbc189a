import type { DrawnCharacter } from "./drawing.js";

/** Words on one line, from left to right, and where it runs. */
export interface WordRow {
  readonly text: string;
  readonly base: number;
}

/** Glyphs whose baselines lie as near as this, in parts of their size, stand on one line. */
const SAME_LINE = 0.35;
/** A gap as wide as this, in parts of the size, is a blank. */
const BLANK = 0.3;
/**
 * Bold type is often the same glyph drawn twice, so near that it looks like one: at most so far apart, in parts of the
 * glyph's width. Two marks that are narrow, such as apostrophes, stand as near as they are wide.
 */
const TWICE = 0.5;

/** The lines that glyphs make, from the top down. Blanks are put where the page has gaps. */
export function rowsOf(glyphs: readonly DrawnCharacter[]): readonly WordRow[] {
  const lines: DrawnCharacter[][] = [];
  const visible = glyphs.filter(({ text }) => text.trim() !== "");
  for (const glyph of visible.sort((a, b) => a.base - b.base)) {
    const line = lines.at(-1);
    if (line?.[0] && Math.abs(glyph.base - line[0].base) <= SAME_LINE * Math.max(glyph.size, line[0].size)) {
      line.push(glyph);
    } else lines.push([glyph]);
  }
  return lines.map(rowOf);
}

function rowOf(line: readonly DrawnCharacter[]): WordRow {
  const ordered = line.toSorted((a, b) => a.left - b.left).filter(isDrawnOnce);
  let text = "";
  let right = ordered[0]?.left ?? 0;
  for (const glyph of ordered) {
    if (text !== "" && glyph.left - right > BLANK * glyph.size) text += " ";
    text += glyph.text;
    right = Math.max(right, glyph.right);
  }
  return { text, base: ordered[0]?.base ?? 0 };
}

function isDrawnOnce(glyph: DrawnCharacter, index: number, all: readonly DrawnCharacter[]): boolean {
  const before = all[index - 1];
  return (
    !before || before.text !== glyph.text || glyph.left - before.left > TWICE * (before.right - before.left)
  );
}
