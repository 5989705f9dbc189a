import type fc from "fast-check";
import { budgets } from "../budgets.js";
import { FUNCTIONS, functionFor } from "../code-lists.js";
import {
  APPROPRIATED,
  allLines,
  type BudgetFacts,
  INSTITUTION,
  type Line,
  type Money,
  OPERATING,
  PURCHASE,
  RECEPTIONS,
  RUNNING,
  sumOf,
  VISITS,
} from "../facts.js";
import { isFar } from "../last-year.js";
import { type Cents, printed, total } from "../money.js";
import type { Sizes } from "../projects.js";
import { putuoYaml } from "./yaml.js";

/** A budget of a unit of Putuo: one of Henan's kind with what this format asks besides, or asks in another way. */
export interface PutuoFacts extends Omit<BudgetFacts, "revenue" | "form"> {
  readonly revenue: readonly FunctionMoney[];
  /** of each function that appropriated money is spent under, in order of code */
  readonly functions: readonly FunctionFacts[];
  /** planned to be bought this year */
  readonly bought: readonly (readonly [string, number])[];
  readonly equipmentBought: number;
}

export interface FunctionMoney extends Money {
  readonly functionCode: string;
}

export interface FunctionFacts {
  readonly code: string;
  readonly use: string;
  /** last year's outturn, where it is written down */
  readonly outturn: Cents | undefined;
}

export interface PutuoBudget {
  readonly facts: PutuoFacts;
  readonly yaml: string;
}

const KINDS_OF_VEHICLES = [
  "部级领导干部用车",
  "主要领导干部用车",
  "机要通信用车",
  "应急保障用车",
  "执法执勤用车",
  "特种专业技术用车",
  "离退休干部用车",
  "其他用车",
];
export const EQUIPMENT = "单价100万元以上设备";

/** What is compared with last year's budget; of those that the text explains there are reasons. */
const EXPLAINED = [
  "财政拨款收入",
  "财政拨款支出",
  "因公出国境费",
  "公务用车购置及运行费",
  "公务用车购置费",
  "公务用车运行费",
  "公务接待费",
] as const;

export function isAppropriated({ fund }: Money): boolean {
  return APPROPRIATED.some((each) => each === fund);
}

/** What each figure that the format prints comes to this year, added up from the facts. */
export function figuresOf(facts: Omit<PutuoFacts, "lastYear" | "reasons">): Readonly<Record<string, Cents>> {
  const lines = allLines(facts as unknown as BudgetFacts);
  const spent = (test: (line: Line) => boolean): Cents => sumOf(lines, test);
  const received = (...funds: string[]): Cents => sumOf(facts.revenue, ({ fund }) => funds.includes(fund));
  const threePublic = (codes: readonly string[]): Cents =>
    spent(({ fund, department }) => fund === "一般公共预算" && codes.includes(department));
  const [visits, purchase, running, receptions] = [VISITS, PURCHASE, RUNNING, RECEPTIONS].map(threePublic);
  const cars = total([purchase ?? 0n, running ?? 0n]);
  return {
    收入总计: sumOf(facts.revenue),
    财政拨款收入: sumOf(facts.revenue, isAppropriated),
    事业收入: received("事业收入", "财政专户管理资金"),
    事业单位经营收入: received("事业单位经营收入"),
    其他收入: received("上级补助收入", "附属单位上缴收入", "其他收入"),
    年终结转结余: sumOf(facts.carriedForward),
    支出总计: sumOf(lines) + sumOf(facts.carriedForward),
    财政拨款支出: spent(isAppropriated),
    一般公共预算拨款支出: spent(({ fund }) => fund === "一般公共预算"),
    政府性基金拨款支出: spent(({ fund }) => fund === "政府性基金预算"),
    国有资本经营预算拨款支出: spent(({ fund }) => fund === "国有资本经营预算"),
    项目支出: sumOf(facts.projects.flatMap((project) => project.lines)),
    因公出国境费: visits ?? 0n,
    公务用车购置费: purchase ?? 0n,
    公务用车运行费: running ?? 0n,
    公务用车购置及运行费: cars,
    公务接待费: receptions ?? 0n,
    三公经费: total([visits ?? 0n, cars, receptions ?? 0n]),
    机关运行经费:
      facts.unit.kind === INSTITUTION
        ? 0n
        : spent(
            ({ fund, appropriation, kind }) =>
              fund === "一般公共预算" && appropriation && OPERATING.includes(kind),
          ),
  };
}

