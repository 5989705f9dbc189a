import { dice } from "../../text/dice.js";
import { ALIKE } from "../../text/thresholds.js";
import { compare, type Hunk } from "./hunks.js";
import { smallTokens, type Token } from "./tokens.js";

/** Two items of an enumeration that are nearly the same are compared character by character. */
export function refined(hunk: Hunk): readonly Hunk[] {
  const [[expected, more], [found, others]] = [hunk.expected, hunk.found];
  if (!expected || !found || more || others || dice(expected.text, found.text) < ALIKE.edited) return [hunk];
  const moved = (token: Token, { start }: Token): Token => ({
    ...token,
    start: token.start + start,
    end: token.end + start,
  });
  return compare(
    smallTokens(expected.text).map((token) => moved(token, expected)),
    smallTokens(found.text).map((token) => moved(token, found)),
  ).hunks.map((inner) => ({
    ...inner,
    expectedAt: inner.expected.length > 0 ? inner.expectedAt : atLeast(inner.expectedAt, expected.start),
    foundAt: inner.found.length > 0 ? inner.foundAt : atLeast(inner.foundAt, found.start),
  }));
}

/** Where nothing stands before, a place counts from the item's beginning. */
function atLeast([start, end]: readonly [number, number], from: number): readonly [number, number] {
  return [Math.max(start, from), Math.max(end, from)];
}
