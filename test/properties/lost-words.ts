import { compact } from "../seed/text.js";
import type { Evidence } from "./evidence.js";
import { type BudgetFacts, type ProjectFacts, TARGET_KINDS, type TargetKind } from "./facts.js";
import { withoutRepetition } from "./sums.js";
import { columnText, tableOf, textIn } from "./tables.js";

/** What of the projects' words is not printed where it belongs: names in 预算10表 and 11表, indicators in 11表. */
export function lostWords({ facts, tables }: Evidence): readonly string[] {
  if (facts.projects.length === 0) return [];
  const projects = tableOf(tables, "预算10表");
  const targets = tableOf(tables, "预算11表");
  const listed = projects.rows.slice(2).map((row) => textIn(row, "项目名称"));
  const headed = withoutRepetition(targets).map((row) => textIn(row, "项目单位（项目名称）"));
  const names = printedOrder(facts).map(({ name }) => compact(name));
  return [
    ...unlike("预算10表的项目", names.join("\n"), listed.join("\n")),
    ...unlike("预算11表的项目", [compact(facts.unit.name), ...names].join("\n"), headed.join("\n")),
    ...TARGET_KINDS.flatMap((kind) => [
      ...unlike(kind, wordsOf(facts, kind, 0), columnText(targets, `绩效目标/${kind}/三级指标`)),
      ...unlike(kind, wordsOf(facts, kind, 1), columnText(targets, `绩效目标/${kind}/指标值`)),
    ]),
  ];
}

/** By code; those without one behind them, by name. */
function printedOrder({ projects }: BudgetFacts): readonly ProjectFacts[] {
  const key = ({ code, name }: ProjectFacts): string => code ?? `未赋码 ${name}`;
  return projects.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function wordsOf(facts: BudgetFacts, kind: TargetKind, which: 0 | 1): string {
  return compact(
    printedOrder(facts)
      .flatMap(({ targets }) => targets[kind].map((target) => target[which]))
      .join(""),
  );
}

function unlike(what: string, expected: string, printed: string): readonly string[] {
  return expected === printed ? [] : [`${what}\n  数据：${expected}\n  印出：${printed}`];
}
