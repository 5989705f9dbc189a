import { correspondingCode } from "../model/budget.js";
import type { LedgerLine } from "../model/ledger.js";
import { alike, codeName, linesBy, madeOf, toldOnce } from "./notes.js";
import type { Breach, LedgerFacts, LedgerRule } from "./rule.js";

/** Functions by name that are for institutions only, and those that are for administrative units and 参公事业单位 only. */
export const INSTITUTION_FUNCTIONS: readonly string[] = ["事业运行", "事业单位离退休", "事业单位医疗"];
const ADMINISTRATIVE_FUNCTIONS = ["行政运行", "一般行政管理事务", "行政单位离退休", "行政单位医疗"];

export const CODE_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/科目性质",
    severity: "警告",
    perUnit: true,
    says: `行政单位和参公事业单位不在${INSTITUTION_FUNCTIONS.join("、")}下列支出，事业单位不在${ADMINISTRATIVE_FUNCTIONS.join("、")}下列支出`,
    certainty: "实务",
    basis: "实务：支出功能分类科目按单位性质分设运行、离退休、医疗各科目，代管别类人员的除外，科目说明未核对",
    examine({ books, budget, codes }) {
      const { kind } = budget.unit;
      const foreign = kind === "事业单位" ? ADMINISTRATIVE_FUNCTIONS : INSTITUTION_FUNCTIONS;
      const spent = books
        .lines(["支出"])
        .filter(({ dimensions: { 功能科目: code = "" } }) =>
          foreign.includes(codes.functional.get(code)?.name.text ?? ""),
        );
      return toldOnce(
        `单位性质是${kind}，功能科目是别类单位的`,
        alike(spent, ({ 功能科目: code = "" }) => codeName(codes.functional, code)),
        "核对功能科目和“性质”；代管别类人员的，批复如此的，不必改",
      );
    },
  },
  {
    code: "勾稽/政府经济科目",
    severity: "警告",
    perUnit: true,
    says: "写明的政府经济科目与经济科目对应表一致",
    certainty: "公开文件",
    basis: "部门预算与政府预算支出经济分类的对应关系（财预〔2017〕98号）；对应表有一部分未核对",
    examine: (facts) =>
      [...linesBy(facts.books.lines(["支出"]), "经济科目")].flatMap(([code, lines]) =>
        [...linesBy(lines, "政府经济科目").values()].flatMap((same) => unlikeList(facts, code, same)),
      ),
  },
];

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
