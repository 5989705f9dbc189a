import type { Located } from "../model/budget.js";
import type { Measure } from "../model/pack.js";
import { type Quantity, sum } from "../money/money.js";
import type { Facts, Finding, Rule } from "./rule.js";
import { yuan } from "./sums.js";

const AGENCY_OPERATION = "机关运行经费";
const TOTAL_REVENUE = "收入总计";
const TOTAL_EXPENDITURE = "支出总计";

/** Where last year's file exists, what is written is held against that file alone. */
export const LAST_YEAR_RULES: readonly Rule[] = [
  {
    code: "勾稽/上年数据",
    severity: "错误",
    says: "“上年”里写的数，与上年的数据文件算出的数一致",
    basis: "实务：上年数是上年公开的预算数，同一个数不能有两个",
    examine: ({ budget, lastYear, books, measures }) =>
      lastYear
        ? [...budget.lastYear.figures].flatMap(([name, written]) => {
            const measure = measures.get(name);
            const computed = measure && books.lastYear(measure)?.amount;
            const { file } = lastYear.lastYear.place;
            return computed && !computed.eq(written.value) ? [unlikeFile(name, written, computed, file)] : [];
          })
        : [],
  },
  {
    code: "勾稽/上年合计",
    severity: "错误",
    says: "“上年”里的合计等于它各部分的和，各部分都写了的时候",
    basis: "实务：上年数与本年数同一口径，例如“三公”经费等于各项之和（财预〔2016〕143号）",
    examine: (facts) =>
      facts.lastYear
        ? []
        : [...facts.budget.lastYear.figures].flatMap(([name, written]) => unlikeParts(facts, name, written)),
  },
  {
    code: "勾稽/上年平衡",
    severity: "错误",
    says: "“上年”里的收入总计等于支出总计",
    basis: "实务：收支总体情况表（财预〔2016〕143号所列）左右两边的总计相等",
    examine({ budget, lastYear }) {
      const received = budget.lastYear.figures.get(TOTAL_REVENUE);
      const spent = budget.lastYear.figures.get(TOTAL_EXPENDITURE);
      if (lastYear || !received || !spent || received.value.eq(spent.value)) return [];
      return [
        {
          message: `上年的收入总计 ${yuan(received.value)} 元，支出总计 ${yuan(spent.value)} 元，不相等`,
          place: spent.place,
          figures: [`收入总计在第 ${received.place.line} 行`],
          remedy: "照上年公开的预算改正",
        },
      ];
    },
  },
  {
    code: "勾稽/上年机关运行",
    severity: "警告",
    says: "事业单位没有机关运行经费；上年有的，应当是上年还不是事业单位",
    basis: "机关运行经费是行政单位和参公事业单位的公用经费（预算法第十四条第二款要求说明；范围依实务）",
    examine({ budget, lastYear }) {
      const written = budget.lastYear.figures.get(AGENCY_OPERATION);
      if (lastYear || budget.unit.kind !== "事业单位" || !written || written.value.isZero()) return [];
      return [
        {
          message: `单位性质是事业单位，“上年”里的${AGENCY_OPERATION}却是 ${yuan(written.value)} 元`,
          place: written.place,
          remedy: "上年也是事业单位的，写 0.00；“性质”写错的，改正“性质”",
        },
      ];
    },
  },
];

function unlikeFile(
  name: string,
  { value, place }: Located<Quantity>,
  computed: Quantity,
  file: string,
): Finding {
  return {
    message: `“上年”里的${name}是 ${yuan(value)}，上年的数据文件算出的是 ${yuan(computed)}`,
    place,
    figures: [`上年的数据文件：${file}`],
    remedy: "删去这一行，程序会从上年的数据文件取数；上年的数据文件不对的，改正那个文件",
  };
}

function unlikeParts(
  { budget, measures }: Facts,
  name: string,
  written: Located<Quantity>,
): readonly Finding[] {
  const figures = budget.lastYear.figures;
  const parts = writtenParts(measures.get(name), figures, measures);
  const total = parts && sum(parts.map(([, { value }]) => value));
  if (!total || total.eq(written.value)) return [];
  const terms = parts.map(([part, { value, place }]) => `${yuan(value)}（第 ${place.line} 行 ${part}）`);
  return [
    {
      message: `“上年”里的${name}是 ${yuan(written.value)} 元，各部分之和是 ${yuan(total)} 元`,
      place: written.place,
      figures: [`各部分之和 = ${terms.join(" + ")}`],
      remedy: "照上年公开的预算改正",
    },
  ];
}

type Written = readonly (readonly [string, Located<Quantity>])[];

/** What is written of the parts of a total, the parts of a part in its place where it is not; undefined where one lacks. */
function writtenParts(
  measure: Measure | undefined,
  figures: ReadonlyMap<string, Located<Quantity>>,
  measures: ReadonlyMap<string, Measure>,
): Written | undefined {
  if (measure?.kind !== "total") return undefined;
  const parts = measure.of.map((name): Written | undefined => {
    const written = figures.get(name);
    return written ? [[name, written]] : writtenParts(measures.get(name), figures, measures);
  });
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}
