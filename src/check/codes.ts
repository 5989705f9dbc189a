import { correspondingCode, type UnitKind } from "../model/budget.js";
import type { LedgerLine } from "../model/ledger.js";
import { codeName, linesBy, madeOf, totalOf, yuan } from "./notes.js";
import type { Breach, LedgerFacts, LedgerRule } from "./rule.js";

/** Functions by name that belong to another kind of unit. 参公事业单位 are found with those of both. */
const FOREIGN_FUNCTIONS: Readonly<Record<UnitKind, readonly string[]>> = {
  行政单位: ["事业单位离退休", "事业单位医疗"],
  参公事业单位: [],
  事业单位: ["行政运行", "行政单位离退休", "行政单位医疗"],
};

export const CODE_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/科目性质",
    severity: "警告",
    perUnit: true,
    says: "行政单位不在事业单位的功能科目下列支出，事业单位不在行政单位的功能科目下列支出",
    basis: "实务：支出功能分类科目按单位性质分设行政运行、离退休、医疗各科目，科目说明未核对",
    examine(facts) {
      const foreign = FOREIGN_FUNCTIONS[facts.budget.unit.kind];
      return [...linesBy(facts.books.lines(["支出"]), "功能科目")]
        .filter(([code]) => foreign.includes(facts.codes.functional.get(code)?.name.text ?? ""))
        .map(([code, lines]) => foreignFunction(facts, code, lines));
    },
  },
  {
    code: "勾稽/政府经济科目",
    severity: "警告",
    perUnit: true,
    says: "写明的政府经济科目与经济科目对应表一致",
    basis: "部门预算与政府预算支出经济分类的对应关系（财预〔2017〕98号）；对应表有一部分未核对",
    examine: (facts) =>
      [...linesBy(facts.books.lines(["支出"]), "经济科目")].flatMap(([code, lines]) =>
        [...linesBy(lines, "政府经济科目").values()].flatMap((same) => unlikeList(facts, code, same)),
      ),
  },
];

function foreignFunction({ budget, codes }: LedgerFacts, code: string, lines: readonly LedgerLine[]): Breach {
  const subject = codeName(codes.functional, code);
  return {
    message: `单位性质是${budget.unit.kind}，功能科目 ${subject} 却有支出 ${yuan(totalOf(lines))} 元`,
    ...madeOf(subject, lines),
    remedy: "核对功能科目和“性质”；批复如此的，不必改",
  };
}

function unlikeList(
  { budget, codes }: LedgerFacts,
  code: string,
  lines: readonly LedgerLine[],
): Breach | undefined {
  const listed = correspondingCode(codes, code, budget.unit.kind);
  const used = lines[0]?.dimensions.政府经济科目 ?? "";
  // a pair that nobody has checked says nothing against what the officer has before her
  if (!listed || listed.status === "未核对" || listed.code === used) return undefined;
  const says = `对应表里是 ${codeName(codes.governmental, listed.code)}`;
  return {
    message: `经济科目 ${codeName(codes.departmental, code)} 写的政府经济科目是 ${codeName(codes.governmental, used)}，${says}`,
    ...madeOf(used, lines),
    remedy: "删去“政府经济科目”，程序就用对应表的；批复如此的，不必改",
  };
}
