import type { Account, Books, Entry, Where, WrittenAmount } from "../model/ledger.js";
import type { Quantity } from "../money/money.js";
import { type LineNote, LONGEST_SUM, linesBy, shownSum, totalOf, yuan } from "./notes.js";

/** What is received and spent where the one is not the other, and which amounts are likely to be wrong. */
export interface Imbalance {
  readonly received: Quantity;
  readonly spent: Quantity;
  /** received less spent */
  readonly gap: Quantity;
  /** the lines that would make both sides equal if all of them were in 万元 */
  readonly inWan: readonly WrittenAmount[];
  /** the lines of which one is likely to be wrong, the likeliest first */
  readonly doubted: readonly WrittenAmount[];
  /** both sides, and why those lines are doubted */
  readonly figures: readonly LineNote[];
}

/** How two sides that should be equal differ; undefined where they do not. */
export function imbalanceOf(
  revenue: readonly WrittenAmount[],
  expenditure: readonly WrittenAmount[],
): Imbalance | undefined {
  const [received, spent] = [totalOf(revenue), totalOf(expenditure)];
  const gap = received.minus(spent);
  if (gap.isZero()) return undefined;
  const [less, more] = gap.isNegative() ? [revenue, expenditure] : [expenditure, revenue];
  const suspected = suspects(more, gap);
  const miswritten = slips(less, more, gap);
  const inWan = linesInWan(less, gap);
  return {
    received,
    spent,
    gap,
    inWan,
    doubted: [...miswritten.map(({ line }) => line), ...inWan, ...suspected],
    figures: [
      shownSum("收入总计", revenue),
      shownSum("支出总计", expenditure),
      ...shownSuspects(suspected),
      ...shownSlips(miswritten),
      ...(inWan.length > 1 ? [shownSum("这几笔如果都是万元的数，两边就相等：它们的和", inWan)] : []),
    ],
  };
}

/** The lines that use what is received. */
export const USES: readonly Account[] = ["支出", "年终结转"];

/** The only one of several funds that is not spent as it was received: the imbalance of all is its own. */
export function onlyUnbalanced(books: Books): Where | undefined {
  const funds = [...linesBy(books.lines(["收入", ...USES]), "资金来源").keys()];
  const [where, another] = funds
    .map((fund): Where => ({ 资金来源: fund }))
    .filter((each) => !totalOf(books.lines(["收入"], each)).eq(totalOf(books.lines(USES, each))));
  return another || funds.length < 2 ? undefined : where;
}

/** Whether the imbalance of the books says that some of the lines are in 万元, so that what is too little follows from it. */
export function knownInWan(books: Books): (lines: readonly Entry[]) => boolean {
  const imbalance = imbalanceOf(books.lines(["收入"]), books.lines(["支出", "年终结转"]));
  const inWan = new Set(imbalance?.inWan.map(({ place }) => place));
  return (lines) => lines.some(({ place }) => inWan.has(place));
}

const LESS_IN_WAN = 9_999;
/** 万元 have two decimals, so an amount that was made of them is 50 元 off at most. */
const ROUNDED_BY = 50;

/** One line, or all the smallest, that come to as much more in 万元 as is lacking. */
function linesInWan(less: readonly WrittenAmount[], difference: Quantity): readonly WrittenAmount[] {
  const lines = less.filter(({ amount }) => !amount.isZero());
  const alone = lines.filter(({ amount }) =>
    isRounding(difference.abs().minus(amount.times(LESS_IN_WAN)), 1),
  );
  if (alone.length > 0) return alone.slice(0, 1);
  const rising = lines.sort((a, b) => a.amount.cmp(b.amount));
  let lacking = difference.abs();
  for (const [index, { amount }] of rising.entries()) {
    lacking = lacking.minus(amount.times(LESS_IN_WAN));
    if (isRounding(lacking, index + 1)) return rising.slice(0, index + 1);
  }
  return [];
}

function isRounding(rest: Quantity, lines: number): boolean {
  return rest.abs().lte(ROUNDED_BY * lines);
}

/** The lines whose amount alone makes up a difference, unless they are too many to tell where it comes from. */
export function suspects(lines: readonly WrittenAmount[], difference: Quantity): readonly WrittenAmount[] {
  const equal = lines.filter(({ amount }) => amount.eq(difference.abs()));
  return equal.length > LONGEST_SUM ? [] : equal;
}

/** A note that says so, where there are suspects. */
export function shownSuspects(lines: readonly WrittenAmount[]): readonly LineNote[] {
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
interface Mistyping {
  readonly line: WrittenAmount;
  readonly says: string;
}

/** The lines of the smaller side that lack the difference, and those of the larger one that have it in excess. */
function slips(
  less: readonly WrittenAmount[],
  more: readonly WrittenAmount[],
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
function shownSlips(found: readonly Mistyping[]): readonly LineNote[] {
  return found.map(({ line: { amount, label, place }, says }) => (at) => {
    return `${at(place)} ${label} 的 ${yuan(amount)} ${says}，两边就相等`;
  });
}
