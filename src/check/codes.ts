import { correspondingCode } from "../model/budget.js";
import { kindOf } from "../model/consolidation.js";
import type { LedgerLine } from "../model/ledger.js";
import { type Alike, alike, codeName, linesBy, madeOf, shownSum, toldOnce } from "./notes.js";
import type { Breach, LedgerFacts, LedgerRule, RuleCode } from "./rule.js";

/** Functions by name that are for institutions only, and those that are for administrative units and 参公事业单位 only. */
export const INSTITUTION_FUNCTIONS: readonly string[] = ["事业运行", "事业单位离退休", "事业单位医疗"];
const ADMINISTRATIVE_FUNCTIONS = ["行政运行", "一般行政管理事务", "行政单位离退休", "行政单位医疗"];

/** What else is odd about a unit whose kind is written wrong. */
const OF_OTHER_KIND: readonly RuleCode[] = ["勾稽/绩效工资", "勾稽/行政单位收入", "勾稽/上年机关运行"];

export const CODE_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/单位性质",
    severity: "错误",
    perUnit: true,
    says: "“性质”与数据相符：不是功能科目全是别类单位的，“上年”和“原因”里的机关运行经费也是别类单位的",
    certainty: "实务",
    basis: "实务：支出功能分类科目按单位性质分设，机关运行经费只有行政单位和参公事业单位有，科目说明未核对",
    examine(facts) {
      const { foreign, own } = functionsByKind(facts);
      const [first] = foreign;
      const evidence = evidenceOfOtherKind(facts);
      if (!first || own.length > 0 || evidence === undefined) return undefined;
      const { kind, kindPlace } = facts.budget.unit;
      return {
        message: `“性质”写的是${kind}，功能科目却全是${kind === "事业单位" ? "行政单位" : "事业单位"}的，${evidence}`,
        place: kindPlace,
        figures: waysOf(facts, foreign).map(({ says, lines }) => shownSum(says, lines)),
        remedy: "改正“性质”；性质没有错的，改正功能科目；批复确实如此的（如代管别类人员），不必改",
        explains: ["勾稽/科目性质", ...OF_OTHER_KIND],
        confirmable: true,
      };
    },
  },
  {
    code: "勾稽/按对应",
    severity: "警告",
    perUnit: true,
    says: "每一行支出的科目是照明细账或批复写的；导入时按通常的对应推出来的，要核对",
    certainty: "实务",
    basis: "实务：公开的表分别列功能科目和经济科目，两者怎样相配只有明细账里有",
    examine({ books, codes }) {
      const inferred = books.lines(["支出"]).filter((line) => line.inferred);
      return toldOnce(
        `${inferred.length} 行的科目是导入时按通常的对应推出来的，还没有核对`,
        alike(inferred, ({ 功能科目: item = "", 经济科目: code = "" }) =>
          [codeName(codes.functional, item), codeName(codes.departmental, code)].join(" 配 "),
        ),
        "照明细账或者批复逐行核对；无误的，删去行里的“按对应: 是”；不对的，改正科目，也删去它",
      );
    },
  },
  {
    code: "勾稽/科目性质",
    severity: "警告",
    perUnit: true,
    says: `行政单位和参公事业单位不在${INSTITUTION_FUNCTIONS.join("、")}下列支出，事业单位不在${ADMINISTRATIVE_FUNCTIONS.join("、")}下列支出`,
    certainty: "实务",
    basis: "实务：支出功能分类科目按单位性质分设运行、离退休、医疗各科目，代管别类人员的除外，科目说明未核对",
    examine(facts) {
      const { foreign, own } = functionsByKind(facts);
      const breach = toldOnce(
        `单位性质是${facts.budget.unit.kind}，功能科目是别类单位的`,
        waysOf(facts, foreign),
        "核对功能科目和“性质”；代管别类人员的，批复如此的，不必改",
      );
      return breach && { ...breach, explains: own.length > 0 ? [] : OF_OTHER_KIND };
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

/** What is spent under functions that are for one kind of unit only: for other kinds than this unit's, and for its own. */
function functionsByKind({ books, budget, codes }: LedgerFacts) {
  const lines = (functions: readonly string[]): readonly LedgerLine[] =>
    books
      .lines(["支出"])
      .filter(({ dimensions: { 功能科目: code = "" } }) =>
        functions.includes(codes.functional.get(code)?.name.text ?? ""),
      );
  const [administrative, institution] = [lines(ADMINISTRATIVE_FUNCTIONS), lines(INSTITUTION_FUNCTIONS)];
  return budget.unit.kind === "事业单位"
    ? { foreign: administrative, own: institution }
    : { foreign: institution, own: administrative };
}

function waysOf({ codes }: LedgerFacts, lines: readonly LedgerLine[]): readonly Alike[] {
  return alike(lines, ({ 功能科目: code = "" }) => codeName(codes.functional, code));
}

/** What else speaks for another kind: the officer says why 机关运行经费 has changed, or nothing of it though it is compared. */
function evidenceOfOtherKind({
  books,
  budget: { unit, isNew, lastYear, reasons },
  compared,
  statutory,
  lastYear: before,
}: LedgerFacts): string | undefined {
  const measure = statutory.get("机关运行经费");
  if (!measure) return undefined;
  const { name } = measure;
  const isExplained = reasons.value.has(name);
  if (unit.kind === "事业单位") return isExplained ? `“原因”里也有${name}` : undefined;
  if (isExplained || isNew || !compared.includes(name) || books.figure(measure).amount.isZero())
    return undefined;
  if (before) return kindOf(before) === "事业单位" ? "上年的文件写的也是事业单位" : undefined;
  return lastYear.figures.size > 0 && !lastYear.figures.has(name) ? `“上年”里也没有${name}` : undefined;
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
