import type { Project } from "../model/budget.js";
import type { LedgerRule } from "./rule.js";

/** Behind region, year and source, a code that the system gave has a number. */
const PLACEHOLDER = /^[0-9A-Za-z]{9}0+$/;
const YEAR = /(?<!\d)20[1-4]\d(?!\d)/g;

export const PROJECT_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/占位编码",
    severity: "错误",
    perUnit: true,
    says: "项目编码是系统给的编码，不用一串 0 占位",
    certainty: "实务",
    basis: "实务：预算管理一体化系统里每个项目有自己的编码",
    examine: ({ budget }) =>
      budget.projects
        .flatMap(({ code, name }) => (code && PLACEHOLDER.test(code.value) ? [{ code, name }] : []))
        .map(({ code, name }) => ({
          message: `项目“${name.text}”的编码 ${code.value} 是占位的，不是真的编码`,
          place: code.place,
          remedy: "照系统里的编码写；系统还没有给编码的，写 未赋码",
        })),
  },
  {
    code: "勾稽/项目年份",
    severity: "警告",
    perUnit: true,
    says: "项目名称里的年份是预算年度，跨年的项目包括预算年度",
    certainty: "实务",
    basis: "实务：从上年复制的项目，名称里常留着上年的年份",
    examine: ({ budget }) =>
      budget.projects
        .filter((project) => isOfAnotherYear(project, budget.year))
        .map(({ name, place }) => ({
          message: `项目“${name.text}”的名称里写着别的年份，预算年度是 ${budget.year} 年`,
          place,
          remedy: "照批复核对项目名称；名称本来如此的，不必改",
        })),
  },
];

/** Projects that only spend what is left of former years keep their names. */
function isOfAnotherYear({ name, expenditure }: Project, year: number): boolean {
  const years = (name.text.match(YEAR) ?? []).map(Number);
  if (years.length === 0 || expenditure.every(({ origin }) => origin === "上年结转")) return false;
  return year < Math.min(...years) || year > Math.max(...years);
}