export function putuoBudgets(sizes: Sizes): fc.Arbitrary<PutuoBudget> {
  return budgets(sizes).map(({ facts: drawn }) => {
    const facts = ofPutuo(drawn);
    return { facts, yaml: putuoYaml(facts) };
  });
}

/** The first year of the format. */
const FIRST = 2026;
const YEARS = 5;

function ofPutuo(drawn: BudgetFacts): PutuoFacts {
  const lines = allLines(drawn);
  const [reason = "任务与上年不同"] = drawn.reasons.values();
  const counts = drawn.assets.map(([, count]) => count);
  const countOf = (index: number): number => counts[index % counts.length] ?? 0;
  const now = {
    ...drawn,
    year: FIRST + (drawn.year % YEARS),
    revenue: revenueFor(lines, drawn.carriedForward),
    functions: functionsOf(lines, drawn),
    assets: [...KINDS_OF_VEHICLES, EQUIPMENT].map((kind, index) => [kind, countOf(index)] as const),
    bought: KINDS_OF_VEHICLES.slice(0, counts.length % 3).map(
      (kind, index) => [kind, countOf(index) + 1] as const,
    ),
    equipmentBought: countOf(3),
  };
  const lastYear = yearBefore(now, drawn.lastYear);
  const figures = figuresOf(now);
  const changed = EXPLAINED.filter(
    (name) => printed(figures[name] ?? 0n) !== printed(lastYear.get(name) ?? 0n),
  );
  return { ...now, lastYear, reasons: new Map(changed.map((name) => [name, reason])) };
}

/** As much of each kind of money under each function as is used of it. */
function revenueFor(lines: readonly Line[], left: readonly Money[]): readonly FunctionMoney[] {
  const [common = ""] = FUNCTIONS;
  const kept = left.map((money) => ({ ...money, functionCode: functionFor(common, money.fund) }));
  const received = new Map<string, FunctionMoney>();
  for (const { fund, appropriation, old, functionCode, cents } of [...lines, ...kept]) {
    const key = [fund, appropriation, old, functionCode].join(" ");
    const sum = (received.get(key)?.cents ?? 0n) + cents;
    received.set(key, { fund, appropriation, old, functionCode, cents: sum });
  }
  return [...received.values()];
}

/** Of every third function last year's outturn is the same, of another it is not, and of the others it is not known. */
function functionsOf(lines: readonly Line[], { unit }: BudgetFacts): readonly FunctionFacts[] {
  const some = lines.filter(isAppropriated);
  const codes = [...new Set(some.map(({ functionCode }) => functionCode))].sort();
  return codes.map((code, index): FunctionFacts => {
    const now = sumOf(some, ({ functionCode }) => functionCode === code);
    const outturn = [now, (now * 3n) / 4n + 1n, undefined][index % 3];
    return { code, use: unit.duties, outturn };
  });
}

/** As the budget that it was made of lay to its own year before; wholes are the sums of their parts. */
function yearBefore(
  facts: Omit<PutuoFacts, "lastYear" | "reasons">,
  drawn: BudgetFacts["lastYear"],
): ReadonlyMap<string, Cents> {
  const now = figuresOf(facts);
  const near = (name: string, like: string): Cents => {
    const [is = 0n, was] = [now[name], drawn.get(like)];
    return was === undefined || isFar(is, was) ? is : was;
  };
  const general = near("一般公共预算拨款支出", "一般公共预算收支");
  const funds = near("政府性基金拨款支出", "政府性基金预算支出");
  const capital = near("国有资本经营预算拨款支出", "国有资本经营预算收支");
  const visits = near("因公出国境费", "因公出国境费");
  const purchase = near("公务用车购置费", "公务用车购置费");
  const running = near("公务用车运行费", "公务用车运行维护费");
  const receptions = near("公务接待费", "公务接待费");
  const spent = total([general, funds, capital]);
  return new Map([
    ["财政拨款收入", spent],
    ["财政拨款支出", spent],
    ["一般公共预算拨款支出", general],
    ["政府性基金拨款支出", funds],
    ["国有资本经营预算拨款支出", capital],
    ["三公经费", total([visits, purchase, running, receptions])],
    ["因公出国境费", visits],
    ["公务用车购置及运行费", purchase + running],
    ["公务用车购置费", purchase],
    ["公务用车运行费", running],
    ["公务接待费", receptions],
  ]);
}
