import type { Align, Block, Run, TextStyle } from "../../model/report.js";
import { ownWords } from "../../model/walk.js";
import type { Face, Fonts } from "../fonts/fonts.js";
import type { Measure } from "./lines.js";

/** Characters of one face, with what is added between two of them, in pt. */
export interface FontRun {
  readonly face: Face;
  readonly text: string;
  /** in em, without what is added */
  readonly width: number;
  readonly spacing: number;
  /** drawn for the eye only */
  readonly ornament?: true;
}

/** Where a line can be found: by the contents, by the outline, by links. */
export interface Mark {
  readonly id: string;
  readonly title: string;
  readonly depth: number;
  readonly parent: string | undefined;
}

/** As much of a run of the report as stands on one line. */
export interface LinePart {
  readonly run: Run;
  readonly text: string;
  /** where in the run's text it begins, in UTF-16 units */
  readonly from: number;
}

/** What stands above a table, in the order in which it is read. */
export const CAPTION_PARTS = ["number", "title", "left", "right"] as const;
export type CaptionPart = (typeof CAPTION_PARTS)[number];

/** A line ready to be drawn; all measures in pt. */
export interface SetLine {
  readonly kind: "line";
  readonly runs: readonly FontRun[];
  readonly size: number;
  /** the height of the line, in the middle of which the type stands */
  readonly pitch: number;
  /** from the left edge of the text block or cell */
  readonly left: number;
  /** space under the line, dropped at a page's end; negative to set the next line beside it */
  readonly below: number;
  /** what of the report it prints */
  readonly of?: Block;
  /** where among the block's own words, one behind the other, it begins */
  readonly from?: number;
  /** of a paragraph's line, the runs whose text it prints, one behind the other */
  readonly parts?: readonly LinePart[];
  /** of a line above a table, which of its words it prints */
  readonly caption?: CaptionPart;
  readonly mark?: Mark;
  /** the id of the mark that the line leads to */
  readonly link?: string;
}

/** Type that has a width: a style's font at a style's size. */
export interface Type {
  readonly fonts: Fonts;
  readonly style: TextStyle;
}

/** Measures text in pt, with the advances of the fonts it will be drawn in. */
export function measureIn({ fonts, style }: Type): Measure {
  return (text) => {
    // most pieces of a text are one character
    if (text.length === 1) return fonts.glyph(style.font, text).advance * style.size;
    let em = 0;
    for (const character of text) em += fonts.glyph(style.font, character).advance;
    return em * style.size;
  };
}

/** The stretches of `text` that are drawn with one face each. */
export function runsOf(text: string, { fonts, style }: Type): FontRun[] {
  const runs: { face: Face; text: string; width: number; spacing: number }[] = [];
  for (const character of text) {
    const { face, advance } = fonts.glyph(style.font, character);
    const last = runs.at(-1);
    if (last?.face === face) {
      last.text += character;
      last.width += advance;
    } else runs.push({ face, text: character, width: advance, spacing: 0 });
  }
  return runs;
}

/** The same lines, known as those of `block`, and where in its own words they begin if these were broken into them. */
export function setAs(lines: readonly SetLine[], block: Block): SetLine[] {
  const words = ownWords(block).join("");
  let end = 0;
  return lines.map((line) => {
    const text = line.runs.map((run) => run.text).join("");
    const from = words.indexOf(text, end);
    if (text === "" || from === -1) return { ...line, of: block };
    end = from + text.length;
    return { ...line, of: block, from };
  });
}

/** A line that begins `left` pt from the edge, in natural spacing. */
export function setLine(text: string, type: Type, left = 0): SetLine {
  const { size, pitch } = type.style;
  return { kind: "line", runs: runsOf(text, type), size, pitch, left, below: 0 };
}

/** A line at the left, in the middle or at the right of `width` pt that begin `inset` pt from the edge. */
export function alignLine(text: string, type: Type, width: number, alignment: Align, inset = 0): SetLine {
  const spare = alignment === "left" ? 0 : width - measureIn(type)(text);
  return setLine(text, type, inset + (alignment === "center" ? spare / 2 : spare));
}

/** The most that may be put between two characters to fill a line, in em: from 0.1 on, readers take it for a space. */
const LOOSEST = 0.095;

/**
 * Spreads a line's Chinese characters, or draws all of them together, so that it is `width` pt wide. Where that would
 * take gaps like spaces, it stays a little shorter.
 */
export function fillLine(line: SetLine, natural: number, width: number): SetLine {
  const slack = width - natural;
  if (slack < 0) return spaceLine(line, spacing(line.runs, slack));
  const han = line.runs.filter((run) => !run.face.latin);
  const added = Math.min(spacing(han, slack), LOOSEST * line.size);
  return { ...line, runs: line.runs.map((run) => (run.face.latin ? run : { ...run, spacing: added })) };
}

/** The same line with `added` pt between all characters. */
export function spaceLine(line: SetLine, added: number): SetLine {
  return { ...line, runs: line.runs.map((run) => ({ ...run, spacing: added })) };
}

/** What each gap inside the runs gets of `slack` pt. pdfmake puts none between two runs. */
function spacing(runs: readonly FontRun[], slack: number): number {
  const gaps = runs.reduce((sum, run) => sum + run.text.length - 1, 0);
  return gaps === 0 ? 0 : slack / gaps;
}
