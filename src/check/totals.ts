import { imbalanceOf, onlyUnbalanced, USES } from "./imbalance.js";
import { yuan } from "./notes.js";
import { costsOf } from "./performance.js";
import type { Breach, LedgerRule } from "./rule.js";

export const TOTAL_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/收支平衡",
    severity: "错误",
    perUnit: true,
    says: "收入总计（本年收入＋上年结转）＝支出总计（本年支出＋年终结转）",
    certainty: "实务",
    basis: "实务：收支总体情况表（财预〔2016〕143号所列）左右两边的总计相等",
    examine({ budget, books }): Breach | undefined {
      const imbalance = imbalanceOf(books.lines(["收入"]), books.lines(USES));
      if (!imbalance) return undefined;
      const { received, spent, gap } = imbalance;
      const where = onlyUnbalanced(books);
      const narrowed = where && imbalanceOf(books.lines(["收入"], where), books.lines(USES, where));
      const { doubted, figures } = narrowed ?? imbalance;
      return {
        message: `收入总计 ${yuan(received)} 元，支出总计 ${yuan(spent)} 元，相差 ${yuan(gap)} 元`,
        place: (doubted[0] ?? books.lines(["收入", ...USES], where ?? {})[0])?.place,
        figures: [
          ...(narrowed ? [() => `只有${where.资金来源}的收入与支出不等，下面是它的`] : []),
          ...figures,
          ...costsOf(budget.projects, doubted),
        ],
        remedy: "按批复核对收入和支出的各笔金额；有结转的，写在“年终结转”里",
      };
    },
  },
];
