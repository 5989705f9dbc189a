import type { Token } from "./tokens.js";

/** A run of tokens on each side that are not the same. */
export interface Hunk {
  readonly expected: readonly Token[];
  readonly found: readonly Token[];
  /** where in the texts they stand, also where there are none */
  readonly expectedAt: readonly [start: number, end: number];
  readonly foundAt: readonly [start: number, end: number];
}

/** Two tokens of which one stands for the other. */
export interface Match {
  readonly expected: Token;
  readonly found: Token;
}

export interface Comparison {
  readonly hunks: readonly Hunk[];
  readonly matches: readonly Match[];
}

/** Longer texts are not compared token by token. */
const MOST_STEPS = 2_000_000;

/** What keeps two texts from being the same. */
export function compare(expected: readonly Token[], found: readonly Token[]): Comparison {
  const head = commonHead(expected, found);
  const tail = commonTail(expected.slice(head), found.slice(head));
  const [a, b] = [expected.slice(head, expected.length - tail), found.slice(head, found.length - tail)];
  const inner = a.length * b.length > MOST_STEPS ? [] : commonPairs(a, b);
  const pairs: IndexPair[] = [
    ...Array.from({ length: head }, (_, index): [number, number] => [index, index]),
    ...inner.map(([i, j]): [number, number] => [i + head, j + head]),
    ...Array.from({ length: tail }, (_, index): [number, number] => [
      expected.length - tail + index,
      found.length - tail + index,
    ]),
  ];
  return {
    hunks: hunksBetween(withoutStrays(pairs, expected, found), expected, found),
    matches: pairs.flatMap(([i, j]) => {
      const [one, other] = [expected[i], found[j]];
      return one && other ? [{ expected: one, found: other }] : [];
    }),
  };
}

function commonHead(a: readonly Token[], b: readonly Token[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count]?.key === b[count]?.key) count++;
  return count;
}

function commonTail(a: readonly Token[], b: readonly Token[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count)?.key === b.at(-1 - count)?.key) count++;
  return count;
}

/** The longest common subsequence, as pairs of indexes. */
function commonPairs(a: readonly Token[], b: readonly Token[]): readonly IndexPair[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i]?.key === b[j]?.key
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const pairs: IndexPair[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]?.key === b[j]?.key) pairs.push([i++, j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

/** Fewer tokens than differ on either side of them are the same by chance. */
const FEW = 2;

function withoutStrays(
  pairs: readonly IndexPair[],
  expected: readonly Token[],
  found: readonly Token[],
): readonly IndexPair[] {
  const runs: IndexPair[][] = [];
  for (const pair of pairs) {
    const last = runs.at(-1)?.at(-1);
    if (last && pair[0] === last[0] + 1 && pair[1] === last[1] + 1) runs.at(-1)?.push(pair);
    else runs.push([pair]);
  }
  return runs
    .filter((run, index) => {
      const first: IndexPair = run[0] ?? [0, 0];
      const last: IndexPair = run.at(-1) ?? first;
      const before = runs[index - 1]?.at(-1) ?? [-1, -1];
      const behind = runs[index + 1]?.[0] ?? [expected.length, found.length];
      const [above, below] = [distance(before, first), distance(last, behind)];
      const isShort = run.length <= FEW && run.every(([i]) => (expected[i]?.text.length ?? 0) === 1);
      return !(isShort && above > run.length && below > run.length);
    })
    .flat();
}

type IndexPair = readonly [expected: number, found: number];

/** How many tokens stand between two pairs, on the side that has more of them. */
function distance(one: IndexPair, other: IndexPair): number {
  return Math.max(other[0] - one[0], other[1] - one[1]) - 1;
}

function hunksBetween(
  pairs: readonly IndexPair[],
  expected: readonly Token[],
  found: readonly Token[],
): readonly Hunk[] {
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

function extent(tokens: readonly Token[], at: number): readonly [number, number] {
  return [tokens[0]?.start ?? at, tokens.at(-1)?.end ?? at];
}
