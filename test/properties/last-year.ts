import {
  allLines,
  type BudgetFacts,
  INSTITUTION,
  type Line,
  OPERATING,
  PURCHASE,
  RECEPTIONS,
  RUNNING,
  sumOf,
  VISITS,
} from "./facts.js";
import { type Cents, printed, total } from "./money.js";

/** What the report compares with last year. */
export const COMPARED = [
  "收入总计",
  "支出总计",
  "一般公共预算收支",
  "政府性基金预算收支",
  "国有资本经营预算收支",
  "政府性基金预算支出",
  "机关运行经费",
  "因公出国境费",
  "公务接待费",
  "公务用车购置费",
  "公务用车运行维护费",
  "三公经费",
] as const;
const GENERAL = "一般公共预算";
export type Compared = (typeof COMPARED)[number];

export const THREE_PUBLIC: readonly Compared[] = [
  "因公出国境费",
  "公务接待费",
  "公务用车购置费",
  "公务用车运行维护费",
];

type Year = Omit<BudgetFacts, "lastYear" | "reasons">;

/** What each of them comes to this year, added up from the facts. */
export function thisYear(facts: Year): Readonly<Record<Compared, Cents>> {
  const lines = allLines(facts as BudgetFacts);
  const received = (fund: string): Cents => sumOf(facts.revenue, (each) => each.fund === fund);
  // 一般公共预算“三公”经费支出表: what the year's general public budget spends, non-tax revenue in it included
  const spentOn = (codes: readonly string[]): Cents =>
    sumOf(lines, ({ fund, old, department }) => fund === GENERAL && !old && codes.includes(department));
  const parts = [VISITS, RECEPTIONS, PURCHASE, RUNNING].map(spentOn);
  const [visits = 0n, receptions = 0n, purchase = 0n, running = 0n] = parts;
  return {
    收入总计: sumOf(facts.revenue),
    支出总计: sumOf(lines) + sumOf(facts.carriedForward),
    一般公共预算收支: received("一般公共预算"),
    政府性基金预算收支: received("政府性基金预算"),
    国有资本经营预算收支: received("国有资本经营预算"),
    政府性基金预算支出: sumOf(lines, ({ fund }) => fund === "政府性基金预算"),
    机关运行经费: facts.unit.kind === INSTITUTION ? 0n : sumOf(lines, isAgencyOperation),
    因公出国境费: visits,
    公务接待费: receptions,
    公务用车购置费: purchase,
    公务用车运行维护费: running,
    三公经费: total(parts),
  };
}

/** Of the year, as 预算06表 is, whose 公用经费 it is. */
export function isAgencyOperation({ fund, appropriation, old, kind }: Line): boolean {
  return fund === GENERAL && appropriation && !old && OPERATING.includes(kind);
}

/** How last year's amount lies to this year's. */
export interface Draw {
  readonly way: "equal" | "zero" | "near" | "any";
  readonly cents: Cents;
}

/** Less than a printed unit, so that the printed numbers may be equal or not. */
const NEAR = 10_000n;

function before(now: Cents, { way, cents }: Draw): Cents {
  if (way === "equal") return now;
  if (way === "zero") return 0n;
  if (way === "any") return isFar(now, cents) ? 0n : cents;
  const apart = now + (cents % (2n * NEAR)) - NEAR;
  return apart < 0n ? 0n : apart;
}

/** As far as amounts in 万元 are from those in 元, which is refused. */
export function isFar(now: Cents, cents: Cents): boolean {
  return now > 0n && (cents >= now * 1000n || now >= cents * 1000n);
}

/** Last year's amounts: both totals are one, and those of 三公 add up. */
export function lastYear(facts: Year, draws: Readonly<Record<Compared, Draw>>): ReadonlyMap<string, Cents> {
  const now = thisYear(facts);
  const found = new Map<string, Cents>();
  for (const name of COMPARED) found.set(name, before(now[name], draws[name]));
  found.set("支出总计", found.get("收入总计") ?? 0n);
  found.set("三公经费", total(THREE_PUBLIC.map((name) => found.get(name) ?? 0n)));
  if (facts.unit.kind === INSTITUTION) found.delete("机关运行经费");
  for (const name of ["政府性基金预算收支", "国有资本经营预算收支", "政府性基金预算支出"] as const) {
    if (now[name] === 0n && draws[name].way === "equal") found.delete(name);
  }
  return found;
}

/** The comparisons that the report makes and in which the printed numbers differ: these have reasons, no others. */
export function changed(facts: Year, before: ReadonlyMap<string, Cents>): readonly Compared[] {
  const now = thisYear(facts);
  return COMPARED.filter((name) => {
    const then = before.get(name);
    if (then === undefined || (name === "政府性基金预算支出" && now[name] === 0n)) return false;
    if (name === "支出总计" && facts.form.totalsInOne) return false;
    return printed(now[name]) !== printed(then);
  });
}
