import type { LedgerLine } from "../model/ledger.js";
import { linesBy, shownSum } from "./notes.js";
import type { Breach, LedgerRule } from "./rule.js";

/** The budgets that a finance bureau appropriates from. */
const APPROPRIATED = ["一般公共预算", "政府性基金预算", "国有资本经营预算"];

export const APPROPRIATION_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/财政拨款范围",
    severity: "错误",
    perUnit: true,
    says: "财政拨款只来自一般公共预算、政府性基金预算和国有资本经营预算",
    basis: "实务：财政拨款收支总体情况表只有这三种预算的栏目",
    examine({ books }) {
      const lines = books.lines(["收入", "支出", "年终结转"], { 财政拨款: "是" });
      return [...linesBy(lines, "资金来源")]
        .filter(([fund]) => !APPROPRIATED.includes(fund))
        .map(([fund, found]) => notAppropriated(fund, found));
    },
  },
];

function notAppropriated(fund: string, lines: readonly LedgerLine[]): Breach {
  return {
    message: `${fund}不属于财政拨款，却有 ${lines.length} 笔写着“财政拨款: 是”`,
    place: lines[0]?.place,
    figures: [shownSum("写着“是”的", lines)],
    remedy: "改成“财政拨款: 否”；确是财政拨款的，改正“资金来源”",
  };
}
