import { shownSlips, shownSum, shownSuspects, slips, suspects, totalOf, yuan } from "./notes.js";
import type { Breach, LedgerRule } from "./rule.js";

export const TOTAL_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/收支平衡",
    severity: "错误",
    perUnit: true,
    says: "收入总计（本年收入＋上年结转）＝支出总计（本年支出＋年终结转）",
    certainty: "实务",
    basis: "实务：收支总体情况表（财预〔2016〕143号所列）左右两边的总计相等",
    examine({ books }): Breach | undefined {
      const revenue = books.lines(["收入"]);
      const expenditure = books.lines(["支出", "年终结转"]);
      const [received, spent] = [totalOf(revenue), totalOf(expenditure)];
      if (received.eq(spent)) return undefined;
      const gap = received.minus(spent);
      const [less, more] = gap.isNegative() ? [revenue, expenditure] : [expenditure, revenue];
      const suspected = suspects(more, gap);
      const miswritten = slips(less, more, gap);
      return {
        message: `收入总计 ${yuan(received)} 元，支出总计 ${yuan(spent)} 元，相差 ${yuan(gap)} 元`,
        place: (miswritten[0]?.line ?? suspected[0] ?? revenue[0] ?? expenditure[0])?.place,
        figures: [
          shownSum("收入总计", revenue),
          shownSum("支出总计", expenditure),
          ...shownSuspects(suspected),
          ...shownSlips(miswritten),
        ],
        remedy: "按批复核对收入和支出的各笔金额；有结转的，写在“年终结转”里",
      };
    },
  },
];
