import { APPROPRIATED_FUNDS, DIMENSION_VALUES } from "../model/dimensions.js";
import type { Account, LedgerLine, Where } from "../model/ledger.js";
import { knownInWan, onlyUnbalanced, shownSuspects, suspects, USES } from "./imbalance.js";
import { alike, linesBy, madeOf, shownSum, toldOnce, totalOf, yuan } from "./notes.js";
import type { Breach, LedgerFacts, LedgerRule } from "./rule.js";

/** Money that may only be spent as what it was received as. */
interface Pool {
  readonly fund: string;
  /** what narrows the fund down */
  readonly kinds: readonly string[];
  readonly where: Where;
  readonly uses: readonly Account[];
}

const SHORT_NAMES = { 是: "财政拨款", 否: "非财政拨款" };

/** Each rule divides what the one before it found in order: where a whole is overspent, its parts are not reported. */
export const FUND_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/资金来源",
    severity: "错误",
    perUnit: true,
    says: "每种资金来源的支出与年终结转，不超过它的收入（含上年结转）",
    certainty: "实务",
    basis: "实务：各种资金分别平衡，收入、支出总体情况表才对得上",
    examine(facts) {
      const pools = funds(facts);
      // an only fund is the whole budget, or its imbalance that of the whole, and 收支平衡 speaks of that
      return pools.length > 1 && !onlyUnbalanced(facts.books)
        ? overspent(facts, pools, "按批复核对这一来源的收入和支出")
        : [];
    },
  },
  {
    code: "勾稽/财政拨款收支",
    severity: "错误",
    perUnit: true,
    says: "同一资金来源里，财政拨款和非财政拨款各自的支出与年终结转，不超过各自的收入",
    certainty: "实务",
    basis: "实务：财政拨款收支总体情况表（财预〔2016〕143号所列）左右两边的总计相等",
    examine(facts) {
      // of funds that are no appropriation at all, another rule tells that they are called one
      const pools = halves(facts).filter(({ fund }) => APPROPRIATED_FUNDS.includes(fund));
      return overspent(facts, pools, "核对这一来源各行的“财政拨款”写 是 还是 否");
    },
  },
  {
    code: "勾稽/上年结转",
    severity: "错误",
    perUnit: true,
    says: "用上年结转安排的支出不超过上年结转的收入，用本年资金安排的支出不超过本年的收入",
    certainty: "实务",
    basis: "实务：一般公共预算支出情况表只列当年财政拨款，本年与上年结转的资金要分得开",
    examine(facts) {
      const pools = sound(facts, halves(facts)).flatMap(byOrigin);
      return overspent(facts, pools, "核对这一来源各行的“年份来源”写 本年 还是 上年结转");
    },
  },
  {
    code: "勾稽/收入科目",
    severity: "错误",
    perUnit: true,
    says: "收入写功能科目的，每个科目的支出不超过它的收入",
    certainty: "实务",
    basis: "实务：收入按功能科目列的，收入表和支出表的同一科目对得上",
    examine(facts) {
      const received = facts.books.lines(["收入"]);
      if (received.every(({ dimensions }) => dimensions.功能科目 === undefined)) return [];
      const pools = sound(facts, halves(facts)).flatMap((pool) => byFunction(pool, facts));
      return overspent(facts, pools, "核对这一科目的收入、支出写的“功能科目”");
    },
  },
];

function funds({ books }: LedgerFacts): readonly Pool[] {
  const found = linesBy(books.lines(["收入", ...USES]), "资金来源").keys();
  return [...found].map((fund) => ({ fund, kinds: [], where: { 资金来源: fund }, uses: USES }));
}

/** 财政拨款 and other money of each fund that is not overspent as a whole. */
function halves(facts: LedgerFacts): readonly Pool[] {
  return sound(facts, funds(facts)).flatMap(byAppropriation);
}

function byAppropriation({ fund, where, uses }: Pool): readonly Pool[] {
  return DIMENSION_VALUES.财政拨款.map((value) => ({
    fund,
    kinds: [SHORT_NAMES[value]],
    where: { ...where, 财政拨款: value },
    uses,
  }));
}

