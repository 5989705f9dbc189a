import type { Place } from "../diagnostic.js";
import type { CodeList } from "../model/budget.js";
import { few, groupedBy } from "../model/groups.js";
import type { Dimension, Figure, LedgerLine, WrittenAmount } from "../model/ledger.js";
import { digits, type Quantity, sum, ZERO } from "../money/money.js";

const LONGEST_SUM = 6;
const MOST_NAMED = 2;

export function totalOf(lines: readonly WrittenAmount[]): Quantity {
  return sum(lines.map((line) => line.amount));
}

/** An amount of 元 as notes show it, to the 分. */
export function yuan(amount: Quantity): string {
  return digits(amount, 2, true);
}

/** A note that tells of lines; `at` is how it says where each of them stands. */
export interface LineNote {
  (at: (place: Place) => string): string;
  /** what the lines make together */
  readonly sum?: string | undefined;
}

/** How a reader who has `home` open finds a place: the line, and the file where it is another one. */
export function foundFrom(home: string | undefined): (place: Place) => string {
  return ({ file, line }) => (file === home ? `第 ${line} 行` : `${file} 第 ${line} 行`);
}

/** What is the sum of the lines, with their places, the middle of a long sum left out. */
export function shownSum(says: string, lines: readonly WrittenAmount[], show = yuan): LineNote {
  const note = (at: (place: Place) => string): string => {
    const term = ({ amount, label, place }: WrittenAmount): string =>
      `${show(amount)}（${at(place)} ${label}）`;
    return `${says} = ${shortened(lines.map(term)).join(" + ") || show(ZERO)}`;
  };
  return Object.assign(note, { sum: `${says} ${show(totalOf(lines))}` });
}

function shortened(terms: readonly string[]): readonly string[] {
  if (terms.length <= LONGEST_SUM) return terms;
  const half = LONGEST_SUM / 2;
  return [...terms.slice(0, half), `…（中间 ${terms.length - LONGEST_SUM} 笔）…`, ...terms.slice(-half)];
}

/** A figure as messages call it: 元 to the 分, or pieces. */
export function shownAmount({ amount, unit, decimals }: Figure): string {
  return `${digits(amount, decimals, true)} ${unit}`;
}

/** The lines that a figure is made of, counted as it is; `home` is the file that `says` names, if it names one. */
export function shownLines(says: string, { lines, decimals }: Figure, home?: string): LineNote {
  const shown = shownSum(says, lines, (amount) => digits(amount, decimals, true));
  const note = (at: (place: Place) => string): string => shown(home === undefined ? at : foundFrom(home));
  return Object.assign(note, { sum: shown.sum });
}

/** The lines whose amount alone makes up a difference, unless they are too many to tell where it comes from. */
export function suspects(lines: readonly LedgerLine[], difference: Quantity): readonly LedgerLine[] {
  const equal = lines.filter(({ amount }) => amount.eq(difference.abs()));
  return equal.length > LONGEST_SUM ? [] : equal;
}

/** A note that says so, where there are suspects. */
export function shownSuspects(lines: readonly LedgerLine[]): readonly LineNote[] {
  if (lines.length === 0) return [];
  return [
    (at) => {
      const named = lines.map(({ label, place }) => `${at(place)} ${label}`);
      return `相差的数恰好是这一笔的金额：${named.join("，或者")}`;
    },
  ];
}

/** How one amount is miswritten: how many times what is written was meant, to how many 元. */
const SLIPS = [
  { times: "10000", within: 50, says: "如果是万元的数" },
  { times: "10", within: 0, says: "如果少写了一个 0" },
] as const;

/** A line that would make up a difference if its amount was miswritten in this way. */
export interface Mistyping {
  readonly line: LedgerLine;
  readonly says: string;
}

/** The lines of the smaller side that lack the difference, and those of the larger one that have it in excess. */
export function slips(
  less: readonly LedgerLine[],
  more: readonly LedgerLine[],
  difference: Quantity,
): readonly Mistyping[] {
  const gap = difference.abs();
  const found = SLIPS.flatMap(({ times, within, says }) =>
    less
      .filter(
        ({ amount }) => !amount.isZero() && amount.times(times).minus(amount).minus(gap).abs().lte(within),
      )
      .map((line) => ({ line, says })),
  );
  const tenfold = more
    .filter(({ amount }) => !amount.isZero() && amount.minus(gap).times(10).eq(amount))
    .map((line) => ({ line, says: "如果多写了一个 0" }));
  const all = [...found, ...tenfold];
  return all.length > LONGEST_SUM ? [] : all;
}

/** A note for each of them. */
export function shownSlips(found: readonly Mistyping[]): readonly LineNote[] {
  return found.map(({ line: { amount, label, place }, says }) => (at) => {
    return `${at(place)} ${label} 的 ${yuan(amount)} ${says}，两边就相等`;
  });
}

/** A code with its name. */
export function codeName(list: CodeList, code: string): string {
  return `${code} ${list.get(code)?.name.text ?? ""}`;
}

/** Where the first of the lines stands, and a note with what all of them make. */
export function madeOf(says: string, lines: readonly WrittenAmount[]) {
  return { place: lines[0]?.place, figures: [shownSum(says, lines)] };
}

/** Lines that break a rule in one way, and what is said of them. */
export interface Alike {
  readonly says: string;
  readonly lines: readonly LedgerLine[];
}

/** The lines by what is said of them, in the order of first occurrence. */
export function alike(
  lines: readonly LedgerLine[],
  saysOf: (dimensions: LedgerLine["dimensions"]) => string,
): readonly Alike[] {
  const groups = groupedBy(lines, ({ dimensions }) => saysOf(dimensions));
  return [...groups].map(([says, same]) => ({ says, lines: same }));
}

/** One breach of all that break a rule, with a note for each way, so that a practice is doubted once and not at every line. */
export function toldOnce(says: string, ways: readonly Alike[], remedy: string) {
  const [first] = ways;
  if (!first) return undefined;
  const named = few(
    ways.map((way) => way.says),
    MOST_NAMED,
    "",
    "处",
    "；",
  );
  return {
    message: `${says}：${named}`,
    place: first.lines[0]?.place,
    figures: ways.map((way) => shownSum(way.says, way.lines)),
    remedy,
  };
}

/** The lines by their value of a dimension, in the order of first occurrence. */
export function linesBy(
  lines: readonly LedgerLine[],
  dimension: Dimension,
): ReadonlyMap<string, readonly LedgerLine[]> {
  return groupedBy(lines, ({ dimensions }) => dimensions[dimension] ?? "");
}
