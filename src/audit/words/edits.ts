import { type Common, commonSubsequence } from "../../text/common-subsequence.js";
import { dice } from "../../text/dice.js";
import { ALIKE } from "../../text/thresholds.js";
import type { Interval } from "./placed-text.js";
import { smallTokens, type Token } from "./tokens.js";

/** A run of tokens on each side that are not the same. */
export interface TokenEdit {
  readonly expected: readonly Token[];
  readonly found: readonly Token[];
  /** where in the texts they stand, also where there are none */
  readonly expectedAt: Interval;
  readonly foundAt: Interval;
}

/** Two tokens of which one stands for the other. */
export interface Match {
  readonly expected: Token;
  readonly found: Token;
}

/** What keeps two texts from being the same, and what of them is. */
export function compare(expected: readonly Token[], found: readonly Token[]) {
  const pairs = commonPairs(
    expected.map(({ key }) => key),
    found.map(({ key }) => key),
  );
  return {
    edits: editsBetween(withoutStrays(pairs, expected, found), expected, found),
    matches: pairs.flatMap(([i, j]): readonly Match[] => {
      const [one, other] = [expected[i], found[j]];
      return one && other ? [{ expected: one, found: other }] : [];
    }),
  };
}

/** What both end with is the same end, whatever of it stands before, too. */
function commonPairs(expected: readonly string[], found: readonly string[]): readonly Common[] {
  const shorter = Math.min(expected.length, found.length);
  let head = 0;
  while (head < shorter && expected[head] === found[head]) head++;
  let tail = 0;
  while (tail < shorter - head && expected.at(-1 - tail) === found.at(-1 - tail)) tail++;
  const [rest, other] = [expected.length - tail, found.length - tail];
  const within = commonSubsequence(expected.slice(0, rest), found.slice(0, other)) ?? [];
  return [...within, ...Array.from({ length: tail }, (_, at): Common => [rest + at, other + at])];
}

/** Fewer tokens than differ on either side of them are the same by chance. */
const FEW = 2;

function withoutStrays(
  pairs: readonly Common[],
  expected: readonly Token[],
  found: readonly Token[],
): readonly Common[] {
  const runs: Common[][] = [];
  for (const pair of pairs) {
    const last = runs.at(-1)?.at(-1);
    if (last && pair[0] === last[0] + 1 && pair[1] === last[1] + 1) runs.at(-1)?.push(pair);
    else runs.push([pair]);
  }
  return runs
    .filter((run, index) => {
      const first: Common = run[0] ?? [0, 0];
      const last: Common = run.at(-1) ?? first;
      const before = runs[index - 1]?.at(-1) ?? [-1, -1];
      const behind = runs[index + 1]?.[0] ?? [expected.length, found.length];
      const [above, below] = [distance(before, first), distance(last, behind)];
      const isShort = run.length <= FEW && run.every(([i]) => (expected[i]?.text.length ?? 0) === 1);
      return !(isShort && above > run.length && below > run.length);
    })
    .flat();
}

/** How many tokens stand between two pairs, on the side that has more of them. */
function distance(one: Common, other: Common): number {
  return Math.max(other[0] - one[0], other[1] - one[1]) - 1;
}

function editsBetween(
  pairs: readonly Common[],
  expected: readonly Token[],
  found: readonly Token[],
): readonly TokenEdit[] {
  const ends = [...pairs, [expected.length, found.length] as const];
  return ends.flatMap(([i, j], index) => {
    const [fromI, fromJ] = pairs[index - 1] ?? [-1, -1];
    const [some, others] = [expected.slice(fromI + 1, i), found.slice(fromJ + 1, j)];
    if (some.length === 0 && others.length === 0) return [];
    return [
      {
        expected: some,
        found: others,
        expectedAt: extent(some, expected[fromI]?.end ?? 0),
        foundAt: extent(others, found[fromJ]?.end ?? 0),
      },
    ];
  });
}

function extent(tokens: readonly Token[], at: number): Interval {
  return [tokens[0]?.start ?? at, tokens.at(-1)?.end ?? at];
}

/** Two items of an enumeration that are nearly the same are compared character by character. */
export function refined(edit: TokenEdit): readonly TokenEdit[] {
  const [[expected, more], [found, others]] = [edit.expected, edit.found];
  if (!expected || !found || more || others || dice(expected.text, found.text) < ALIKE.edited) return [edit];
  return compare(smallTokens(expected.text, expected.start), smallTokens(found.text, found.start)).edits.map(
    (inner) => ({
      ...inner,
      expectedAt: inner.expected.length > 0 ? inner.expectedAt : atLeast(inner.expectedAt, expected.start),
      foundAt: inner.found.length > 0 ? inner.foundAt : atLeast(inner.foundAt, found.start),
    }),
  );
}

/** Where nothing stands before, a place counts from the item's beginning. */
function atLeast([start, end]: Interval, from: number): Interval {
  return [Math.max(start, from), Math.max(end, from)];
}
