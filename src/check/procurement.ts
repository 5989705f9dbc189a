import type { LedgerLine } from "../model/ledger.js";
import { quantity } from "../money/money.js";
import { knownInWan } from "./imbalance.js";
import { linesBy, shownSum, totalOf, yuan } from "./notes.js";
import type { Breach, LedgerFacts, LedgerRule } from "./rule.js";

/** From this much on, a kind of expenditure is seldom without procurement. */
const CONSPICUOUS = quantity("1000000.00");

/** 物业管理费, 维修（护）费. */
const SERVICES = ["30209", "30213"];
/** 资本性支出, of 基本建设 and other. */
const CAPITAL = ["309", "310"];
/** Compensation for land and houses is paid, not bought. */
const COMPENSATION = ["31009", "31010", "31011", "31012"];

export const PROCUREMENT_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/政府采购总额",
    severity: "错误",
    perUnit: true,
    says: "政府采购预算不超过本年支出合计",
    certainty: "实务",
    basis: "实务：政府采购预算是支出预算的一部分",
    examine({ books }) {
      const [procured, spent] = [books.lines(["政府采购"]), books.lines(["支出"])];
      if (totalOf(procured).lte(totalOf(spent)) || knownInWan(books)(spent)) return undefined;
      return {
        message: `政府采购预算 ${yuan(totalOf(procured))} 元，超过支出合计 ${yuan(totalOf(spent))} 元`,
        place: procured[0]?.place,
        figures: [shownSum("政府采购预算", procured), shownSum("支出合计", spent)],
        remedy: "按批复核对“政府采购”各行的金额，单位是元",
      };
    },
  },
  {
    code: "勾稽/政府采购遗漏",
    severity: "警告",
    perUnit: true,
    says: "有大额物业管理费、维修费或资本性支出（一个科目 100 万元以上）的单位，一般有政府采购预算",
    certainty: "实务",
    basis: "政府采购应当公开（预算法第十四条第三款）；100 万元是实务的大致界限，各地限额标准未核对",
    examine(facts) {
      if (!totalOf(facts.books.lines(["政府采购"])).isZero()) return [];
      const found = [...linesBy(facts.books.lines(["支出"]).filter(isProcurable), "经济科目")];
      const large = found.filter(([, lines]) => totalOf(lines).gte(CONSPICUOUS));
      return large.length > 0 ? missing(facts, large) : undefined;
    },
  },
];

function isProcurable({ dimensions }: LedgerLine): boolean {
  const { 经济类: category = "", 经济科目: code = "" } = dimensions;
  return SERVICES.includes(code) || (CAPITAL.includes(category) && !COMPENSATION.includes(code));
}

function missing(
  { codes }: LedgerFacts,
  large: readonly (readonly [string, readonly LedgerLine[]])[],
): Breach {
  const name = (code: string): string => codes.departmental.get(code)?.name.text ?? code;
  const listed = large.map(([code, lines]) => `${name(code)} ${yuan(totalOf(lines))} 元`);
  return {
    message: `政府采购预算是 0，却有${listed.join("、")}`,
    place: large[0]?.[1][0]?.place,
    figures: large.map(([code, lines]) => shownSum(name(code), lines)),
    remedy: "按批复的政府采购预算核对；确实没有的，不必改",
  };
}
