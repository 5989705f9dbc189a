import { type Project, projectKey, type Target } from "../model/budget.js";
import { type Quantity, quantity } from "../money/money.js";
import type { Facts, Finding, Rule } from "./rule.js";
import { shownSum, totalOf, yuan } from "./sums.js";

/** A value that is an amount of money and nothing else, but for what it is counted by (/年). */
const AMOUNT = /^(?:≤|<=?|＜|≦|=|＝|不超过|不高于)?\s*((?:0|[1-9]\d*)(?:\.\d+)?)\s*(万元|元)(?:[/／].*)?$/u;
const YUAN_IN: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000 };

export const PERFORMANCE_RULES: readonly Rule[] = [
  {
    code: "勾稽/成本指标",
    severity: "错误",
    says: "成本指标写的金额不超过项目的支出",
    basis: "实务：绩效目标与项目预算同时批复，预算调减以后指标要跟着改",
    examine: (facts) =>
      facts.budget.projects.flatMap((project) =>
        project.targets
          .filter(({ kind }) => kind === "成本指标")
          .flatMap((target) => excess(facts, project, target)),
      ),
  },
];

function excess({ books }: Facts, project: Project, { indicator, value }: Target): readonly Finding[] {
  const cost = amountIn(value);
  const lines = books.lines(["支出"], { 项目: projectKey(project) });
  const spent = totalOf(lines);
  if (cost === undefined || cost.lte(spent)) return [];
  return [
    {
      message: `项目“${project.name}”的支出是 ${yuan(spent)} 元，成本指标“${indicator}”却是 ${value}`,
      place: project.place,
      figures: [`项目支出 = ${shownSum(lines)}`],
      remedy: "按批复核对项目支出的金额和指标值，改正不对的一个",
    },
  ];
}

/** The 元 that an indicator's value names; undefined where it says anything else. */
function amountIn(value: string): Quantity | undefined {
  const [, number, unit] = AMOUNT.exec(value) ?? [];
  if (number === undefined || unit === undefined) return undefined;
  return quantity(number).times(YUAN_IN[unit] ?? 1);
}
