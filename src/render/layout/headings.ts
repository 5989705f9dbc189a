import type { Heading, HeadingLevel } from "../../model/report.js";
import { breakEvenly, breakLines } from "./line-breaking.js";
import type { PageSetting } from "./page-numbers.js";
import { INDENT } from "./paragraphs.js";
import { alignLine, linesApart, measureIn, type SetLine, setLine, type Type } from "./set-line.js";
import { ownTexts, type SourceText } from "./source-text.js";

/** Sets a heading within `width` pt; what is too long for a line goes on below it. */
export function setHeading(heading: Heading, width: number, { style, fonts }: PageSetting): SetLine[] {
  const type = { fonts, style: style.headings[heading.level] };
  const texts = ownTexts(heading).map((text) => HEADING_LINES[heading.level](text, type, width));
  const lines = linesApart(texts, type);
  if (heading.level !== "part") return lines;
  const below = type.style.pitch / 2;
  return lines.map((line, index) => (index === lines.length - 1 ? { ...line, below } : line));
}

type SetText = (text: SourceText, type: Type, width: number) => SetLine[];

/** Sets a title in lines of about equal length, in the middle of `width` pt. */
export const setCentred: SetText = (text, type, width) =>
  breakEvenly(text, measureIn(type), width).map((line) => alignLine(line, type, width, "center"));

/** Sets a text in as many lines as it needs, each at the left. */
export const setAtLeft: SetText = (text, type, width) =>
  breakLines(text, measureIn(type), width).map((line) => setLine(line, type));

const setIndented: SetText = (text, type, width) => {
  const indent = INDENT * type.style.size;
  const lines = breakLines(text, measureIn(type), width, { first: width - indent });
  return lines.map((line, index) => setLine(line, type, index === 0 ? indent : 0));
};

const HEADING_LINES: Readonly<Record<HeadingLevel, SetText>> = {
  part: setCentred,
  annex: setAtLeft,
  section: setIndented,
  subsection: setIndented,
};
