import type { Paragraph, Signature } from "../../model/report.js";
import { breakParagraph } from "./line-breaking.js";
import type { PageSetting } from "./page-numbers.js";
import { blankLine, fillLine, linesOf, measureIn, type SetLine, setLine, spaceLine } from "./set-line.js";
import { textOf, textOfRuns } from "./source-text.js";

/** How far a paragraph's first line is indented, in characters. */
export const INDENT = 2;

/**
 * Sets a paragraph on the grid of characters: lines are filled as if characters stood `size` pt apart, then drawn
 * together so that `charactersPerLine` of them are exactly `width` pt wide. The last line keeps the grid's pitch.
 */
export function setParagraph(paragraph: Paragraph, width: number, setting: PageSetting): SetLine[] {
  const { body: style } = setting.style;
  const type = { fonts: setting.fonts, style };
  const measure = measureIn(type);
  const grid = width / style.charactersPerLine;
  const room = style.charactersPerLine * style.size;
  const source = textOfRuns(paragraph.runs);
  const lines = breakParagraph(source, measure, room, room - INDENT * style.size);
  const set = lines.map((own, index) => {
    const left = index === 0 ? INDENT * grid : 0;
    const line = setLine(own, type, left);
    const isLast = index === lines.length - 1;
    return isLast ? spaceLine(line, grid - style.size) : fillLine(line, measure(own.text), width - left);
  });
  return linesOf(paragraph, paragraph.apart ? [blankLine(type), ...set] : set);
}

/**
 * Sets name and date as GB/T 9704 (7.3.5) has them where there is no seal, an empty line above: the longer of the two stays
 * as far from the right, and the date from the name's beginning, as first lines do from the left.
 */
export function setSignature(signature: Signature, width: number, { style, fonts }: PageSetting): SetLine[] {
  const [name, date] = [signature.name.text, signature.date.text];
  const type = { fonts, style: style.body };
  const measure = measureIn(type);
  const indent = INDENT * style.body.size;
  const right = width - indent;
  const left = Math.max(0, Math.min(right - measure(name), right - measure(date) - indent));
  const dateLeft = Math.min(left + indent, right - measure(date));
  return linesOf(signature, [
    blankLine(type),
    setLine(textOf(signature, name), type, left),
    setLine(textOf(signature, date, name.length), type, dateLeft),
  ]);
}
