import type { ReportStyle, Signature } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import { blankLine, linesOf, measureIn, type SetLine, setLine } from "./set-line.js";
import { textOf } from "./source-text.js";

/** How far the longer of the two lines stays from the right, and the date from the name's beginning, in characters. */
const INDENT = 2;

/** Sets name and date as GB/T 9704 (7.3.5) has them where there is no seal, an empty line above. */
export function setSignature(
  signature: Signature,
  style: ReportStyle["body"],
  width: number,
  fonts: Fonts,
): SetLine[] {
  const { name, date } = signature;
  const type = { fonts, style };
  const measure = measureIn(type);
  const indent = INDENT * style.size;
  const right = width - indent;
  const left = Math.max(0, Math.min(right - measure(name), right - measure(date) - indent));
  const dateLeft = Math.min(left + indent, right - measure(date));
  return linesOf(signature, [
    blankLine(type),
    setLine(textOf(signature, name), type, left),
    setLine(textOf(signature, date, name.length), type, dateLeft),
  ]);
}
