import { CONTRIBUTIONS, SOLE_USE } from "../model/dimensions.js";
import type { LedgerLine } from "../model/ledger.js";
import { INSTITUTION_FUNCTIONS } from "./codes.js";
import { alike, codeName, toldOnce } from "./notes.js";
import type { LedgerFacts, LedgerRule } from "./rule.js";

const WAGES = "301";
const PERFORMANCE_PAY = "30107";

export const PERSONNEL_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/社保科目",
    severity: "警告",
    perUnit: true,
    says: `基本支出里，单位为职工缴的费列在它的功能科目下：${shownPairs()}；2080505、2080506、2210201 不列别的支出`,
    certainty: "实务",
    basis: "实务：养老、医疗和住房公积金的缴费各有自己的功能科目，科目说明未核对",
    examine(facts) {
      const apart = basicLines(facts).filter(
        ({ dimensions: { 功能科目: item = "", 经济科目: code = "" } }) => {
          const sole = SOLE_USE.get(item);
          return CONTRIBUTIONS[code]?.includes(item) === false || (sole !== undefined && sole !== code);
        },
      );
      const says = ({ 功能科目: item = "", 经济科目: code = "" }: LedgerLine["dimensions"]): string => {
        const proper = CONTRIBUTIONS[code]?.map((each) => codeName(facts.codes.functional, each));
        const subject = `${codeName(facts.codes.departmental, code)} 列在 ${codeName(facts.codes.functional, item)} 下`;
        return proper ? `${subject}，一般列 ${proper.join(" 或 ")}` : subject;
      };
      return toldOnce(
        "社会保险缴费、住房公积金的功能科目与经济科目多半不相符",
        alike(apart, says),
        "核对功能科目和经济科目；批复如此的，不必改",
      );
    },
  },
  {
    code: "勾稽/项目工资",
    severity: "警告",
    perUnit: true,
    says: "工资福利支出（301）列在基本支出里，不列在项目里",
    certainty: "实务",
    basis: "实务：在职人员的工资福利由基本支出保障，编外人员的多列劳务费；各地规定未核对",
    examine(facts) {
      const wages = facts.books.lines(["支出"], { 经济类: WAGES, 支出性质: "项目支出" });
      return toldOnce(
        "项目里有工资福利支出",
        alike(wages, economicName(facts)),
        "核对经济科目；是在职人员的，移到“基本支出”；批复如此的，不必改",
      );
    },
  },
  {
    code: "勾稽/绩效工资",
    severity: "警告",
    perUnit: true,
    says: "绩效工资（30107）只有事业单位有；行政单位和参公事业单位列在事业单位的功能科目下的，不算",
    certainty: "实务",
    basis: "实务：绩效工资是事业单位工作人员的，行政单位代管的事业编制人员除外，科目说明未核对",
    examine(facts) {
      const { budget, codes } = facts;
      if (budget.unit.kind === "事业单位") return undefined;
      const paid = basicLines(facts).filter(
        ({ dimensions: { 功能科目: item = "", 经济科目: code } }) =>
          code === PERFORMANCE_PAY &&
          !INSTITUTION_FUNCTIONS.includes(codes.functional.get(item)?.name.text ?? ""),
      );
      return toldOnce(
        `单位性质是${budget.unit.kind}，却有绩效工资`,
        alike(paid, economicName(facts)),
        "核对经济科目和“性质”；代管的事业编制人员的，不必改",
      );
    },
  },
];

function shownPairs(): string {
  return Object.entries(CONTRIBUTIONS)
    .map(([code, items]) => `${code} 列 ${items.join(" 或 ")}`)
    .join("，");
}

function basicLines({ books }: LedgerFacts): readonly LedgerLine[] {
  return books.lines(["支出"], { 支出性质: "基本支出" });
}

function economicName({ codes }: LedgerFacts) {
  return ({ 经济科目: code = "" }: LedgerLine["dimensions"]): string => codeName(codes.departmental, code);
}
