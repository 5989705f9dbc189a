import { groupedBy } from "../../model/groups.js";
import { type Quantity, sum } from "../../money/money.js";
import type { Dimensions } from "./asked.js";
import { isRunning } from "./prices.js";
import type { SolvedLine } from "./solved-lines.js";

/** What printed tables do not say, about some lines together. */
export interface Question {
  readonly says: string;
  readonly amount: Quantity;
  readonly lines: readonly SolvedLine[];
}

/** What is lost in print, each with what answers it. */
const SUBJECTS: readonly { readonly holds: (line: SolvedLine) => boolean; readonly says: string }[] = [
  {
    holds: ({ dimensions }) => dimensions.年份来源 === "上年结转",
    says: "上年结转的资金，表里没有印是哪一种资金、是不是财政拨款、列在哪些科目：照结转的明细写",
  },
  {
    holds: ({ dimensions }) => dimensions.资金来源 === "财政专户管理资金",
    says: "财政专户管理资金，表里没有印列在哪些功能科目：照专户资金的明细写",
  },
  {
    holds: ({ dimensions }) =>
      !["一般公共预算", "政府性基金预算", "国有资本经营预算"].includes(dimensions.资金来源 ?? ""),
    says: "单位资金，表里没有印列在哪些科目：照单位资金的明细写",
  },
  {
    holds: ({ dimensions }) => dimensions.支出性质 === "项目支出",
    says: "项目的经济科目，没有一张表按项目印：照项目的明细写",
  },
];

/** What is to be asked, the most money first. */
export function questionsOf(lines: readonly SolvedLine[]): readonly Question[] {
  const open = lines.filter(({ sureness }) => sureness === "多解");
  const subjects = groupedBy(open, (line) => subjectOf(line, lines));
  return [...subjects]
    .map(([says, some]): Question => ({ says, lines: some, amount: sum(some.map(({ amount }) => amount)) }))
    .sort((a, b) => b.amount.cmp(a.amount));
}

function subjectOf(line: SolvedLine, lines: readonly SolvedLine[]): string {
  const subject = SUBJECTS.find(({ holds }) => holds(line));
  if (subject) return subject.says;
  const running = runningFunctions(lines);
  return running.length > 1
    ? `运行科目有 ${running.join("、")} 几个，各表都印不出它们各列哪些经济科目：请给明细表`
    : "有的基本支出列在哪个功能科目，各表都印不出：照明细写";
}

/** The functions for running the unit that have basic expenditure of the general budget. */
function runningFunctions(lines: readonly SolvedLine[]): readonly string[] {
  const isBasic = ({ 资金来源: fund, 支出性质: nature }: Dimensions): boolean =>
    fund === "一般公共预算" && nature === "基本支出";
  const items = lines.flatMap(({ dimensions }) => {
    const { 功能科目: item = "" } = dimensions;
    return isBasic(dimensions) && isRunning(item) ? [item] : [];
  });
  return [...new Set(items)].sort();
}
