import type { Place } from "../diagnostic/diagnostic.js";
import type { Budget, Located } from "../model/budget.js";
import { consolidated } from "../model/consolidation.js";
import { few, groupedBy } from "../model/groups.js";
import type { LedgerLine } from "../model/ledger.js";
import { type LineNote, shownSum, yuan } from "./notes.js";
import type { Breach, LedgerFacts, LedgerRule } from "./rule.js";

/** Revenue of a unit from the unit above it, or from those below it: both may be of one department. */
const FROM_UNITS = ["上级补助收入", "附属单位上缴收入"];
const MOST_SUSPECTS = 6;
const MOST_LISTED = 6;

/** What can only be wrong with units taken together. */
export const CONSOLIDATION_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/汇总往来",
    severity: "警告",
    says: "汇总的单位之间的补助和上缴，在部门预算里要抵销：收款单位的收入和付款单位的支出是同一笔钱",
    certainty: "实务",
    basis: "实务：部门汇总时抵销内部往来，预算汇总的规定未核对",
    examine(facts) {
      if (!facts.budget.department) return [];
      return facts.books.lines(["收入"], { 资金来源: FROM_UNITS }).map((line) => mayBeInternal(facts, line));
    },
  },
  {
    code: "勾稽/汇总同名",
    severity: "警告",
    says: "两个单位没有同名的项目和专项转移支付；项目各有编码的，不算",
    certainty: "实务",
    basis: "实务：同一个项目在两个单位的文件里各写一次，汇总时就算了两次",
    examine: ({ budget }) => sameNames(budget),
  },
  {
    code: "勾稽/汇总上年",
    severity: "错误",
    says: "部门预算与上年的部门预算比较，单位预算与上年的单位预算比较",
    certainty: "实务",
    basis: "实务：上年数与本年数同一口径",
    examine: ({ budget, lastYear }) =>
      lastYear && lastYear.department !== budget.department ? notAlike(budget, lastYear) : undefined,
  },
  {
    code: "勾稽/汇总范围",
    severity: "警告",
    says: "汇总的单位与上年相同；不同的，增减的原因里要说明",
    certainty: "实务",
    basis: "实务：上年数与本年数同一口径，机构改革的年份除外",
    examine: ({ budget, lastYear }) =>
      lastYear?.department && budget.department ? otherUnits(budget, lastYear) : undefined,
  },
];

function mayBeInternal({ books, budget }: LedgerFacts, line: LedgerLine): Breach {
  const { 单位: code = "" } = line.dimensions;
  const payments = books
    .lines(["支出"])
    .filter(
      ({ amount, dimensions }) => dimensions.单位 !== code && amount.eq(line.amount) && !amount.isZero(),
    );
  return {
    message: `${nameIn(budget, code)}有${line.label} ${yuan(line.amount)} 元，付款的如果也是汇总的单位，这笔钱就算了两次`,
    place: line.place,
    figures: counterparts(budget, payments),
    remedy:
      "与批复的部门预算核对收入、支出的合计，一致的不必改；批复里抵销了的，数据里没有地方写付款的是谁，程序不会抵销，合计会比批复的大，这份部门预算不要公开",
  };
}

/** The other side, as far as an amount tells it: the data does not say who pays. */
function counterparts(budget: Budget, payments: readonly LedgerLine[]): readonly LineNote[] {
  if (payments.length === 0) return [() => "付款的：汇总的别的单位里，没有金额与它相同的支出"];
  if (payments.length > MOST_SUSPECTS)
    return [() => `付款的：汇总的别的单位里，有 ${payments.length} 笔支出与它同额`];
  return payments.map((payment) =>
    shownSum(`付款的可能是 ${nameIn(budget, payment.dimensions.单位 ?? "")}，同额的支出`, [payment]),
  );
}

function nameIn(budget: Budget, code: string): string {
  const unit = consolidated(budget).find((each) => each.unit.code === code)?.unit;
  return `${unit?.name.text ?? ""}（${code}）`;
}

interface NamedItem extends Located<string> {
  readonly unit: string;
  readonly what: "项目" | "专项转移支付";
  /** whether it has a code, which tells it from any other */
  readonly coded: boolean;
}

function sameNames(budget: Budget): readonly Breach[] {
  const named = groupedBy(namedItems(budget), ({ what, value }) => `${what} ${value}`);
  return [...named.values()].flatMap((items) => {
    const units = new Set(items.map(({ unit }) => unit));
    const [first, second] = items;
    if (!first || !second || units.size < 2 || items.every(({ coded }) => coded)) return [];
    return [sameName(budget, items, second)];
  });
}

function sameName(budget: Budget, items: readonly NamedItem[], { what, value, place }: NamedItem): Breach {
  const shown = (at: (place: Place) => string): readonly string[] =>
    items.map((each) => `${nameIn(budget, each.unit)}${at(each.place)}`);
  return {
    message: `汇总的单位里，${items.length} 处有同名的${what}“${value}”`,
    place,
    figures: [(at) => `同名的在：${few(shown(at), MOST_LISTED, "", "处")}`],
    remedy: "是同一笔的，只写在承担它的单位里；不是同一笔的，不必改",
  };
}

function namedItems(budget: Budget): readonly NamedItem[] {
  return consolidated(budget).flatMap(({ unit, projects, transfers }): readonly NamedItem[] => [
    ...projects.map(({ code, name, place }) => {
      return { unit: unit.code, what: "项目", value: name.text, coded: code !== undefined, place } as const;
    }),
    ...transfers.map(({ name, place }) => {
      return { unit: unit.code, what: "专项转移支付", value: name.text, coded: false, place } as const;
    }),
  ]);
}

function notAlike(budget: Budget, lastYear: Budget): Breach {
  const file = lastYear.lastYear.place.file;
  const [now, before] = budget.department
    ? [`汇总了 ${budget.units.length} 个单位`, "没有汇总单位，上年数只是它自己的"]
    : ["没有“汇总单位”", `汇总了 ${lastYear.units.length} 个单位，上年数是整个部门的`];
  return {
    message: `本年${now}，上年的数据文件${before}，增减不可比`,
    place: budget.unitsPlace,
    remedy: budget.department
      ? `在 ${file} 里也写“汇总单位”，各单位上年的数据文件放齐；没有的，移走 ${file}，在“上年”里照公开的部门预算写上年数`
      : `本年也是部门预算的，写“汇总单位”；不是的，移走 ${file}，在“上年”里照本单位公开的预算写上年数`,
  };
}

function otherUnits(budget: Budget, lastYear: Budget): Breach | undefined {
  const missing = (from: Budget, within: Budget): readonly string[] => {
    const codes = new Set(within.units.map(({ unit }) => unit.code));
    return from.units
      .filter(({ unit }) => !codes.has(unit.code))
      .map(({ unit }) => `${unit.name.text}（${unit.code}）`);
  };
  const [gone, come] = [missing(lastYear, budget), missing(budget, lastYear)];
  if (gone.length + come.length === 0) return undefined;
  const changes = [
    ...(gone.length > 0 ? [`少了${gone.join("、")}`] : []),
    ...(come.length > 0 ? [`多了${come.join("、")}`] : []),
  ];
  return {
    message: `汇总的单位与上年不同：${changes.join("；")}`,
    place: budget.unitsPlace,
    remedy: "漏写的，补进“汇总单位”；机构确有变动的，在“原因”里说明",
  };
}
