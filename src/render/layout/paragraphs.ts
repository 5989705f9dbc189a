import type { Paragraph, Signature } from "../../model/report.js";
import { lineEndsIn } from "./break-opportunities.js";
import { glueText, spaceBefore } from "./glue.js";
import type { PageSetting } from "./page-numbers.js";
import { blankLine, linesOf, measureIn, type SetLine, setLine } from "./set-line.js";
import { sliceText, textOf, textOfRuns, wholeIn } from "./source-text.js";
import { breakParagraph } from "./total-fit.js";

/** How far a paragraph's first line is indented, in characters. */
export const INDENT = 2;

/**
 * Sets a paragraph on the grid of characters: `charactersPerLine` of them are exactly `width` pt wide, drawn as close
 * together as that takes, and so is its last line. All others are filled (撑满版心: GB/T 9704, 5.2.3).
 */
export function setParagraph(paragraph: Paragraph, width: number, setting: PageSetting): SetLine[] {
  const { body: style } = setting.style;
  const type = { fonts: setting.fonts, style };
  const { size, charactersPerLine: count } = style;
  const space = (width - count * size) / (count - 1);
  const indent = INDENT * (size + space);
  const source = textOfRuns(paragraph.runs);
  const text = glueText(source.text, type, space);
  const ends = lineEndsIn(source.text, wholeIn(source));
  const lines = breakParagraph({ text, ends, first: width - indent, width });
  const set = lines.map(({ ratio, ...place }, index) => {
    const spaceIn = (at: number) => spaceBefore(text, place.from + at, ratio);
    return setLine(sliceText(source, place), type, index === 0 ? indent : 0, spaceIn);
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
