import type { LedgerLine, Where } from "../model/ledger.js";
import type { Measure } from "../model/pack/measure.js";
import { shownAmount, shownLines, shownSum, totalOf, yuan } from "./notes.js";
import type { Breach, LedgerFacts, LedgerRule } from "./rule.js";

export const AGENCY_OPERATION_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/机关运行经费",
    severity: "错误",
    perUnit: true,
    says: "机关运行经费只有行政单位和参公事业单位有，等于一般公共预算财政拨款安排的公用经费，版式或者只计当年的，或者连上年结转的一起计；事业单位没有",
    certainty: "实务",
    basis: "机关运行经费是行政单位和参公事业单位的公用经费（预算法第十四条第二款要求说明；范围依实务）",
    examine(facts) {
      const measure = facts.statutory.get("机关运行经费");
      return measure && unlikeOperatingMoney(facts, measure);
    },
  },
];

function unlikeOperatingMoney(facts: LedgerFacts, measure: Measure): Breach | undefined {
  const { books, budget } = facts;
  const { kind } = budget.unit;
  const printed = books.figure(measure);
  const where = { 资金来源: "一般公共预算", 财政拨款: "是", 经费性质: "公用经费" };
  const operatingOf = (origin: Where): readonly LedgerLine[] =>
    kind === "事业单位" ? [] : books.lines(["支出"], where, origin);
  const operating = operatingOf({ 年份来源: "本年" });
  if ([operating, operatingOf({})].some((lines) => printed.amount.eq(totalOf(lines)))) return undefined;
  return {
    message: `单位性质是${kind}，${measure.name}应当是 ${yuan(totalOf(operating))} 元，口径算出的是 ${shownAmount(printed)}`,
    place: measure.place(),
    figures: [shownSum("应当是", operating), shownLines("口径算出的", printed)],
    remedy: "核对 measures.yaml 里这个口径的条件：单位性质、资金来源、财政拨款、年份来源、经费性质",
  };
}
