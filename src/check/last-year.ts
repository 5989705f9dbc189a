import type { Located } from "../model/budget.js";
import { kindOf } from "../model/consolidation.js";
import type { Figure, WrittenAmount } from "../model/ledger.js";
import type { StatutoryFigure } from "../model/pack/measure.js";
import type { Quantity } from "../money/money.js";
import { imbalanceOf } from "./imbalance.js";
import { shownLines, shownSum, totalOf, yuan } from "./notes.js";
import { PARTS } from "./relations.js";
import type { Breach, LedgerFacts, LedgerRule } from "./rule.js";

/** Where last year's file exists, what is written is held against that file alone. */
export const LAST_YEAR_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/上年数据",
    severity: "错误",
    says: "“上年”里写的数，与上年的数据文件算出的数一致",
    certainty: "实务",
    basis: "实务：上年数是上年公开的预算数，同一个数不能有两个",
    examine: (facts) =>
      facts.lastYear
        ? [...facts.budget.lastYear.figures].flatMap(([name, written]) => unlikeFile(facts, name, written))
        : [],
  },
  {
    code: "勾稽/上年合计",
    severity: "错误",
    says: "“上年”里的合计等于它各部分的和，各部分都写了的时候",
    certainty: "实务",
    basis: "实务：上年数与本年数同一口径，例如“三公”经费等于各项之和（财预〔2016〕143号）",
    examine: (facts) =>
      facts.lastYear
        ? []
        : [...facts.budget.lastYear.figures].flatMap(([name, written]) => unlikeParts(facts, name, written)),
  },
  {
    code: "勾稽/上年平衡",
    severity: "错误",
    says: "上年的收入总计等于支出总计，写在“上年”里的和上年的数据文件里的都是",
    certainty: "实务",
    basis: "实务：收支总体情况表（财预〔2016〕143号所列）左右两边的总计相等",
    examine(facts) {
      const [received, spent] = [figureOf(facts, "收入总计"), figureOf(facts, "支出总计")];
      if (!received || !spent) return undefined;
      const imbalance = imbalanceOf(received.lines, spent.lines);
      if (!imbalance) return undefined;
      const file = facts.lastYear?.lastYear.place.file;
      const likely = file ? imbalance.doubted[0] : undefined;
      return {
        message: `上年的收入总计 ${yuan(received.amount)} 元，支出总计 ${yuan(spent.amount)} 元，不相等`,
        place: (likely ?? spent.lines[0] ?? received.lines[0])?.place,
        figures: file ? imbalance.figures : [received, spent].map((each) => shownLines(each.measure, each)),
        remedy: file ? `照上年公开的预算改正 ${file}` : "照上年公开的预算改正",
      };
    },
  },
  {
    code: "勾稽/新设单位",
    severity: "错误",
    says: "写明新设的单位没有上年数：没有上年的数据文件，“上年”里也没有不是零的数",
    certainty: "实务",
    basis: "实务：预算数与上年有增减的要说明原因（财预〔2016〕143号），只有新设的单位没有上年可比",
    examine({ budget, lastYear }) {
      if (!budget.isNew) return undefined;
      const written = [...budget.lastYear.figures].find(([, { value }]) => !value.isZero());
      if (!lastYear && !written) return undefined;
      const had = lastYear
        ? `data 里有它上年的文件 ${lastYear.lastYear.place.file}`
        : `“上年”里有${written?.[0]}`;
      return {
        message: `写了 新设单位: 是，${had}`,
        place: budget.newPlace,
        remedy: "不是本年新设的，删去“新设单位”；是新设的，上年的数或者文件不是它的，删去",
      };
    },
  },
  {
    code: "勾稽/上年机关运行",
    severity: "警告",
    says: "事业单位没有机关运行经费；上年有的，应当是上年还不是事业单位",
    certainty: "实务",
    basis: "机关运行经费是行政单位和参公事业单位的公用经费（预算法第十四条第二款要求说明；范围依实务）",
    examine({ budget, lastYear, statutory }) {
      const name = statutory.get("机关运行经费")?.name ?? "";
      const written = budget.lastYear.figures.get(name);
      if (lastYear || kindOf(budget) !== "事业单位" || !written || written.value.isZero()) return undefined;
      return {
        message: `${budget.department ? "汇总的都是" : "单位性质是"}事业单位，“上年”里的${name}却是 ${yuan(written.value)} 元`,
        place: written.place,
        remedy: "上年也是事业单位的，写 0.00；“性质”写错的，改正“性质”",
      };
    },
  },
];

function figureOf({ books, statutory }: LedgerFacts, name: StatutoryFigure): Figure | undefined {
  const measure = statutory.get(name);
  return measure && books.lastYear(measure);
}

function unlikeFile(
  facts: LedgerFacts,
  name: string,
  { value, place }: Located<Quantity>,
): Breach | undefined {
  const measure = facts.measures.get(name);
  const computed = measure && facts.books.lastYear(measure);
  if (!computed || computed.amount.eq(value)) return undefined;
  const file = facts.lastYear?.lastYear.place.file;
  return {
    message: `“上年”里的${name}是 ${yuan(value)}，上年的数据文件算出的是 ${yuan(computed.amount)}`,
    place,
    figures: [shownLines(`${file} 里的${name}`, computed, file)],
    remedy:
      "删去这一行，程序会从上年的数据文件取数；上年的数据文件不对的，改正那个文件；机构改革等原因调整过口径的，写一行“上年口径: 同口径”，并在“原因”下写“上年口径: 调整的原因”",
  };
}

function unlikeParts(facts: LedgerFacts, name: string, written: Located<Quantity>): Breach | undefined {
  const parts = writtenParts(facts, name);
  if (!parts || totalOf(parts).eq(written.value)) return undefined;
  return {
    message: `“上年”里的${name}是 ${yuan(written.value)} 元，各部分之和是 ${yuan(totalOf(parts))} 元`,
    place: written.place,
    figures: [shownSum("各部分之和", parts)],
    remedy: "照上年公开的预算改正",
  };
}

/** What is written of the parts of a total, the parts of a part in its place where it is not; undefined where one lacks. */
function writtenParts({ books, ...facts }: LedgerFacts, name: string): readonly WrittenAmount[] | undefined {
  const measure = facts.measures.get(name);
  const known = measure?.statutory && PARTS[measure.statutory]?.map((part) => facts.statutory.get(part));
  const added = measure?.kind === "total" ? measure.of.map((part) => facts.measures.get(part)) : undefined;
  const parts = (known ?? added)?.map(
    (part) => part && (books.lastYear(part)?.lines ?? writtenParts({ books, ...facts }, part.name)),
  );
  return parts?.every((part) => part !== undefined) ? parts.flat() : undefined;
}
