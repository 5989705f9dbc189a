import type { LedgerLine } from "../model/ledger.js";
import { alike, codeName, linesBy, shownSum, toldOnce, totalOf, yuan } from "./notes.js";
import type { Breach, LedgerFacts, LedgerRule } from "./rule.js";
import { THREE_PUBLIC } from "./three-public.js";

/** Which kind of basic expenditure a class of economic codes is. */
const KINDS: Readonly<Record<string, string>> = {
  "301": "工资福利支出",
  "302": "商品和服务支出",
  "303": "对个人和家庭的补助",
  "309": "资本性支出",
  "310": "资本性支出",
};

/** Capital construction is arranged by projects. */
const CONSTRUCTION = "309";

/** 福利费 is paid to people, and many bureaus count it so. */
const WELFARE = "30229";
const AS_WAGES = "工资福利支出";

export const EXPENDITURE_KIND_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/支出类别",
    severity: "警告",
    says: "基本支出里，301 各款列工资福利支出，302 各款列商品和服务支出，303 各款列对个人和家庭的补助，309、310 各款列资本性支出；福利费也可列工资福利支出",
    certainty: "实务",
    basis: "部门预算支出经济分类（财预〔2017〕98号）各类的名称；一笔列人员经费还是公用经费以批复为准（实务）",
    examine: (facts) => {
      const lines = facts.books.lines(["支出"], { 支出性质: "基本支出" }).filter(isMisfiled);
      return [...linesBy(lines, "经济科目").values()].flatMap((ofCode) =>
        [...linesBy(ofCode, "类别").values()].map((some) => misfiled(facts, some)),
      );
    },
  },
  {
    code: "勾稽/基本建设",
    severity: "警告",
    perUnit: true,
    says: "资本性支出（基本建设）（309）列在项目里，不列在基本支出里",
    certainty: "实务",
    basis: "实务：309 各款是发展改革部门安排的基本建设支出，都是项目；科目说明未核对",
    examine({ books, codes }) {
      const built = books.lines(["支出"], { 经济类: CONSTRUCTION, 支出性质: "基本支出" });
      return toldOnce(
        "基本支出里有基本建设支出",
        alike(built, ({ 经济科目: code = "" }) => codeName(codes.departmental, code)),
        "改成 310 的相应科目，或者移到项目里；批复如此的，不必改",
      );
    },
  },
];

/** What breaks the rule of 三公 is told there. */
function isMisfiled({ dimensions }: LedgerLine): boolean {
  const { 经济类: section = "", 经济科目: code = "", 类别: kind } = dimensions;
  const proper = KINDS[section];
  if (proper === undefined || proper === kind || THREE_PUBLIC.includes(code)) return false;
  return code !== WELFARE || kind !== AS_WAGES;
}

function misfiled({ codes }: LedgerFacts, lines: readonly LedgerLine[]): Breach {
  const [line] = lines;
  const { 经济类: section = "", 经济科目: code = "", 类别: kind } = line?.dimensions ?? {};
  const subject = codeName(codes.departmental, code);
  return {
    message: `${subject} ${yuan(totalOf(lines))} 元写在“${kind}”里，一般列“${KINDS[section]}”`,
    place: line?.place,
    figures: [shownSum(subject, lines)],
    remedy: "核对“经济科目”和“类别”；批复如此的，不必改",
  };
}
