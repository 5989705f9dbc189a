/** Four digits that could be a year: 2023, ２０２３, 二〇二三, or those of 20231231, in UTF-16 units of their text. */
export interface Numeral {
  readonly from: number;
  readonly to: number;
  readonly written: string;
  readonly value: number;
  /** the text just before and behind them, as much as tells what they mean */
  readonly before: string;
  readonly behind: string;
}

/** More text than any date or citation takes. */
const CONTEXT = 40;

const NUMERAL =
  /(?<!\d)20\d\d(?!\d)|(?<!\d)20\d\d(?=(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))|(?<![０-９])２０[０-９]{2}(?![０-９])|(?<![〇零○一二三四五六七八九])二[〇零○][〇零○一二三四五六七八九]{2}(?=年)/gu;

const FULL_WIDTH = [..."０１２３４５６７８９"];
const CHINESE = [..."〇一二三四五六七八九"];
const ZEROS = /[零○]/g;

export function numeralsIn(text: string): readonly Numeral[] {
  return [...text.matchAll(NUMERAL)].map(({ index, 0: written }) => ({
    from: index,
    to: index + written.length,
    written,
    before: text.slice(Math.max(0, index - CONTEXT), index),
    behind: text.slice(index + written.length, index + written.length + CONTEXT),
    value: Number([...written.replace(ZEROS, "〇")].map(digitOf).join("")),
  }));
}

function digitOf(character: string): string {
  const value = Math.max(FULL_WIDTH.indexOf(character), CHINESE.indexOf(character));
  return value < 0 ? character : String(value);
}

/** `value` in the digits that `like` is written in. */
export function writtenLike(value: number, like: string): string {
  const digits = [...String(value)];
  if (/^\d/.test(like)) return digits.join("");
  if (FULL_WIDTH.includes(like[0] ?? "")) return digits.map((digit) => FULL_WIDTH[Number(digit)]).join("");
  const zero = like.match(/[〇零○]/)?.[0] ?? "〇";
  return digits.map((digit) => (digit === "0" ? zero : CHINESE[Number(digit)])).join("");
}
