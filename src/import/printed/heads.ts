import { likenessBy } from "../../text/dice.js";
import { folded } from "../../text/fold.js";
import { amountIn } from "./amounts.js";
import { type CellGrid, type CellRow, wordsIn } from "./grid.js";
import type { KnownColumn } from "./known-tables.js";
import { paired } from "./paired.js";

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
  readonly heads: readonly FoundHeads[];
}

/** The heads over a column, with what they are compared by. */
interface FoundHeads extends Compared {
  readonly place: number;
}

interface Compared {
  readonly heads: Heads;
  /** all of them, and the lowest, in the words that count */
  readonly all: string;
  readonly own: string;
}

/** The few beginnings that say most of what heads of the format say, the best first. */
export function possibleHeads(grid: CellGrid, known: readonly KnownColumn[]): readonly PossibleHead[] {
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
  const [all, owns] = [
    new Set(known.map((each) => compared(each).all)),
    new Set(known.map((each) => compared(each).own)),
  ];
  const told = (each: FoundHeads): number => (all.has(each.all) ? 2 : 0) + (owns.has(each.own) ? 1 : 0);
  return ranges
    .map(([from, to]) => ({ first: behindNumbering(grid, to), heads: headsIn(grid, from, to) }))
    .map((each) => ({ each, worth: each.heads.reduce((total, heads) => total + told(heads), 0) }))
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, MOST_TRIED)
    .map(({ each }) => each);
}

/** A figure with decimals: numbers of columns have none. */
function hasAmount({ own }: CellRow): boolean {
  return own.some(({ text }) => text.includes(".") && amountIn({ text }, "元") !== undefined);
}

function headsIn(grid: CellGrid, from: number, to: number): readonly FoundHeads[] {
  const { width, used } = grid;
  const rows = grid.rows.slice(from, to);
  const filled = rows.map((row, index) => filledToRight(row, rows.slice(index + 1), width));
  return Array.from({ length: width }, (_, place) => {
    const heads = filled
      .map((cells) => cells[place] ?? "")
      .filter((text, index, all) => text !== "" && text !== all[index - 1] && !NUMBERING.test(text));
    return { place, ...compared({ heads }) };
  }).filter(({ place, heads }) => used.has(place) && heads.length > 0);
}

/** What numbers the columns of a head. */
const NUMBERING = /^(?:栏次|\d{1,2}|[A-Z])$/u;

/** A row that only numbers the columns belongs to the head. */
function behindNumbering({ rows }: CellGrid, first: number): number {
  const words = rows[first] ? wordsIn(rows[first]) : [];
  const isNumbering = words.length > 1 && words.every((text) => NUMBERING.test(text));
  return isNumbering && new Set(words).size === words.length ? first + 1 : first;
}

/** A row of a head; a head over several columns whose cells nobody merged goes on until the next one beside it. */
function filledToRight({ seen }: CellRow, below: readonly CellRow[], width: number): readonly string[] {
  const cells = seen.map(({ text }) => folded(text));
  const hasOwnHead = (column: number): boolean => below.some((row) => (row.seen[column]?.text ?? "") !== "");
  let last = -1;
  for (let column = 0; column < width; column++) {
    if (cells[column] !== "") last = column;
    else if (last >= 0 && hasOwnHead(column) && hasOwnHead(last)) cells[column] = cells[last] ?? "";
  }
  return cells;
}

/** Which of the known columns each column is; those that read the same first, in their order before any other. */
export function matchHead({ heads, first }: PossibleHead, known: readonly KnownColumn[]): HeadMatch {
  const columns = new Map<number, KnownColumn>();
  let total = 0;
  for (const least of [SURE, LIKELY]) {
    const found = heads.filter(({ place }) => !columns.has(place));
    const taken = new Set(columns.values());
    const open = known.filter((column) => !taken.has(column));
    const worth = (one: FoundHeads, other: KnownColumn): number => {
      const alike = alikeness(one, other);
      return alike < least ? 0 : alike;
    };
    for (const [one, other] of paired(found, open, worth)) {
      columns.set(one.place, other);
      total += alikeness(one, other);
    }
  }
  const levels = codeLevels(heads, columns);
  const width = heads.length - levels.size;
  return { columns, levels, first, worth: width === 0 ? 0 : coverage(total, width, known.length) };
}

/** How much of what was found is known, and a little how much of what is known was found: a table may be cut in two. */
function coverage(total: number, found: number, known: number): number {
  return (3 * total) / (4 * found) + total / (4 * Math.max(found, known));
}

const allLikeness = likenessBy<Compared>(({ all }) => all);
const ownLikeness = likenessBy<Compared>(({ own }) => own);

function alikeness(found: FoundHeads, column: KnownColumn): number {
  const known = compared(column);
  if (found.all === known.all) return 1;
  const byWords = 0.7 * allLikeness(found, known) + 0.3 * ownLikeness(found, known);
  // a code in one column may stand below the head that goes over its levels
  const isGroup = isCode(column.spec.text) && `${found.all}${known.own}` === known.all;
  return isGroup ? Math.max(byWords, SURE) : byWords;
}

/** The same heads are compared with those of many tables. */
const known = new WeakMap<Heads, Compared>();

function compared({ heads }: Pick<KnownColumn, "heads">): Compared {
  const plain = known.get(heads) ?? {
    heads,
    all: heads.map(plainHead).join(""),
    own: plainHead(heads.at(-1) ?? ""),
  };
  known.set(heads, plain);
  return plain;
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
  heads: readonly FoundHeads[],
  columns: ReadonlyMap<number, KnownColumn>,
): ReadonlyMap<number, KnownColumn> {
  const levels = new Map<number, KnownColumn>();
  for (const { place, own } of heads) {
    const before = levels.get(place - 1) ?? columns.get(place - 1);
    if (!columns.has(place) && LEVEL.test(own) && before && isCode(before.spec.text))
      levels.set(place, before);
  }
  return levels;
}
