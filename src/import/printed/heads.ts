import { align, ONE_TO_ONE } from "../../text/align.js";
import { bestFirst } from "../../text/best-first.js";
import { dice } from "../../text/dice.js";
import { folded } from "../../text/fold.js";
import { amountIn } from "./amounts.js";
import type { Grid, GridRow } from "./grid.js";
import type { KnownColumn } from "./known-tables.js";

/** A head of a recovered table beside a known one: which column is which, where the rows begin, how well they go together. */
export interface HeadMatch {
  /** by its place in the grid */
  readonly columns: ReadonlyMap<number, KnownColumn>;
  /** columns beside that of a code that show a part of the same code */
  readonly levels: ReadonlyMap<number, KnownColumn>;
  readonly first: number;
  /** from 0 to 1 */
  readonly worth: number;
}

/** The heads over a column, from the outermost to its own. */
type Heads = readonly string[];

/** More rows than this are no head. */
const MOST_HEAD_ROWS = 8;
/** Rows above a head: a title, a unit, a date. */
const MOST_ABOVE = 4;
/** So many of its beginnings are looked at closely. */
const MOST_TRIED = 3;
/** Heads that read the same, and such as are worded otherwise: 政府性基金 is 政府性基金预算拨款, 其他资金 is not 其他收入. */
const SURE = 0.95;
const LIKELY = 0.6;

/** A beginning of a recovered table that may be its head, with the heads over each of its columns. */
export interface PossibleHead {
  readonly first: number;
  readonly heads: readonly Heads[];
}

/** The few beginnings that say most of what heads of the format say, the best first. */
export function possibleHeads(grid: Grid, known: readonly KnownColumn[]): readonly PossibleHead[] {
  const amounts = grid.rows.findIndex(hasAmount);
  const most = Math.min(amounts < 0 ? grid.rows.length : amounts, MOST_ABOVE + MOST_HEAD_ROWS);
  const ranges = Array.from({ length: most }, (_, from) => from)
    .filter((from) => from <= MOST_ABOVE)
    .flatMap((from) =>
      Array.from(
        { length: Math.min(MOST_HEAD_ROWS, most - from) },
        (_, size) => [from, from + size + 1] as const,
      ),
    );
  const whole = new Set(known.map(({ heads }) => plainHeads(heads)));
  const last = new Set(known.map(({ heads }) => plainHead(heads.at(-1) ?? "")));
  const told = (heads: Heads): number => {
    if (heads.length === 0) return 0;
    return (whole.has(plainHeads(heads)) ? 2 : 0) + (last.has(plainHead(heads.at(-1) ?? "")) ? 1 : 0);
  };
  return ranges
    .map(([from, to]) => ({ first: to, heads: headsIn(grid.rows.slice(from, to), grid.width) }))
    .map((each) => ({ each, worth: each.heads.reduce((total, heads) => total + told(heads), 0) }))
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, MOST_TRIED)
    .map(({ each }) => each);
}

/** A figure with decimals: numbers of columns have none. */
function hasAmount({ own }: GridRow): boolean {
  return own.some(({ text }) => text.includes(".") && amountIn({ text }, "元") !== undefined);
}

function headsIn(rows: readonly GridRow[], width: number): readonly Heads[] {
  const filled = rows.map((row, index) => filledToRight(row, rows.slice(index + 1), width));
  return Array.from({ length: width }, (_, column) =>
    filled
      .map((cells) => cells[column] ?? "")
      .filter((text, index, all) => text !== "" && text !== all[index - 1] && !NUMBERING.test(text)),
  );
}

/** What numbers the columns of a head. */
const NUMBERING = /^(?:栏次|\d{1,2}|[A-Z])$/u;

/** A row of a head; a head over several columns whose cells nobody merged goes on until the next one beside it. */
function filledToRight({ seen }: GridRow, below: readonly GridRow[], width: number): readonly string[] {
  const cells = seen.map(({ text }) => folded(text));
  const hasOwnHead = (column: number): boolean => below.some((row) => (row.seen[column]?.text ?? "") !== "");
  for (let column = 1; column < width; column++) {
    const before = cells[column - 1] ?? "";
    if (cells[column] === "" && before !== "" && hasOwnHead(column) && hasOwnHead(column - 1))
      cells[column] = before;
  }
  return cells;
}

