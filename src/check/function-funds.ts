import { type OwnFund, ownFundOf } from "../model/budget.js";
import { APPROPRIATED_FUNDS } from "../model/dimensions.js";
import { groupedBy } from "../model/groups.js";
import type { LedgerLine } from "../model/ledger.js";
import { type Alike, codeName, madeOf, toldOnce, totalOf, yuan } from "./notes.js";
import type { Breach, LedgerFacts, LedgerRule } from "./rule.js";

/** Lines of one function that are paid from money that is not the function's, or may not be. */
interface Mismatch extends Alike {
  /** the row that says whose the function is; undefined where there is none */
  readonly own: OwnFund | undefined;
  readonly isSure: boolean;
}

const GENERAL = "一般公共预算";
const REMEDY = "照批复核对功能科目和“资金来源”";

export const FUNCTION_FUND_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/科目资金",
    severity: "错误",
    perUnit: true,
    says: "政府性基金预算、国有资本经营预算的功能科目，不用另一种预算的资金",
    certainty: "公开文件",
    basis: "财政部增补科目的通知，已公布的预算和资金文件；哪些科目、出自哪里，见功能科目表的“资金归属”",
    examine: (facts) =>
      mismatches(facts)
        .filter(({ isSure }) => isSure)
        .map(refused),
  },
  {
    code: "勾稽/科目资金存疑",
    severity: "警告",
    perUnit: true,
    says: "政府性基金预算、国有资本经营预算的资金列在它的功能科目下，别的资金不列在这些科目下；取消了的科目只用于上年结转",
    certainty: "未核对",
    basis: "功能科目表的“资金归属”里未核对的行；这张表可能不全，单位资金列在哪些科目下是实务",
    examine(facts) {
      const doubtful = mismatches(facts).filter(({ isSure }) => !isSure);
      return toldOnce("功能科目与资金来源多半不相符", doubtful, `${REMEDY}；批复如此的，不必改`);
    },
  },
];

function mismatches(facts: LedgerFacts): readonly Mismatch[] {
  const uses = groupedBy(facts.books.lines(["支出"]), ({ dimensions: { 功能科目: code, 资金来源: fund } }) =>
    [code, fund].join(" "),
  );
  return [...uses.values()].flatMap((same) => mismatch(facts, same) ?? []);
}

function mismatch(
  { budget: { year }, codes }: LedgerFacts,
  lines: readonly [LedgerLine, ...LedgerLine[]],
): Mismatch | undefined {
  const { 功能科目: code = "", 资金来源: fund = "" } = lines[0].dimensions;
  const own = ownFundOf(codes, code, year);
  const subject = codeName(codes.functional, code);
  const isAppropriated = APPROPRIATED_FUNDS.includes(fund);
  if (!own) {
    if (!isAppropriated || fund === GENERAL) return undefined;
    return { lines, own, isSure: false, says: `${subject} 不在${fund}的科目里，用的是${fund}的资金` };
  }
  if (own.fund === fund) return own.years.to < year ? abolished(subject, own, lines) : undefined;
  // other money than that of budgets is spent under any function of the general one
  if (own.fund === "不限" || (own.fund === GENERAL && !isAppropriated)) return undefined;
  const isSure = isAppropriated && own.status !== "未核对";
  return { lines, own, isSure, says: `${subject} 是${own.fund}的科目，用的是${fund}的资金` };
}

function abolished(subject: string, own: OwnFund, all: readonly LedgerLine[]): Mismatch | undefined {
  const lines = all.filter(({ dimensions }) => dimensions.年份来源 === "本年");
  if (lines.length === 0) return undefined;
  return { lines, own, isSure: false, says: `${subject} 已经取消，用的是本年的资金` };
}

function refused({ lines, says, own }: Mismatch): Breach {
  return {
    message: `${says} ${yuan(totalOf(lines))} 元`,
    ...(own && { holds: `${own.code} 属于${own.fund}（${own.status}：${own.citation}）` }),
    ...madeOf("用的资金", lines),
    remedy: REMEDY,
  };
}
