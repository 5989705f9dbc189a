import { REMARK } from "./places.js";

/** A whole, with two parts and the share that each is of it. */
const TWO_PARTS =
  /(\d+\.\d\d)万元，其中：[^\d。]*(\d+\.\d\d)万元，占(\d+\.\d\d)%[^\d。]*(\d+\.\d\d)万元，占(\d+\.\d\d)%[^\d。]*。/gu;

/** The sentences of a text that say parts which do not add up and have no remark behind them, or the other way round. */
export function wrongRemarks(text: string): readonly string[] {
  return [...text.matchAll(TWO_PARTS)].flatMap((match) => {
    const { index, 0: sentence } = match;
    const [whole, one, share, other, rest] = match.slice(1).map(hundredths);
    const isEqual = hold(whole, one, other) && hold(100_00n, share, rest);
    const behind = text.slice(index + sentence.length);
    return isEqual === (behind.search(REMARK) !== 0) ? [] : [sentence];
  });
}

function hold(whole = 0n, one = 0n, other = 0n): boolean {
  return one + other === whole;
}

function hundredths(text = ""): bigint {
  return BigInt(text.replace(".", ""));
}
