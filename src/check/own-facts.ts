import { FACTS_KEY } from "../model/budget.js";
import { type LackingFact, lackingFacts } from "../model/consolidation.js";
import { GAP } from "../model/gap.js";
import { unitOfFact } from "../model/pack/asked-fact.js";
import type { Measure } from "../model/pack/measure.js";
import { sum } from "../money/money.js";
import type { Breach, LedgerFacts, LedgerRule } from "./rule.js";

/** Facts that a format asks itself where a measure is not zero. */
export const FACT_RULES: readonly LedgerRule[] = [
  {
    code: "勾稽/版式事项",
    severity: "错误",
    says: "版式要求某个数不是零时写的事项，都写了",
    certainty: "实务",
    basis: "实务：所用版式的要求（templates 里 pack.yaml 的 facts）",
    examine(facts) {
      const asked = facts.facts.filter(({ when }) => when?.measure !== undefined);
      return lackingFacts(facts.budget, asked).flatMap((lacking) => breachOf(lacking, facts));
    },
  },
];

function breachOf(lacking: LackingFact, facts: LedgerFacts): readonly Breach[] {
  const { fact, of, budget, place = budget.unit.place } = lacking;
  const { name, says, per = "单位" } = fact;
  const measure = facts.measures.get(fact.when?.measure ?? "");
  if (!measure || isZero(measure, lacking, facts)) return [];
  const isOfEach = per === "功能科目" || per === "资产类型";
  const where = isOfEach
    ? `“${FACTS_KEY}”的“${per}”的 ${of} 里`
    : `${per === "项目" ? "这个项目的" : ""}“${FACTS_KEY}”里`;
  return [
    {
      message: `有“${measure.name}”，却没有写${isOfEach ? `${per} ${of} 的` : ""}“${name}”：${says}`,
      place,
      remedy: `在${where}加一行 ${name}: ${GAP}，把“${GAP}”换成要填的内容`,
    },
  ];
}

/** Whether there is nothing of the measure in the unit, and in what the fact is about. */
function isZero(measure: Measure, { fact, of, budget }: LackingFact, facts: LedgerFacts): boolean {
  const { per = "单位" } = fact;
  const isOfAll = budget === facts.budget && unitOfFact(fact) === undefined;
  const books = facts.budget.department && !isOfAll ? facts.books.ofUnit(budget.unit.code) : facts.books;
  if (per === "单位" || measure.kind !== "sum") return books.figure(measure).amount.isZero();
  const lines = books.lines([measure.account], measure.where, { [per]: of });
  return sum(lines.map(({ amount }) => amount)).isZero();
}
