import { runText } from "../../model/printed.js";
import type { Paragraph, ReportStyle } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import { unitsOf } from "./break-opportunities.js";
import { breakParagraph } from "./minimum-raggedness.js";
import { partsOf } from "./parts.js";
import { fillLine, measureIn, type SetLine, setLine, spaceLine } from "./set-line.js";

/** How far a paragraph's first line is indented, in characters. */
export const INDENT = 2;

/**
 * Sets a paragraph on the grid of characters: lines are filled as if characters stood `size` pt apart, then drawn
 * together so that `charactersPerLine` of them are exactly `width` pt wide. The last line keeps the grid's pitch.
 */
export function setParagraph(
  paragraph: Paragraph,
  style: ReportStyle["body"],
  width: number,
  fonts: Fonts,
): SetLine[] {
  const type = { fonts, style };
  const measure = measureIn(type);
  const grid = width / style.charactersPerLine;
  const stretches = paragraph.runs.map((run) => ({ text: runText(run), whole: run.kind === "figure" }));
  const room = style.charactersPerLine * style.size;
  const texts = breakParagraph(unitsOf(stretches), measure, room, room - INDENT * style.size);
  const parts = partsOf(texts, paragraph.runs);
  return texts.map((text, index) => {
    const left = index === 0 ? INDENT * grid : 0;
    const line = { ...setLine(text, type, left), of: paragraph, parts: parts[index] ?? [] };
    const isLast = index === texts.length - 1;
    return isLast ? spaceLine(line, grid - style.size) : fillLine(line, measure(text), width - left);
  });
}