/** What is left at the end of the year is of no origin, so only what is spent is compared. */
function byOrigin({ fund, kinds, where }: Pool): readonly Pool[] {
  return DIMENSION_VALUES.年份来源.map((value) => ({
    fund,
    kinds: [...kinds, value],
    where: { ...where, 年份来源: value },
    uses: ["支出"],
  }));
}

/** What is left at the end of the year is of no function. */
function byFunction({ fund, kinds, where }: Pool, { books }: LedgerFacts): readonly Pool[] {
  return [...linesBy(books.lines(["支出"], where), "功能科目").keys()].map((item) => ({
    fund,
    kinds: [...kinds, item],
    where: { ...where, 功能科目: item },
    uses: ["支出"],
  }));
}

function sound(facts: LedgerFacts, pools: readonly Pool[]): readonly Pool[] {
  return pools.filter((pool) => !isOverspent(facts, pool));
}

function isOverspent({ books }: LedgerFacts, { where, uses }: Pool): boolean {
  return totalOf(books.lines(uses, where)).gt(totalOf(books.lines(["收入"], where)));
}

/** Those that are overspent, and not only because what was received is written in 万元, which 收支平衡 tells. */
function overspent(facts: LedgerFacts, pools: readonly Pool[], remedy: string): readonly Breach[] {
  const { books } = facts;
  const isInWan = knownInWan(books);
  return pools
    .filter((pool) => isOverspent(facts, pool) && !isInWan(books.lines(["收入"], pool.where)))
    .map((pool) => excess(facts, pool, remedy));
}

function excess({ books }: LedgerFacts, { fund, kinds, where, uses }: Pool, remedy: string): Breach {
  const [received, used] = [books.lines(["收入"], where), books.lines(uses, where)];
  const [income, use] = [totalOf(received), totalOf(used)];
  const gap = use.minus(income);
  const suspected = suspects(used, gap);
  const verb = uses.join("与");
  const name = kinds.length > 0 ? `${fund}（${kinds.join("，")}）` : fund;
  return {
    message: `${name}的${verb} ${yuan(use)} 元，收入 ${yuan(income)} 元，超出 ${yuan(gap)} 元`,
    place: (suspected[0] ?? used[0])?.place,
    figures: [shownSum("收入", received), shownSum(verb, used), ...shownSuspects(suspected)],
    remedy,
  };
}

/** What only institutions receive, 参公事业单位 among them. */
const INSTITUTION_REVENUE = ["事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入"];

export const APPROPRIATION_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/财政拨款范围",
    severity: "错误",
    perUnit: true,
    says: "财政拨款只来自一般公共预算、政府性基金预算和国有资本经营预算",
    certainty: "实务",
    basis: "实务：财政拨款收支总体情况表只有这三种预算的栏目",
    examine({ books }) {
      const lines = books.lines(["收入", "支出", "年终结转"], { 财政拨款: "是" });
      return [...linesBy(lines, "资金来源")]
        .filter(([fund]) => !APPROPRIATED_FUNDS.includes(fund))
        .map(([fund, found]) => notAppropriated(fund, found));
    },
  },
  {
    code: "勾稽/行政单位收入",
    severity: "警告",
    perUnit: true,
    says: `行政单位没有${INSTITUTION_REVENUE.join("、")}`,
    certainty: "未核对",
    basis: "行政单位财务规则：行政单位的收入是财政拨款收入和其他收入；条文未核对",
    examine({ books, budget }) {
      if (budget.unit.kind !== "行政单位") return undefined;
      const received = books.lines(["收入"], { 资金来源: INSTITUTION_REVENUE });
      return toldOnce(
        "单位性质是行政单位，却有事业单位的收入",
        alike(received, ({ 资金来源: fund = "" }) => fund),
        "核对“资金来源”和“性质”；行政单位的别的收入写 其他收入，批复如此的，不必改",
      );
    },
  },
];

function notAppropriated(fund: string, lines: readonly LedgerLine[]): Breach {
  return {
    message: `${fund}不属于财政拨款，却有 ${lines.length} 笔写着“财政拨款: 是”`,
    ...madeOf("写着“是”的", lines),
    remedy: "改成“财政拨款: 否”；确是财政拨款的，改正“资金来源”",
  };
}
