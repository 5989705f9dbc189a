import type { RecoveredTable } from "../../model/recovered.js";
import { dice } from "../../text/dice.js";
import { folded } from "../../text/fold.js";
import { type CellGrid, wordsIn } from "./grid.js";
import { type HeadMatch, matchHead, type PossibleHead, possibleHeads } from "./heads.js";
import type { KnownColumn, KnownTable } from "./known-tables.js";

/** A recovered table, or a part of one, beside the table of the format that it is. */
export interface Recognised {
  readonly known: KnownTable;
  readonly head: HeadMatch;
  /** how many columns it has, empty ones among them */
  readonly width: number;
}

/** One of the tables that it may be, and what speaks for that. */
interface Guess extends Recognised {
  readonly title: number;
  /** one where both have the same number, nothing where they have different ones */
  readonly number: number;
  readonly worth: number;
}

/** How much of a head must be known, and of a title where the head of another table reads as well. */
const LEAST = { head: 0.6, title: 0.5, whole: 0.55 } as const;
/** By how much one guess must be better than those of other tables. */
const AHEAD = 0.02;

/** So many columns may be levels of codes, for which a format has one. */
const MOST_LEVELS = 8;

/**
 * Which of the format's tables a recovered table is, by its title, its number and its head together; what has neither
 * goes on with the table `before` it.
 */
export function recognise(
  grid: CellGrid,
  tables: readonly KnownTable[],
  before: Recognised | undefined,
): Recognised | undefined {
  const widest = Math.max(0, ...tables.map(({ columns }) => columns.length));
  if (grid.used.size > MOST_LEVELS + 3 * widest) return undefined;
  const heads = possibleHeads(
    grid,
    tables.flatMap(({ columns }) => columns),
  );
  const guesses = tables
    .flatMap((known) =>
      sidesOf(known).flatMap((columns) =>
        heads
          .filter((head) => isNarrowEnough(head, columns))
          .map((head) => guess(grid, known, matchHead(head, columns))),
      ),
    )
    .filter(({ head }) => head.worth >= LEAST.head)
    .toSorted((a, b) => b.worth - a.worth);
  const [best] = guesses;
  const isNamed = guesses.some(({ title, number }) => title >= LEAST.title || number === 1);
  const goesOn = before && !isNamed ? continued(grid, guesses, before) : undefined;
  if (goesOn) return goesOn;
  if (!best || best.worth < LEAST.whole) return undefined;
  const rival = guesses.find(({ known }) => known !== best.known);
  const isSure = best.title >= LEAST.title || best.number === 1 || !rival;
  return isSure && best.worth - (rival?.worth ?? 0) >= AHEAD ? best : undefined;
}

/** Whether a head has so few columns that enough of them may be these: others need not be compared. */
function isNarrowEnough({ heads }: PossibleHead, columns: readonly KnownColumn[]): boolean {
  return (heads.length - MOST_LEVELS) * LEAST.head <= columns.length;
}

/** The whole head, and of a balance each of its sides, as they may stand in tables of their own. */
function sidesOf({ columns }: KnownTable): readonly (readonly KnownColumn[])[] {
  const sides = [...new Set(columns.map(({ side }) => side))];
  const each = sides.map((side) => columns.filter((column) => column.side === side));
  return sides.length > 1 ? [columns, ...each] : [columns];
}

function guess({ table, rows, width }: CellGrid, known: KnownTable, head: HeadMatch): Guess {
  const above = [...table.above, ...rows.slice(0, head.first).flatMap(wordsIn), table.name];
  const title = Math.max(
    ...[...above, table.above.join("")].map((words) => dice(plainTitle(words), plainTitle(known.title))),
  );
  const number = numberLikeness(above, known.number);
  return { known, head, width, title, number, worth: 0.45 * title + 0.45 * head.worth + 0.1 * number };
}

/** A title as it is compared: without its year, and without what only says that it goes on. */
function plainTitle(text: string): string {
  return folded(text)
    .replace(/^.*?\d{4}年度?/u, "")
    .replace(/（?续表?）?$/u, "");
}

const NUMBER = /^[（]?(?:附|公开|预算)?(?:表)?0*(?<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?:表)?[）]?$/u;

function numberLikeness(above: readonly string[], known: string): number {
  const own = numberIn(known);
  const found = above.flatMap((words) => numberIn(words) ?? []);
  if (own === undefined || found.length === 0) return 0.5;
  return found.includes(own) ? 1 : 0;
}

function numberIn(text: string): number | undefined {
  const plain = folded(text);
  const digits = plain.includes("表") ? NUMBER.exec(plain)?.groups?.number : undefined;
  if (digits === undefined) return undefined;
  return /\d/u.test(digits) ? Number(digits) : fromChinese(digits);
}

/** A number up to 39 in Chinese digits: 二十一. */
function fromChinese(text: string): number {
  const digit = (each: string): number => "零一二三四五六七八九".indexOf(each);
  if (!text.includes("十")) return digit(text);
  const [tens = "", ones = ""] = text.split("十");
  return 10 * (tens === "" ? 1 : digit(tens)) + (ones === "" ? 0 : digit(ones));
}

/** More of the table before: with the same head again, or with none where it has as many columns. */
function continued(grid: CellGrid, guesses: readonly Guess[], before: Recognised): Recognised | undefined {
  const same = guesses.find(({ known }) => known === before.known);
  if (same && same.head.worth >= (guesses[0]?.head.worth ?? 0) - AHEAD) return same;
  const isWithoutHead = guesses.length === 0 && isUntitled(grid.table);
  if (!isWithoutHead || grid.width !== before.width) return undefined;
  return { ...before, head: { ...before.head, first: 0 } };
}

/** Above what goes on stands at most that it does, and what it is counted in. */
function isUntitled({ above }: RecoveredTable): boolean {
  return above.every((words) => /^$|^（?续表?|单位[:：]/u.test(folded(words)));
}
