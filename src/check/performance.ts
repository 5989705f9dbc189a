import { type Project, projectKey, type Target } from "../model/budget.js";
import type { WrittenAmount } from "../model/ledger.js";
import { type Quantity, quantity, sum } from "../money/money.js";
import { knownInWan } from "./imbalance.js";
import { type LineNote, shownSum, totalOf, yuan } from "./notes.js";
import type { Breach, LedgerFacts, LedgerRule } from "./rule.js";

/** A value that is an amount of money and nothing else, but for what it is counted by (/年); of a range, the most. */
const AMOUNT =
  /^(?:≤|<=?|＜|≦|=|＝|不超过|不高于|不大于|不多于|小于等于|小于|低于|控制在)?\s*(?:[\d.]+(?:万元|元)?[-–—~～至到])?((?:0|[1-9]\d*)(?:\.\d+)?)\s*(亿元|万元|元)(?:[以之]内|以下)?(?:[/／].*)?$/u;
const MOST_COSTS = 6;
const YUAN_IN: Readonly<Record<string, number>> = { 万元: 10_000, 亿元: 100_000_000 };
/** The document prints 万元 with two decimals, so an indicator that has fewer is no more precise. */
const DECIMALS_OF_WAN = 2;

export const PERFORMANCE_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/成本指标",
    severity: "错误",
    perUnit: true,
    says: "成本指标写的金额不超过项目的支出，跨年项目写了总投资的，不超过总投资；以万元写的，与支出四舍五入到两位小数的数比较",
    certainty: "实务",
    basis: "实务：绩效目标与项目预算同时批复，预算调减以后指标要跟着改",
    examine: (facts) =>
      trustedProjects(facts).flatMap((project) =>
        project.targets
          .filter(({ kind }) => kind === "成本指标")
          .flatMap((target) => excess(facts, project, target)),
      ),
  },
  {
    code: "勾稽/成本指标合计",
    severity: "警告",
    perUnit: true,
    says: "一个项目的各项成本指标加起来，不超过项目的支出；总成本、总投资一类的和单价不加",
    certainty: "实务",
    basis: "实务：各项成本是项目支出的各部分；写的是上限，也可能互相包含",
    examine: (facts) => trustedProjects(facts).map((project) => excessTogether(facts, project)),
  },
  {
    code: "勾稽/总投资",
    severity: "错误",
    perUnit: true,
    says: "跨年项目的总投资不小于本年的支出",
    certainty: "实务",
    basis: "实务：总投资是各年的支出合起来的数，本年的是其中一部分",
    examine: (facts) => facts.budget.projects.map((project) => lessThanSpent(facts, project)),
  },
];

function lessThanSpent({ books }: LedgerFacts, project: Project): Breach | undefined {
  const lines = books.lines(["支出"], { 项目: projectKey(project) });
  const { investment, name } = project;
  if (!investment || investment.amount.gte(totalOf(lines))) return undefined;
  return {
    message: `项目“${name.text}”的总投资是 ${yuan(investment.amount)} 元，本年的支出却是 ${yuan(totalOf(lines))} 元`,
    place: investment.place,
    figures: [shownSum("项目支出", lines)],
    remedy: "按批复核对总投资和项目支出的金额；只有一年的项目，删去“总投资”",
  };
}

/** Those of whose amounts none is known to be in 万元, as the imbalance says: their costs exceed them for the same reason. */
function trustedProjects({ budget, books }: LedgerFacts): readonly Project[] {
  const isInWan = knownInWan(books);
  return budget.projects.filter(({ expenditure }) => !isInWan(expenditure));
}

/** What projects whose amounts are doubted say of their costs themselves, a note each. */
export function costsOf(
  projects: readonly Project[],
  doubted: readonly WrittenAmount[],
): readonly LineNote[] {
  const places = new Set(doubted.map(({ place }) => place));
  const named = projects.filter(({ expenditure }) => expenditure.some(({ place }) => places.has(place)));
  const targets = named.flatMap((project) =>
    project.targets.filter(({ kind, value }) => kind === "成本指标" && leastAmountIn(value.text)),
  );
  return targets.slice(0, MOST_COSTS).map(({ indicator, value, place }) => (at) => {
    return `${at(place)} 成本指标“${indicator.text}”写的是 ${value.text}`;
  });
}

/** A cost that others are part of, or that other years have a share in. */
const WHOLE_COST = /^(?:项目|年度|预算|建设|工程)*(?:总|合计)|总投资|概算/u;

/** What one of something costs, which is no part of a sum: 2万元/台, 每户补助. */
const OF_ONE = /[/／](?!年)|每|单价|单位(?:面积|造价|成本)|均/u;

/** Several costs, none of them above the expenditure, that are above it together. */
function excessTogether({ books }: LedgerFacts, project: Project): Breach | undefined {
  const lines = books.lines(["支出"], { 项目: projectKey(project) });
  const spent = project.investment?.amount ?? totalOf(lines);
  const costs = project.targets.flatMap(({ kind, indicator, value, place }) => {
    const cost = leastAmountIn(value.text);
    const says = `“${indicator.text}”${value.text}`;
    const isPart = !WHOLE_COST.test(indicator.text) && !OF_ONE.test(says);
    return kind === "成本指标" && cost !== undefined && isPart ? [{ cost, place, says }] : [];
  });
  if (sum(costs.map(({ cost }) => cost)).lte(spent) || costs.some(({ cost }) => cost.gt(spent)))
    return undefined;
  return {
    message: `项目“${project.name.text}”的${project.investment ? "总投资" : "支出"}是 ${yuan(spent)} 元，成本指标加起来超过它：${costs.map(({ says }) => says).join("，")}`,
    place: costs.at(-1)?.place,
    figures: [shownSum("项目支出", lines)],
    remedy: "按批复核对项目支出的金额和各项成本；各项互相包含的，不必改",
  };
}

function excess({ books }: LedgerFacts, project: Project, target: Target): Breach | undefined {
  const { indicator, value, place } = target;
  const cost = leastAmountIn(value.text);
  const lines = books.lines(["支出"], { 项目: projectKey(project) });
  const spent = totalOf(lines);
  const { investment, name } = project;
  const most = investment?.amount ?? spent;
  // an investment below what is spent is told by itself
  if (cost === undefined || cost.lte(most) || most.lt(spent)) return undefined;
  return {
    message: `项目“${name.text}”的${investment ? "总投资" : "支出"}是 ${yuan(most)} 元，成本指标“${indicator.text}”却是 ${value.text}`,
    place,
    figures: [shownSum("项目支出", lines)],
    remedy: investment
      ? "按批复核对总投资和指标值，改正不对的一个"
      : "按批复核对项目支出的金额和指标值，改正不对的一个；跨年项目的成本指标按总投资设的，在项目里写 总投资",
  };
}

/**
 * The least 元 that an indicator's value can stand for; undefined where it says anything else. 元 are exact, 万元 were
 * rounded and stand for half a unit of their last digit either side.
 */
function leastAmountIn(value: string): Quantity | undefined {
  const [, number, unit] = AMOUNT.exec(value) ?? [];
  if (number === undefined || unit === undefined) return undefined;
  const yuanIn = YUAN_IN[unit];
  if (yuanIn === undefined) return quantity(number);
  const decimals = Math.max(DECIMALS_OF_WAN, number.split(".")[1]?.length ?? 0);
  const half = quantity("0.5").times(quantity("10").pow(-decimals));
  return quantity(number).minus(half).times(yuanIn);
}
