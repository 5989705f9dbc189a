import type { Figure } from "../model/ledger.js";
import type { Quantity } from "../money/money.js";
import { imbalanceOf } from "./imbalance.js";
import { shownLines, totalOf, yuan } from "./notes.js";
import type { Breach, LedgerFacts, LedgerRule } from "./rule.js";

/** About ten thousand times: no budget grows or shrinks a thousandfold, and what is counted in 万元 may have changed, too. */
const LEAST_TIMES = 1_000;
const MOST_TIMES = 100_000;
/** So many of all that are compared that the totals have not grown by one of their parts. */
const NEARLY_ALL = 0.8;
const MOST_SHOWN = 6;
const REMEDY = "金额一律以元计，到分：1131.40 万元写 11314000.00；同样写的数一次改完";

export const MISCOUNTED_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/万元",
    severity: "错误",
    first: true,
    says: "两年的金额都以元计：总数和各部分的数，不会都与另一年的差约一万倍",
    certainty: "实务",
    basis: "实务：批复表以万元列示，照抄时把万元的数写成了元；单位的预算一年里不会增减一千倍",
    examine(facts) {
      const pairs = comparedPairs(facts);
      const years = [
        { year: "上年", sides: pairs.map(({ now, before }) => ({ less: before, more: now })) },
        { year: "本年", sides: pairs.map(({ now, before }) => ({ less: now, more: before })) },
      ];
      const found = years.flatMap(({ year, sides }) => {
        const wrong = countedInWan(sides, facts);
        return wrong.length > 0 ? [breach(year, wrong, wrong.length === sides.length)] : [];
      });
      return found.length > 0 ? found : lastYearInPart(facts);
    },
  },
];

/** The figures of money that neither year has as nothing. */
function comparedPairs({ books, measures }: LedgerFacts) {
  return [...measures.values()].flatMap((measure) => {
    if (measure.kind === "constant" || measure.kind === "count") return [];
    const [now, before] = [books.figure(measure), books.lastYear(measure)];
    if (!before || now.unit !== "元" || now.amount.isZero() || before.amount.isZero()) return [];
    return [{ now, before }];
  });
}

/** A figure of the year that is in question, and the same of the other year. */
interface Sides {
  readonly less: Figure;
  readonly more: Figure;
}

/**
 * Those that are in 万元 for sure: the unit's totals with nearly all others, or with parts that would be more than they; or
 * else several of which none has lines of another, so that no single thing has grown.
 */
function countedInWan(sides: readonly Sides[], { books }: LedgerFacts): readonly Sides[] {
  const small = sides.filter(({ less, more }) => isTenThousandth(less.amount, more.amount));
  const others = sides.filter((each) => !small.includes(each));
  const revenue = totalOf(books.lines(["收入"]));
  const total = small.find(({ less, more }) => less.amount.eq(revenue) || more.amount.eq(revenue));
  const isSure = total
    ? small.length >= sides.length * NEARLY_ALL ||
      others.some(({ less }) => less.amount.gt(total.less.amount))
    : small.some((one) => small.some((other) => areApart(one, other)));
  return isSure ? small : [];
}

/** Whether an amount is to another about what 元 are to 万元. */
export function isTenThousandth(less: Quantity, more: Quantity): boolean {
  return more.gte(less.times(LEAST_TIMES)) && more.lte(less.times(MOST_TIMES));
}

function areApart(one: Sides, other: Sides): boolean {
  const own = new Set([...one.less.lines, ...one.more.lines].map(({ place }) => place));
  return ![...other.less.lines, ...other.more.lines].some(({ place }) => own.has(place));
}

function breach(year: string, wrong: readonly Sides[], all: boolean): Breach {
  const shown = wrong.slice(0, MOST_SHOWN);
  const names = shown.map(({ less }) => less.measure).join("、");
  const which = wrong.length > shown.length ? `${names}等 ${wrong.length} 个` : names;
  const [{ less, more } = { less: undefined, more: undefined }] = wrong;
  const example =
    less && more ? `${less.measure}一年是 ${yuan(less.amount)}，另一年是 ${yuan(more.amount)}` : "";
  return {
    message: `${year}的${all ? "数" : which}是以万元写的，应当以元计：${example}，差约一万倍`,
    place: less?.lines[0]?.place,
    figures: shown.map(({ less }) => shownLines(`${year}的${less.measure}`, less)),
    remedy: all ? `${REMEDY}；确实只有这么多的（如新设立的单位），不必改` : REMEDY,
    spoilsSums: year === "本年",
    confirmable: all,
  };
}

/** Some of last year's amounts, so that what it received is not what it spent. */
function lastYearInPart({ books, statutory }: LedgerFacts): Breach | undefined {
  const [received, spent] = (["收入总计", "支出总计"] as const).map((name) => {
    const measure = statutory.get(name);
    return measure && books.lastYear(measure);
  });
  const imbalance = received && spent && imbalanceOf(received.lines, spent.lines);
  const [first, ...more] = imbalance?.inWan ?? [];
  if (!imbalance || !first) return undefined;
  const which = more.length > 0 ? `“${first.label}”等 ${more.length + 1} 笔` : `“${first.label}”`;
  const totals = `收入总计 ${yuan(imbalance.received)} 元，支出总计 ${yuan(imbalance.spent)} 元`;
  return {
    message: `上年的${which}多半是以万元写的，应当以元计：${totals}，乘以一万，两边就相等`,
    place: first.place,
    figures: imbalance.figures,
    remedy: REMEDY,
  };
}
