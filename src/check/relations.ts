import type { Figure, WrittenAmount } from "../model/ledger.js";
import type { StatutoryFigure } from "../model/pack/measure.js";
import { sum } from "../money/money.js";
import { type LineNote, shownAmount, shownLines } from "./notes.js";
import type { Breach, LedgerFacts, LedgerRule } from "./rule.js";

/** Totals, and the measures that they consist of in every format that has them all. */
export const PARTS: Readonly<Partial<Record<StatutoryFigure, readonly StatutoryFigure[]>>> = {
  收入总计: ["收入合计", "上年结转结余"],
  支出总计: ["支出合计", "年终结转结余"],
  支出合计: ["基本支出", "项目支出"],
  基本支出: ["人员经费", "公用经费"],
  财政拨款基本支出: ["财政拨款人员经费", "财政拨款公用经费"],
  一般公共预算支出: ["一般公共预算的基本支出", "一般公共预算的项目支出"],
  三公经费: ["因公出国境费", "公务用车购置及运行费", "公务接待费"],
  公务用车购置及运行费: ["公务用车购置费", "公务用车运行维护费"],
  政府采购预算: ["政府采购货物预算", "政府采购工程预算", "政府采购服务预算"],
  车辆: ["机要通信用车", "应急保障用车", "执法执勤用车", "以前种类的车辆", "特种专业技术用车", "其他用车"],
};

const WHOLES: Readonly<Partial<Record<StatutoryFigure, StatutoryFigure>>> = {
  一般公共预算财政拨款支出: "一般公共预算支出",
  面向中小企业预留: "政府采购预算",
  绩效评价项目支出: "项目支出",
  重点项目支出: "项目支出",
  大额项目支出: "项目支出",
};

const equation = (total: string, parts: readonly string[]): string => `${total}＝${parts.join("＋")}`;
const limit = (part: string, whole: string): string => `${part}≤${whole}`;

/** The figures that a table of relations names, each with what it says of it. */
function relations<T>(table: Readonly<Partial<Record<StatutoryFigure, T>>>): [StatutoryFigure, T][] {
  return Object.entries(table) as [StatutoryFigure, T][];
}

/** What a template can get wrong: the ledger's lines add up by themselves. */
export const RELATION_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/口径合计",
    severity: "错误",
    says: `合计的口径等于各部分之和：${relations(PARTS)
      .map(([total, parts]) => equation(total, parts))
      .join("，")}`,
    certainty: "实务",
    basis:
      "基本支出的构成：预算法实施条例第五条；“三公”经费和政府采购的构成：财预〔2016〕143号，据各地公开目录的转述；其余为实务",
    examine: (facts) => relations(PARTS).flatMap(([total, parts]) => unlikeParts(facts, total, parts)),
  },
  {
    code: "勾稽/口径范围",
    severity: "错误",
    says: `部分的口径不超过总的口径：${relations(WHOLES)
      .map(([part, whole]) => limit(part, whole))
      .join("，")}`,
    certainty: "实务",
    basis: "实务：说明里“其中”的数，是前面那个数的一部分",
    examine: (facts) => relations(WHOLES).flatMap(([part, whole]) => aboveWhole(facts, part, whole)),
  },
];

function unlikeParts(
  { books, statutory }: LedgerFacts,
  name: StatutoryFigure,
  names: readonly StatutoryFigure[],
): Breach | undefined {
  const measure = statutory.get(name);
  const parts = names.flatMap((part) => statutory.get(part) ?? []).map((part) => books.figure(part));
  if (!measure || parts.length < names.length) return undefined;
  const total = books.figure(measure);
  const added = sum(parts.map((part) => part.amount));
  if (added.eq(total.amount)) return undefined;
  const lines = parts.flatMap((part) => part.lines);
  return {
    message: `口径“${total.measure}”是 ${shownAmount(total)}，各部分之和是 ${shownAmount({ ...total, amount: added })}`,
    place: measure.place(),
    holds: equation(name, names),
    figures: [
      ...parts.map((part) => shownLines(part.measure, part)),
      ...difference(`只在“${total.measure}”里的，或者在它里面算了两次的`, total, surplus(total.lines, lines)),
      ...difference("只在各部分里的，或者在各部分里算了两次的", total, surplus(lines, total.lines)),
    ],
    remedy: "核对 measures.yaml 里这几个口径的条件：合计要取全，部分之间不能重叠",
  };
}

function aboveWhole(
  { books, statutory }: LedgerFacts,
  name: StatutoryFigure,
  wholeName: StatutoryFigure,
): Breach | undefined {
  const [measure, above] = [statutory.get(name), statutory.get(wholeName)];
  if (!measure || !above) return undefined;
  const [part, whole] = [books.figure(measure), books.figure(above)];
  if (part.amount.lte(whole.amount)) return undefined;
  return {
    message: `口径“${part.measure}”是 ${shownAmount(part)}，超过了“${whole.measure}”的 ${shownAmount(whole)}`,
    place: measure.place(),
    holds: limit(name, wholeName),
    figures: [part, whole].map((figure) => shownLines(figure.measure, figure)),
    remedy: "核对 measures.yaml 里这两个口径的条件",
  };
}

function difference(says: string, figure: Figure, lines: readonly WrittenAmount[]): readonly LineNote[] {
  return lines.length > 0 ? [shownLines(says, { ...figure, lines })] : [];
}

/** The lines that are left when each of the others has taken one away. */
function surplus(
  lines: readonly WrittenAmount[],
  others: readonly WrittenAmount[],
): readonly WrittenAmount[] {
  const waiting = new Map<WrittenAmount, number>();
  for (const line of others) waiting.set(line, (waiting.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = waiting.get(line) ?? 0;
    waiting.set(line, count - 1);
    return count <= 0;
  });
}
