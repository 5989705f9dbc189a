import type { FaceGlyph } from "../fonts/fonts.js";
import type { Type } from "./set-line.js";

/** Glue of Knuth and Plass: how wide it is at best, how much more it may be, and how much less; in pt. */
export interface Glue {
  readonly width: number;
  readonly stretch: number;
  readonly shrink: number;
}

/** A text with glue before each of its characters, by their places in UTF-16 units. */
export interface GluedText {
  readonly text: string;
  readonly glue: readonly Glue[];
  /** what the characters before each place and the glue before them come to */
  readonly sums: { readonly [Part in keyof Glue]: Float64Array };
}

/** Between the digits of a number, and between the letters of a word. */
const RIGID: Glue = { width: 0, stretch: 0, shrink: 0 };

/**
 * The most that may be put between two characters to fill a line, and the most by which they may overlap, in em: from 0.1
 * on, readers take the gap for a space, and what stands behind an overlap for another line.
 */
const MOST = 0.098;

/** How much closer than at best Chinese characters may be drawn, in em: as little as nobody sees. */
const CLOSER = 0.03;

/** Marks with a blank half, on which characters behind and before them may be drawn (标点挤压). */
const BLANK_BEHIND = new Set("，。、；：！？）》〉」』】〕］｝〗”’");
const BLANK_BEFORE = new Set("（《〈「『【〔［｛〖“‘");
/** In em: marks of an office's own font may be narrow, and have no blank half. */
const FULL_WIDTH = 0.9;

/** Puts glue between the characters of a text that draws Chinese ones `space` pt apart at best. */
export function glueText(text: string, { fonts, style }: Type, space: number): GluedText {
  const most = MOST * style.size;
  const width = Math.min(space, most);
  const shrink = Math.max(0, most + width);
  const tight: Glue = { width, stretch: most - width, shrink: Math.min(shrink, CLOSER * style.size) };
  const blank: Glue = { ...tight, shrink };
  const glue = new Array<Glue>(text.length).fill(RIGID);
  const advances = new Float64Array(text.length);
  let last: FaceGlyph | undefined;
  let isBlank = false;
  let at = 0;
  for (const character of text) {
    const glyph = fonts.glyph(style.font, character);
    const isFull = glyph.advance >= FULL_WIDTH;
    if (last && !(last.face.latin && glyph.face.latin)) {
      glue[at] = isBlank || (isFull && BLANK_BEFORE.has(character)) ? blank : tight;
    }
    advances[at] = glyph.advance * style.size;
    isBlank = isFull && BLANK_BEHIND.has(character);
    last = glyph;
    at += character.length;
  }
  return { text, glue, sums: sumUp(glue, advances) };
}

function sumUp(glue: readonly Glue[], advances: Float64Array): GluedText["sums"] {
  const width = new Float64Array(glue.length + 1);
  const stretch = new Float64Array(glue.length + 1);
  const shrink = new Float64Array(glue.length + 1);
  for (const [at, each] of glue.entries()) {
    width[at + 1] = (width[at] ?? 0) + each.width + (advances[at] ?? 0);
    stretch[at + 1] = (stretch[at] ?? 0) + each.stretch;
    shrink[at + 1] = (shrink[at] ?? 0) + each.shrink;
  }
  return { width, stretch, shrink };
}

/** What the characters from one place to another, and the glue between them, come to. */
export function within({ glue, sums }: GluedText, part: keyof Glue, from: number, to: number): number {
  const sum = sums[part];
  return (sum[to] ?? 0) - (sum[from] ?? 0) - (glue[from]?.[part] ?? 0);
}

/** What stands before a character where the glue of its line is stretched (up to 1) or shrunk (down to -1) by `ratio`. */
export function spaceBefore({ glue }: GluedText, at: number, ratio: number): number {
  const { width, stretch, shrink } = glue[at] ?? RIGID;
  return width + ratio * (ratio < 0 ? shrink : stretch);
}
