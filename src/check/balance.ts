import { type Diagnostic, problem } from "../diagnostic.js";
import type { Ledger, LedgerLine } from "../model/ledger.js";
import { digits, inUnit, type Quantity, sum } from "../money/money.js";

const LONGEST_SUM = 6;

/** 收支平衡: revenue with what was brought forward equals expenditure with what is carried forward, to the 分. */
export function checkBalance({ lines }: Ledger): readonly Diagnostic[] {
  const revenue = lines.filter((line) => line.account === "收入");
  const expenditure = lines.filter((line) => line.account === "支出" || line.account === "年终结转");
  const [received, spent] = [totalOf(revenue), totalOf(expenditure)];
  if (received.eq(spent)) return [];
  return [
    problem(
      "勾稽/收支平衡",
      `收入总计 ${yuan(received)} 元，支出总计 ${yuan(spent)} 元，相差 ${yuan(received.minus(spent))} 元`,
      revenue[0]?.place ?? expenditure[0]?.place,
      "规则：收入总计（本年收入＋上年结转）＝支出总计（本年支出＋年终结转）",
      `收入总计 = ${shownSum(revenue)}`,
      `支出总计 = ${shownSum(expenditure)}`,
      "怎么改：按批复核对收入和支出的各笔金额；有结转的，写在“年终结转”里",
    ),
  ];
}

function totalOf(lines: readonly LedgerLine[]): Quantity {
  return sum(lines.map((line) => line.amount));
}

function yuan(amount: Quantity): string {
  return digits(inUnit(amount, "元"), 2, true);
}

/** The lines with their places, the middle of a long sum left out. */
function shownSum(lines: readonly LedgerLine[]): string {
  const terms = lines.map(({ amount, label, place }) => `${yuan(amount)}（第 ${place.line} 行 ${label}）`);
  if (terms.length <= LONGEST_SUM) return terms.join(" + ") || "0.00";
  const half = LONGEST_SUM / 2;
  const left = terms.length - LONGEST_SUM;
  return [...terms.slice(0, half), `…（中间 ${left} 笔）…`, ...terms.slice(-half)].join(" + ");
}
