import type { Place } from "../diagnostic/diagnostic.js";
import type { CodeList } from "../model/budget.js";
import { few, groupedBy } from "../model/groups.js";
import type { Dimension, Figure, LedgerLine, WrittenAmount } from "../model/ledger.js";
import { digits, type Quantity, sum, ZERO } from "../money/money.js";

/** More terms of a sum, or more doubtful lines, are not told one by one. */
export const LONGEST_SUM = 6;
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

/** A code with its name. */
export function codeName(list: CodeList, code: string): string {
  return `${code} ${list.get(code)?.name.text ?? ""}`;
}

/** Where the first of the lines stands, and a note with what all of them make. */
export function madeOf(says: string, lines: readonly WrittenAmount[]) {
  return { place: lines[0]?.place, figures: [shownSum(says, lines)] };
}

/** Amounts that break a rule in one way, and what is said of them. */
export interface Alike {
  readonly says: string;
  readonly lines: readonly WrittenAmount[];
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