/** Which of the known columns each column is; those that read the same first, in their order before any other. */
export function matchHead(heads: readonly Heads[], known: readonly KnownColumn[], first: number): HeadMatch {
  const found = heads.map((words, place) => ({ words, place })).filter(({ words }) => words.length > 0);
  const matches = new Map<number, KnownColumn>();
  const taken = new Set<KnownColumn>();
  const likeness = new Map(
    found.map((one) => [one, new Map(known.map((other) => [other, alikeness(one.words, other)]))]),
  );
  let total = 0;
  const take = (place: number, column: KnownColumn, worth: number): void => {
    matches.set(place, column);
    taken.add(column);
    total += worth;
  };
  for (const least of [SURE, LIKELY]) {
    const worthOf = (one: (typeof found)[number], other: KnownColumn): number => {
      const worth = likeness.get(one)?.get(other) ?? 0;
      return worth < least ? 0 : worth;
    };
    const open = () =>
      [
        found.filter(({ place }) => !matches.has(place)),
        known.filter((column) => !taken.has(column)),
      ] as const;
    for (const {
      first: [one],
      second: [other],
    } of align(...open(), ONE_TO_ONE, ([a], [b]) => (a && b ? worthOf(a, b) : 0)))
      if (one && other && worthOf(one, other) > 0) take(one.place, other, worthOf(one, other));
    const [left, leaves] = open();
    const candidates = left.flatMap((one) =>
      leaves.flatMap((other) => {
        const worth = worthOf(one, other);
        return worth > 0 ? [{ first: one, second: other, worth }] : [];
      }),
    );
    for (const [one, other] of bestFirst(candidates)) take(one.place, other, worthOf(one, other));
  }
  const levels = codeLevels(heads, matches);
  const width = found.length - levels.size;
  return { columns: matches, levels, first, worth: width === 0 ? 0 : coverage(total, width, known.length) };
}

/** How much of what was found is known, and a little how much of what is known was found: a table may be cut in two. */
function coverage(total: number, found: number, known: number): number {
  return (3 * total) / (4 * found) + total / (4 * Math.max(found, known));
}

function alikeness(found: Heads, { heads, spec }: KnownColumn): number {
  const [words, whole] = [plainHeads(found), plainHeads(heads)];
  if (words === whole) return 1;
  const byWords =
    0.7 * dice(words, whole) + 0.3 * dice(plainHead(found.at(-1) ?? ""), plainHead(heads.at(-1) ?? ""));
  // a code in one column may stand below the head that goes over its levels
  return isCode(spec.text) && words === plainHeads(heads.slice(0, -1)) ? Math.max(byWords, SURE) : byWords;
}

function plainHeads(heads: Heads): string {
  return heads.map(plainHead).join("");
}

/** A head as it is compared: without what only says how it belongs to the one beside it, or what it is counted in. */
function plainHead(text: string): string {
  return folded(text).replace(/^其中：|（(?:万|千)?元）$|[“”"]/gu, "");
}

const LEVEL = /^[类款项]$/u;

function isCode(text = ""): boolean {
  return /\.(?:[类款项]|代码|编码)$/u.test(text);
}

/** Columns that are left and show the levels of a code which the format has in one column before them. */
function codeLevels(
  heads: readonly Heads[],
  matches: ReadonlyMap<number, KnownColumn>,
): ReadonlyMap<number, KnownColumn> {
  const levels = new Map<number, KnownColumn>();
  for (const [place, words] of heads.entries()) {
    const before = levels.get(place - 1) ?? matches.get(place - 1);
    const isLevel = !matches.has(place) && (words.length === 0 || LEVEL.test(words.at(-1) ?? ""));
    if (isLevel && before && isCode(before.spec.text)) levels.set(place, before);
  }
  return levels;
}
