import type { LedgerLine, WrittenAmount } from "../model/ledger.js";
import type { StatutoryFigure } from "../model/pack/measure.js";
import { codeName, shownSum, totalOf, yuan } from "./notes.js";
import type { Breach, LedgerFacts, LedgerRule } from "./rule.js";
import { VEHICLE_PURCHASE, VEHICLE_RUNNING } from "./vehicles.js";

const VISITS_ABROAD = "30212";
const RECEPTIONS = "30217";
const CURRENT = [VISITS_ABROAD, RECEPTIONS, VEHICLE_RUNNING];
export const THREE_PUBLIC: readonly string[] = [...CURRENT, ...VEHICLE_PURCHASE];

/** The measures of the items, and the codes that each of them is made of. */
const ITEMS = {
  因公出国境费: [VISITS_ABROAD],
  公务接待费: [RECEPTIONS],
  公务用车购置费: VEHICLE_PURCHASE,
  公务用车运行维护费: [VEHICLE_RUNNING],
} as const satisfies Partial<Record<StatutoryFigure, readonly string[]>>;
type Item = keyof typeof ITEMS;
/** What an item consists of, and what of that no format leaves out. */
const COUNTED = { 资金来源: "一般公共预算" };
const OF_THIS_YEAR = { ...COUNTED, 年份来源: "本年" };

export const THREE_PUBLIC_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/三公科目",
    severity: "错误",
    says: `“三公”经费各项的口径，取自一般公共预算中它的经济科目，不论是不是财政拨款，当年安排的不漏：${shownItems()}`,
    certainty: "未核对",
    basis:
      "部门预算支出经济分类（财预〔2017〕98号）；“三公”经费的构成（财预〔2016〕143号）；“一般公共预算‘三公’经费”含其中的非财政拨款资金是实务；309 各款未核对",
    examine: (facts) => Object.keys(ITEMS).flatMap((item) => unlikeCodes(facts, item as Item)),
  },
  {
    code: "勾稽/三公类别",
    severity: "错误",
    says: "基本支出里，公务用车购置列资本性支出，其余“三公”经费列商品和服务支出",
    certainty: "未核对",
    basis:
      "部门预算支出经济分类（财预〔2017〕98号）：302 各款是商品和服务支出，310 各款是资本性支出，309 各款未核对",
    examine: (facts) =>
      facts.books
        .lines(["支出"], { 经济科目: THREE_PUBLIC, 支出性质: "基本支出" })
        .filter(({ dimensions }) => dimensions.类别 !== properKind(dimensions.经济科目))
        .map((line) => misfiled(facts, line)),
  },
  {
    code: "勾稽/三公资金",
    severity: "警告",
    says: "“三公”经费只计一般公共预算安排的支出；用别的资金安排的，以及版式只印当年安排的时候，用上年结转安排的，不在“三公”经费里印出",
    certainty: "实务",
    basis: "“三公”经费的公开（财预〔2016〕143号）；只计一般公共预算是实务，未核对",
    examine(facts) {
      const measure = facts.statutory.get("三公经费");
      if (!measure) return [];
      // what no format leaves out is told by the rule of its item
      const counted: readonly WrittenAmount[] = [
        ...facts.books.figure(measure).lines,
        ...facts.books.lines(["支出"], OF_THIS_YEAR),
      ];
      return facts.books
        .lines(["支出"], { 经济科目: THREE_PUBLIC })
        .filter((line) => !counted.includes(line))
        .map((line) => notCounted(facts, line));
    },
  },
];

function shownItems(): string {
  return Object.entries(ITEMS)
    .map(([item, codes]) => `${item} ${codes.join("、")}`)
    .join("，");
}

function unlikeCodes({ books, statutory }: LedgerFacts, item: Item): Breach | undefined {
  const measure = statutory.get(item);
  const codes = ITEMS[item];
  if (!measure) return undefined;
  const taken = new Set(books.figure(measure).lines);
  const proper = new Set<WrittenAmount>(books.lines(["支出"], COUNTED, { 经济科目: codes }));
  const foreign = [...taken].filter((line) => !proper.has(line));
  const missing = books.lines(["支出"], OF_THIS_YEAR, { 经济科目: codes }).filter((line) => !taken.has(line));
  if (totalOf(foreign).isZero() && totalOf(missing).isZero()) return undefined;
  return {
    message: `口径“${measure.name}”取的数，与一般公共预算中经济科目 ${codes.join("、")} 的支出不一致`,
    place: measure.place(),
    holds: `${item}取自一般公共预算中的经济科目 ${codes.join("、")}，不论是不是财政拨款，当年安排的不漏`,
    figures: [
      ...(foreign.length > 0 ? [shownSum("不是这一科目、这一资金的", foreign)] : []),
      ...(missing.length > 0 ? [shownSum("这一科目漏掉的", missing)] : []),
    ],
    remedy: `核对 measures.yaml 里这个口径的条件：资金来源是一般公共预算，经济科目是 ${codes.join("、")}，不写“财政拨款”`,
  };
}

function properKind(code: string | undefined): string {
  return code !== undefined && CURRENT.includes(code) ? "商品和服务支出" : "资本性支出";
}

function subject({ codes }: LedgerFacts, { dimensions }: LedgerLine): string {
  return codeName(codes.departmental, dimensions.经济科目 ?? "");
}

function misfiled(facts: LedgerFacts, line: LedgerLine): Breach {
  const { 类别: kind, 经济科目: code } = line.dimensions;
  return {
    message: `${subject(facts, line)} ${yuan(line.amount)} 元写在“${kind}”里，应当在“${properKind(code)}”里`,
    place: line.place,
    remedy: `核对经济科目；科目不错的，把“类别”改成 ${properKind(code)}`,
  };
}

function notCounted(facts: LedgerFacts, line: LedgerLine): Breach {
  const { 资金来源: fund = "", 年份来源: origin } = line.dimensions;
  const money = fund === COUNTED.资金来源 ? `一般公共预算的${origin}` : fund;
  return {
    message: `${subject(facts, line)} ${yuan(line.amount)} 元由${money}安排，不计入印出的“三公”经费`,
    place: line.place,
    remedy: "确是这样安排的，不必改；是一般公共预算当年安排的，改正“资金来源”“年份来源”",
  };
}
