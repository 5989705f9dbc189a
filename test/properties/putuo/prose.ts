import { allLines, type BudgetFacts, sumOf } from "../facts.js";
import { type Cents, decimal, percent, printed } from "../money.js";
import { EQUIPMENT, figuresOf, isAppropriated, type PutuoFacts } from "./facts.js";

/** The figures of a text as it was printed, with the words of a change before them, and the beginnings of its reasons. */
export function sayingsIn(text: string): readonly string[] {
  return (
    text.match(
      /(?:增加|减少|增长|下降)?\d[\d,]*(?:\.\d+)?(?:万元|%|个|辆|台（套）)|持平|财政拨款(?:收入支出|收入|支出)(?:增加|减少)的主要原因/gu,
    ) ?? []
  );
}

/** What they must be, in order: counted from the facts, rounded once. */
export function expectedSayings(facts: PutuoFacts): readonly string[] {
  return [...overview(facts), ...others(facts)];
}

function wan(hundredths: bigint): string {
  const [whole = "", rest] = decimal(hundredths).split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${rest}万元`;
}

const money = (cents: Cents): string => wan(printed(cents));

interface Compared {
  readonly now: bigint;
  readonly before: bigint;
}

function comparison(facts: PutuoFacts, name: string): Compared {
  return { now: printed(figuresOf(facts)[name] ?? 0n), before: printed(facts.lastYear.get(name) ?? 0n) };
}

const apart = ({ now, before }: Compared): bigint => (now > before ? now - before : before - now);

function change(facts: PutuoFacts, name: string): string {
  const compared = comparison(facts, name);
  if (apart(compared) === 0n) return "持平";
  return `${compared.now > compared.before ? "增加" : "减少"}${wan(apart(compared))}`;
}

function overview(facts: PutuoFacts): readonly string[] {
  const figures = figuresOf(facts);
  const of = (name: string): string => money(figures[name] ?? 0n);
  const compared = (name: string): readonly string[] => [of(name), change(facts, name)];
  const left = figures.年终结转结余 ?? 0n;
  return [
    of("收入总计"),
    ...compared("财政拨款收入"),
    ...["事业收入", "事业单位经营收入", "其他收入", "支出总计"].map(of),
    ...compared("财政拨款支出"),
    ...(left === 0n ? [] : [money(left)]),
    ...["一般公共预算拨款支出", "政府性基金拨款支出", "国有资本经营预算拨款支出"].flatMap(compared),
    ...reasons(facts),
    ...byFunction(facts),
  ];
}

/** One reason for both where both changed alike. */
function reasons(facts: PutuoFacts): readonly string[] {
  const [income, spending] = ["财政拨款收入", "财政拨款支出"].map((name) => comparison(facts, name)) as [
    Compared,
    Compared,
  ];
  const key = (compared: Compared): string =>
    `${change(facts, compared === income ? "财政拨款收入" : "财政拨款支出")} ${percent(apart(compared), compared.before) ?? ""}`;
  const said = (what: string, compared: Compared): readonly string[] =>
    apart(compared) === 0n
      ? []
      : [`财政拨款${what}${compared.now > compared.before ? "增加" : "减少"}的主要原因`];
  return key(income) === key(spending)
    ? said("收入支出", income)
    : [...said("收入", income), ...said("支出", spending)];
}

function byFunction(facts: PutuoFacts): readonly string[] {
  const lines = allLines(facts as unknown as BudgetFacts).filter(isAppropriated);
  if (lines.length === 0) return [];
  return facts.functions.flatMap(({ code, outturn = 0n }) => {
    const now = printed(sumOf(lines, ({ functionCode }) => functionCode === code));
    const compared = { now, before: printed(outturn) };
    if (outturn === 0n) return [wan(now)];
    const rate = percent(apart(compared), compared.before) ?? 0n;
    const word = compared.now > compared.before ? "增长" : "下降";
    return [wan(now), money(outturn), apart(compared) === 0n ? "持平" : `${word}${decimal(rate)}%`];
  });
}

function others(facts: PutuoFacts): readonly string[] {
  const figures = figuresOf(facts);
  const compared = (name: string): readonly string[] => [money(figures[name] ?? 0n), change(facts, name)];
  const agency = figures.机关运行经费 ?? 0n;
  return [
    ...["三公经费", "因公出国境费", "公务用车购置及运行费"].flatMap(compared),
    ...["公务用车购置费", "公务用车运行费", "公务接待费"].flatMap(compared),
    ...(agency === 0n ? [] : [money(agency)]),
    ...procurement(facts),
    ...(facts.projects.length === 0 ? [] : [`${facts.projects.length}个`, money(figures.项目支出 ?? 0n)]),
    ...assets(facts),
  ];
}

function procurement({ procurement: all }: PutuoFacts): readonly string[] {
  if (sumOf(all) === 0n) return [];
  const kinds = ["货物", "工程", "服务"].map((kind) => sumOf(all, (each) => each.kind === kind));
  return [sumOf(all), ...kinds].map(money);
}

function assets({ assets: all, bought, equipmentBought }: PutuoFacts): readonly string[] {
  const counts = new Map(all);
  const vehicles = all.map(([kind]) => kind).filter((kind) => kind !== EQUIPMENT);
  const of = (held: ReadonlyMap<string, number>, equipment: number): readonly string[] => {
    const each = vehicles.map((kind) => held.get(kind) ?? 0);
    const sum = each.reduce((total, count) => total + count, 0);
    return [...[sum, ...each].map((count) => `${count}辆`), "100万元", `${equipment}台（套）`];
  };
  return [...of(counts, counts.get(EQUIPMENT) ?? 0), ...of(new Map(bought), equipmentBought)];
}
