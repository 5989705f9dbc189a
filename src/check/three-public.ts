import type { LedgerLine, WrittenAmount } from "../model/ledger.js";
import { codeName, shownSum, totalOf, yuan } from "./notes.js";
import type { Breach, LedgerFacts, LedgerRule } from "./rule.js";
import { VEHICLE_PURCHASE, VEHICLE_RUNNING } from "./vehicles.js";

/** What the pack prints as 三公经费; where it prints none, nothing is left out of it. */
const PRINTED = "三公经费";

const VISITS_ABROAD = "30212";
const RECEPTIONS = "30217";
const CURRENT = [VISITS_ABROAD, RECEPTIONS, VEHICLE_RUNNING];
export const THREE_PUBLIC: readonly string[] = [...CURRENT, ...VEHICLE_PURCHASE];

/** The measures of the items, and the codes that each of them is made of. */
const ITEMS: Readonly<Record<string, readonly string[]>> = {
  因公出国境费: [VISITS_ABROAD],
  公务接待费: [RECEPTIONS],
  公务用车购置费: VEHICLE_PURCHASE,
  公务用车运行维护费: [VEHICLE_RUNNING],
};
/** What belongs to an item in every format, whatever else does. */
const APPROPRIATED = { 资金来源: "一般公共预算", 财政拨款: "是", 年份来源: "本年" };

export const THREE_PUBLIC_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/三公科目",
    severity: "错误",
    says: `“三公”经费各项的口径，取自它的经济科目，一般公共预算当年财政拨款安排的不漏：${shownItems()}`,
    certainty: "未核对",
    basis: "部门预算支出经济分类（财预〔2017〕98号）；“三公”经费的构成（财预〔2016〕143号）；309 各款未核对",
    examine: (facts) => Object.entries(ITEMS).flatMap(([item, codes]) => unlikeCodes(facts, item, codes)),
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
    says: "“三公”经费只计财政拨款安排的支出，用其他资金安排的不在“三公”经费里印出",
    certainty: "实务",
    basis: "“三公”经费的公开（财预〔2016〕143号）；只计财政拨款是实务，未核对",
    examine(facts) {
      const measure = facts.measures.get(PRINTED);
      if (!measure) return [];
      const printed = facts.books.figure(measure).lines;
      return facts.books
        .lines(["支出"], { 经济科目: THREE_PUBLIC, 财政拨款: "否" })
        .filter((line) => !printed.includes(line))
        .map((line) => notCounted(facts, line));
    },
  },
];

function shownItems(): string {
  return Object.entries(ITEMS)
    .map(([item, codes]) => `${item} ${codes.join("、")}`)
    .join("，");
}

function unlikeCodes(
  { books, measures }: LedgerFacts,
  item: string,
  codes: readonly string[],
): Breach | undefined {
  const measure = measures.get(item);
  if (!measure) return undefined;
  const taken = new Set(books.figure(measure).lines);
  const proper = new Set<WrittenAmount>(books.lines(["支出"], { 经济科目: codes }));
  const foreign = [...taken].filter((line) => !proper.has(line));
  const missing = books.lines(["支出"], APPROPRIATED, { 经济科目: codes }).filter((line) => !taken.has(line));
  if (totalOf(foreign).isZero() && totalOf(missing).isZero()) return undefined;
  return {
    message: `口径“${item}”取的数，与经济科目 ${codes.join("、")} 的支出不一致`,
    place: measure.place(),
    holds: `${item}取自经济科目 ${codes.join("、")}，一般公共预算当年财政拨款安排的不漏`,
    figures: [
      ...(foreign.length > 0 ? [shownSum("不是这一科目的", foreign)] : []),
      ...(missing.length > 0 ? [shownSum("这一科目漏掉的", missing)] : []),
    ],
    remedy: `核对 measures.yaml 里这个口径的“经济科目”，应当是 ${codes.join("、")}`,
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
  return {
    message: `${subject(facts, line)} ${yuan(line.amount)} 元不是财政拨款，不计入印出的“三公”经费`,
    place: line.place,
    remedy: "确是其他资金安排的，不必改；是财政拨款的，改成“财政拨款: 是”",
  };
}
