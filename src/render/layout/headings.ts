import type { Heading, HeadingLevel, ReportStyle, TextStyle } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import { breakEvenly, breakLines } from "./line-breaking.js";
import { INDENT } from "./paragraphs.js";
import { alignLine, measureIn, type SetLine, setLine } from "./set-line.js";
import { ownTexts, type SourceText } from "./source-text.js";

/** Sets a heading within `width` pt; what is too long for a line goes on below it. */
export function setHeading(heading: Heading, style: ReportStyle, width: number, fonts: Fonts): SetLine[] {
  const own = style.headings[heading.level];
  const lines = ownTexts(heading).flatMap((text) => HEADING_LINES[heading.level](text, own, width, fonts));
  if (heading.level !== "part") return lines;
  return lines.map((line, index) => (index === lines.length - 1 ? { ...line, below: own.pitch / 2 } : line));
}

type SetText = (text: SourceText, style: TextStyle, width: number, fonts: Fonts) => SetLine[];

/** Sets a title in lines of about equal length, in the middle of `width` pt. */
export const setCentred: SetText = (text, style, width, fonts) => {
  const type = { fonts, style };
  const lines = breakEvenly(text, measureIn(type), width);
  return lines.map((line) => alignLine(line, type, width, "center"));
};

/** Sets a text in as many lines as it needs, each at the left. */
export const setAtLeft: SetText = (text, style, width, fonts) => {
  const type = { fonts, style };
  return breakLines(text, measureIn(type), width).map((line) => setLine(line, type));
};

const setIndented: SetText = (text, style, width, fonts) => {
  const type = { fonts, style };
  const indent = INDENT * style.size;
  const lines = breakLines(text, measureIn(type), width, width - indent);
  return lines.map((line, index) => setLine(line, type, index === 0 ? indent : 0));
};

const HEADING_LINES: Readonly<Record<HeadingLevel, SetText>> = {
  part: setCentred,
  annex: setAtLeft,
  section: setIndented,
  subsection: setIndented,
};
