import type { Align, Block, FontRole, ListedKind, Stretch, TextStyle } from "../../model/report.js";
import type { Face, Fonts } from "../fonts/fonts.js";
import type { MeasureText } from "./line-breaking.js";
import { plainText, type SourcePart, type SourceText } from "./source-text.js";

/** Characters of one face, with what is added between two of them, in pt. */
export interface FontRun {
  readonly face: Face;
  readonly text: string;
  /** of its characters, some of which are two UTF-16 units */
  readonly count: number;
  /** in em, without what is added */
  readonly width: number;
  readonly spacing: number;
  /** what is added behind the last of them */
  readonly behind: number;
  /** drawn for the eye only */
  readonly ornament?: true;
}

/** Where a line can be found: by the contents, by the outline, by links. */
export interface Bookmark {
  readonly id: string;
  readonly title: string;
  readonly depth: number;
  readonly parent: string | undefined;
  /** what the contents may list it as */
  readonly kind: ListedKind | "subsections";
  /** of a part without a heading of its own: it begins where its first table does */
  readonly part?: Bookmark;
}

/** What stands above a table, in the order in which it is read. */
export type CaptionPart = "number" | "title" | "left" | "right";

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
  /** the runs, the cell or the block whose words it prints, one behind the other */
  readonly parts: readonly SourcePart[];
  /** of a line above a table, which of its words it prints */
  readonly caption?: CaptionPart;
  /** of a line of the cover that is no part of the title */
  readonly aside?: true;
  /** of a line that says once more, for the eye only, what an earlier page said */
  readonly repeated?: true;
  readonly mark?: Bookmark;
  /** the id of the mark that the line leads to */
  readonly link?: string;
}

/** Type that has a width: a style's font at a style's size. */
export interface Type {
  readonly fonts: Fonts;
  readonly style: TextStyle;
}

/** The same type, in another font where there is one. */
export function typeIn(type: Type, font: FontRole | undefined): Type {
  return font ? { ...type, style: { ...type.style, font } } : type;
}

/** Measures text in pt, with the advances of the fonts it will be drawn in. */
export function measureIn({ fonts, style }: Type): MeasureText {
  return (text) => {
    // most pieces of a text are one character
    if (text.length === 1) return fonts.glyph(style.font, text).advance * style.size;
    let em = 0;
    for (const character of text) em += fonts.glyph(style.font, character).advance;
    return em * style.size;
  };
}

/** What is added before the character at a place of a text, in pt. */
export type SpaceBefore = (at: number) => number;

const NONE: SpaceBefore = () => 0;

/** The runs of `text` that are drawn with one face and one spacing each. */
function runsOf(text: string, { fonts, style }: Type, spaceBefore: SpaceBefore): FontRun[] {
  const runs: { -readonly [Key in keyof FontRun]: FontRun[Key] }[] = [];
  let at = 0;
  for (const character of text) {
    const { face, advance } = fonts.glyph(style.font, character);
    const last = runs.at(-1);
    const space = last ? spaceBefore(at) : 0;
    if (last?.face === face && (last.count === 1 || last.spacing === space)) {
      last.text += character;
      last.count++;
      last.width += advance;
      last.spacing = space;
    } else {
      if (last) last.behind = space;
      runs.push({ face, text: character, count: 1, width: advance, spacing: 0, behind: 0 });
    }
    at += character.length;
  }
  return runs;
}

/** Where on a line its runs stand, in UTF-16 units. */
export function placesOfRuns({ runs }: SetLine): readonly (Stretch & { readonly run: FontRun })[] {
  let to = 0;
  return runs.map((run) => {
    const from = to;
    to += run.text.length;
    return { run, from, to };
  });
}

/** The whole of a line. */
export function extentOf({ runs }: SetLine): Stretch {
  return { from: 0, to: runs.reduce((sum, run) => sum + run.text.length, 0) };
}

/** A line that begins `left` pt from the edge. */
export function setLine(
  { text, parts }: SourceText,
  type: Type,
  left = 0,
  spaceBefore: SpaceBefore = NONE,
): SetLine {
  const { size, pitch } = type.style;
  return { kind: "line", runs: runsOf(text, type, spaceBefore), size, pitch, left, below: 0, parts };
}

/** A line of nothing. */
export function blankLine(type: Type): SetLine {
  return setLine(plainText(""), type);
}

/** A line at the left, in the middle or at the right of `width` pt that begin `inset` pt from the edge. */
export function alignLine(
  source: SourceText,
  type: Type,
  width: number,
  alignment: Align,
  inset = 0,
): SetLine {
  const spare = alignment === "left" ? 0 : width - measureIn(type)(source.text);
  return setLine(source, type, inset + (alignment === "center" ? spare / 2 : spare));
}

/** The lines of several texts, with a blank behind each text but the last, so that no two of them are read as one word. */
export function linesApart(texts: readonly (readonly SetLine[])[], type: Type): SetLine[] {
  const { runs: blank } = setLine(plainText(" "), type);
  return texts.flatMap((lines, order) =>
    lines.map((line, index) => {
      const isFollowed = order < texts.length - 1 && index === lines.length - 1;
      return isFollowed ? { ...line, runs: [...line.runs, ...blank] } : line;
    }),
  );
}

/** The same lines, as those of `block`. */
export function linesOf(block: Block, lines: readonly SetLine[]): SetLine[] {
  return lines.map((line) => ({ ...line, of: block }));
}
