import { groupedBy } from "../model/groups.js";
import type { LedgerLine, WrittenAmount } from "../model/ledger.js";
import { type Quantity, quantity } from "../money/money.js";
import { imbalanceOf } from "./imbalance.js";
import { isTenThousandth } from "./miscounted.js";
import { linesBy, madeOf, toldOnce, totalOf, yuan } from "./notes.js";
import type { Breach, LedgerFacts, LedgerRule } from "./rule.js";

/** No unit lives on less than 10 万元 a year; what is less than 10 元 is no mistake for 万元 either. */
const LEAST = quantity("100000");
const TRIFLE = quantity("10");
/** No budget grows or shrinks a thousandfold. */
const FAR_MORE = quantity("1000");
/** What prints as 0.09万元 or less is hardly received, procured or granted in one sum, nor is it a whole project. */
const HARDLY = quantity("1000");

export const MAGNITUDE_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/零金额",
    severity: "警告",
    says: "支出和专项转移支付的每一行都有金额",
    certainty: "实务",
    basis: "实务：没有金额的行印出来是空行，还会算进项目个数",
    examine: ({ books }) =>
      books
        .lines(["支出", "专项转移支付"])
        .filter(({ amount }) => amount.isZero())
        .map(({ label, place }) => ({
          message: `“${label}”这一行的金额是 0`,
          place,
          remedy: "删去这一行；没有预算的项目，整个删去；要在表里列出没有金额的功能科目，写在“列示科目”里",
        })),
  },
  {
    code: "勾稽/金额单位",
    severity: "警告",
    says: "金额以元计：收入总计一般在 10 万元以上，与上年相差不到一千倍；一笔收入、政府采购、专项转移支付和一个项目一般在 1000 元以上，“上年”里的数与本年的不差约一万倍",
    certainty: "实务",
    basis: "实务：批复表多以万元或元列示，照抄时把万元的数写成了元，或者上年和本年的单位不同",
    examine(facts) {
      const lines = facts.books.lines(["收入"]);
      return tooSmall(lines) ?? unlikeLastYear(facts, lines) ?? smallInPart(facts);
    },
  },
];

function tooSmall(lines: readonly LedgerLine[]): Breach | undefined {
  const total = totalOf(lines);
  if (total.lt(TRIFLE) || total.gte(LEAST)) return undefined;
  return {
    message: `收入总计只有 ${yuan(total)} 元，多半是把万元的数写成了元`,
    ...madeOf("收入总计", lines),
    remedy: "金额一律以元计：12.34 万元写 123400.00；确实只有这么多的，不必改",
  };
}

function unlikeLastYear({ books, statutory }: LedgerFacts, lines: readonly LedgerLine[]): Breach | undefined {
  const measure = statutory.get("收入总计");
  const before = measure && books.lastYear(measure);
  const [now, then] = [totalOf(lines), before?.amount ?? quantity("0")];
  if (now.lt(TRIFLE) || then.lt(TRIFLE)) return undefined;
  if (now.lt(then.times(FAR_MORE)) && then.lt(now.times(FAR_MORE))) return undefined;
  return {
    message: `收入总计本年是 ${yuan(now)} 元，上年是 ${yuan(then)} 元，相差一千倍以上`,
    place: before?.lines[0]?.place ?? lines[0]?.place,
    remedy: "核对两年的单位：金额一律以元计，12.34 万元写 123400.00",
  };
}

/** Some amounts among others that are in 元. Where the books do not balance, it is told of those that are received or spent. */
function smallInPart(facts: LedgerFacts): Breach | undefined {
  const { books } = facts;
  const [received, spent] = [books.lines(["收入"]), books.lines(["支出"])];
  if (totalOf(received).lt(LEAST)) return undefined;
  const isBalanced = imbalanceOf(received, books.lines(["支出", "年终结转"])) === undefined;
  const projects = [...linesBy(spent, "项目")].flatMap(([project, lines]) =>
    project !== "" && isSmall(totalOf(lines)) ? lines : [],
  );
  const granted = books.lines(["政府采购", "专项转移支付"]).filter(({ amount }) => isSmall(amount));
  const small = [
    ...(isBalanced ? [...received.filter(({ amount }) => isSmall(amount)), ...projects] : []),
    ...granted,
  ];
  const bySaying = groupedBy(small, ({ account, label }) => `${account}“${label}”`);
  return toldOnce(
    "有的金额像是把万元的数写成了元",
    [
      ...[...bySaying].map(([says, lines]) => ({ says, lines })),
      ...smallBefore(facts).map((written) => ({ says: `上年的${written.label}`, lines: [written] })),
    ],
    "金额一律以元计：12.34 万元写 123400.00；确实只有这么多的，不必改",
  );
}

function isSmall(amount: Quantity): boolean {
  return !amount.isZero() && amount.lt(HARDLY);
}

/** What is written of last year and is a ten thousandth of this year's, or is little where there is nothing this year. */
function smallBefore({ budget, books, measures }: LedgerFacts): readonly WrittenAmount[] {
  return [...budget.lastYear.figures].flatMap(([label, { value: amount, place }]) => {
    const measure = measures.get(label);
    const now = measure && books.figure(measure);
    if (now?.unit !== "元" || amount.isZero()) return [];
    const isOff = now.amount.isZero() ? amount.lt(HARDLY) : isTenThousandth(amount, now.amount);
    return isOff ? [{ label, amount, place }] : [];
  });
}
