import { change, type Evidence, firstRow, money, spentOn, wan } from "./evidence.js";
import {
  type BudgetFacts,
  EQUIPMENT,
  FORMER_VEHICLES,
  INSTITUTION,
  OPERATING,
  OTHER_VEHICLES,
  PERSONNEL,
  sumOf,
  VEHICLES,
} from "./facts.js";
import { isAgencyOperation } from "./last-year.js";
import type { Cents } from "./money.js";
import { numberIn, tableOf } from "./tables.js";

/** The figures of section 十. */
export function otherMatters(evidence: Evidence): readonly string[] {
  return [
    ...agencyOperation(evidence),
    ...procurement(evidence),
    ...performance(evidence),
    ...assets(evidence),
    ...transfers(evidence),
  ];
}

function agencyOperation(evidence: Evidence): readonly string[] {
  const { facts } = evidence;
  if (facts.unit.kind === INSTITUTION) return ["0.00万元"];
  return [money(spentOn(facts, isAgencyOperation)), ...change(evidence, "机关运行经费")];
}

function procurement({ facts }: Evidence): readonly string[] {
  const kinds = ["货物", "工程", "服务"].map((kind) =>
    sumOf(facts.procurement, (each) => each.kind === kind),
  );
  const reserved = sumOf(facts.procurement, (each) => each.reserved);
  return [sumOf(facts.procurement), ...kinds, ...(reserved > 0n ? [reserved] : [])].map(money);
}

/** 100 万元 in 分. */
const LARGE: Cents = 100_000_000n;

function performance({ facts, tables }: Evidence): readonly string[] {
  const whole = firstRow(tableOf(tables, "预算03表"));
  const personnel = spentOn(facts, ({ kind }) => PERSONNEL.includes(kind));
  const operating = spentOn(facts, ({ kind }) => OPERATING.includes(kind));
  const [total, , ...rows] = tableOf(tables, "预算10表").rows;
  const of = (test: (project: BudgetFacts["projects"][number]) => boolean): readonly string[] => {
    const chosen = facts.projects.filter(test);
    return [`${chosen.length}个`, money(chosen.reduce((sum, { lines }) => sum + sumOf(lines), 0n))];
  };
  const spoken = (figures: readonly string[]): readonly string[] => (figures[0] === "0个" ? [] : figures);
  return [
    wan(numberIn(whole, "合计") ?? 0n),
    money(personnel),
    money(operating),
    `${rows.length}个`,
    wan((total && numberIn(total, "合计")) ?? 0n),
    "100万元",
    "100万元",
    ...of(({ lines }) => sumOf(lines) >= LARGE),
    ...spoken(of(({ evaluated }) => evaluated === true)),
    ...spoken(of(({ key }) => key)),
  ];
}

function assets({ facts }: Evidence): readonly string[] {
  const counts = new Map(facts.assets);
  const of = (kinds: readonly string[]): readonly number[] => kinds.map((kind) => counts.get(kind) ?? 0);
  // those of before are spoken of where there are any
  const named = of(FORMER_VEHICLES).some((count) => count > 0) ? FORMER_VEHICLES : VEHICLES;
  const vehicles = [...of(named), ...of(OTHER_VEHICLES)];
  const [common, own] = of(EQUIPMENT);
  const whole = vehicles.reduce((sum, count) => sum + count, 0);
  return [
    ...[whole, ...vehicles].map((count) => `${count}辆`),
    ...["50万元", `${common}台（套）`, "100万元", `${own}台（套）`],
  ];
}

function transfers({ facts }: Evidence): readonly string[] {
  if (facts.transfers.length === 0) return [];
  const cents = facts.transfers.reduce((sum, [, each]) => sum + each, 0n);
  return [`${facts.transfers.length}个`, money(cents)];
}
