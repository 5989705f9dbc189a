import { FACTS_KEY } from "../model/budget.js";
import {
  APPROPRIATED_FUNDS,
  BASIC_KINDS,
  DIMENSION_VALUES,
  type FactSubject,
  PROJECT_KINDS,
} from "../model/dimensions.js";
import { firstOfEach, groupedBy } from "../model/groups.js";
import type { Dimension, Where } from "../model/ledger.js";
import { type AskedFact, type AskedField, unitOfFact } from "../model/pack/asked-fact.js";
import type { Pack } from "../model/pack/pack.js";
import type { Plain } from "../model/source.js";
import type { ChosenCodes } from "./codes.js";
import type { Want } from "./wants.js";

/** What a unit is to have of all that there is. */
export interface UnitPlan {
  readonly pack: string;
  readonly year: number;
  readonly code: string;
  readonly kind: string;
  readonly words: UnitWords;
  /** whose money it has */
  readonly funds: readonly string[];
  /** whether its vehicles are of the kinds of before 2017 */
  readonly formerVehicles?: boolean;
  /** whether its revenue says what it is received for */
  readonly revenueByFunction?: boolean;
  /** the amounts: the whole 元 of the line that comes after so many others */
  readonly amount: (index: number) => bigint;
}

/** What a format asks of its own, as specimens say it. */
export type SpecimenAsks = Pick<Pack, "facts" | "assets" | "projectCode" | "omits">;

/** What it and its projects are called. */
export interface UnitWords {
  readonly name: string;
  readonly offices: readonly string[];
  readonly duties: string;
  readonly project: string;
  readonly indicator: string;
  readonly transfer: string;
}

/** Whether there is something of all that may be asked, or nothing. */
type Amount = "all" | "nothing";

/** A line of money, and what it is spent on where it is. */
type Line = Readonly<Record<string, string>>;

const GENERAL = "一般公共预算";
/** The class of economic codes that goes with each kind of expenditure. */
const CLASS_OF: Readonly<Record<string, string>> = {
  工资福利支出: "301",
  商品和服务支出: "302",
  对个人和家庭的补助: "303",
  资本性支出: "310",
  其他运转类: "302",
  特定目标类: "302",
};
const KIND_OF: Readonly<Record<string, string>> = {
  "301": "工资福利支出",
  "302": "商品和服务支出",
  "303": "对个人和家庭的补助",
  "310": "资本性支出",
};

/** The budget of a unit that has something of all that the pack asks for, as an officer would write it. */
export function unitWithAll(
  plan: UnitPlan,
  wants: readonly Want[],
  codes: ChosenCodes,
  asks: SpecimenAsks,
): Plain {
  let count = 0;
  const priced = (line: Line): Line => ({ ...line, 金额: yuan(plan.amount(count++)) });
  const spending = wants.filter(({ account }) => account === "支出");
  const [projects, basic] = halves(linesFor(plan, spending, codes), ({ 类别: kind }) => isOfProject(kind));
  const [operating, special] = halves(projects, ({ 类别: kind }) => kind === PROJECT_KINDS[0]);
  const carried = poolsOf(plan).map(priced);
  const written = projectsOf(plan, operating.map(priced), special.map(priced), asks);
  const spent = basic.map(priced);
  const lines = [...spent, ...written.flatMap(({ 支出: lines }) => lines as readonly Line[])];
  return {
    ...head(plan),
    收入: revenueFor(plan, [
      ...lines,
      ...carried.map((line) => ({ ...line, 功能科目: lines[0]?.功能科目 ?? "", 年份来源: "本年" })),
    ]),
    基本支出: spent,
    项目: written.map(({ 支出: lines, ...project }) => ({
      ...project,
      支出: (lines as readonly Line[]).map(({ 类别: _, ...line }) => line),
    })),
    年终结转: carried,
    政府采购: procurement(lines),
    国有资产: assets(plan, 1, asks),
    专项转移支付: [1, 2].map((each) => priced({ 名称: `${plan.words.transfer}${each}` })),
    ...ownFacts(plan, asks, "all", functionsIn(lines)),
  };
}

/** What a department says itself of codes that its units spend, as far as that is words. */
export function saidOfUnits(
  plan: UnitPlan,
  asks: SpecimenAsks,
  units: readonly Plain[],
): { readonly [key: string]: Plain } {
  const codes = units.flatMap((unit) => {
    const { 基本支出: basic = [], 项目: projects = [] } = unit as {
      readonly 基本支出?: readonly Line[];
      readonly 项目?: readonly { readonly 支出: readonly Line[] }[];
    };
    return functionsIn([...basic, ...projects.flatMap(({ 支出: lines }) => lines)]);
  });
  const inWords = asks.facts.filter((fact) => fact.per !== "功能科目" || unitOfFact(fact) === undefined);
  return ownFacts(plan, { ...asks, facts: inWords }, "nothing", [...new Set(codes)].sort());
}

function functionsIn(lines: readonly Line[]): readonly string[] {
  return [...new Set(lines.flatMap(({ 功能科目: code }) => code ?? []))].sort();
}

/** The same unit without any money. */
export function unitWithNothing(plan: UnitPlan, asks: SpecimenAsks): Plain {
  return {
    ...head(plan),
    收入: [],
    基本支出: [],
    项目: [],
    年终结转: [],
    政府采购: [],
    国有资产: assets(plan, 0, asks),
    专项转移支付: [],
    ...ownFacts(plan, asks, "nothing", []),
  };
}

function head({ pack, year, code, kind, words }: UnitPlan): { readonly [key: string]: Plain } {
  const { name, duties, offices } = words;
  return {
    版式: pack,
    年度: String(year),
    单位: { 代码: code, 名称: name, 性质: kind, 主要职责: duties, 内设机构: [...offices] },
  };
}

function isOfProject(kind: string | undefined): boolean {
  return PROJECT_KINDS.some((each) => each === kind);
}

function halves<T>(
  items: readonly T[],
  isFirst: (item: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** Each kind of money of each fund. */
function poolsOf({ funds }: UnitPlan): readonly Line[] {
  return funds.flatMap((fund) => {
    const kinds = fund === GENERAL ? ["是", "否"] : APPROPRIATED_FUNDS.includes(fund) ? ["是"] : ["否"];
    return kinds.map((each) => ({ 资金来源: fund, 财政拨款: each }));
  });
}

/** A line for each kind of money and of expenditure, and for each thing that the pack asks for by itself. */
function linesFor(plan: UnitPlan, wants: readonly Want[], codes: ChosenCodes): readonly Line[] {
  const grid = poolsOf(plan).flatMap((pool) =>
    DIMENSION_VALUES.年份来源.flatMap((origin) =>
      DIMENSION_VALUES.类别.map((kind) => ({ ...pool, 年份来源: origin, 类别: kind })),
    ),
  );
  const asked = wants.flatMap(({ where }) => combinations(where));
  const lines = [...grid, ...asked].flatMap((where) => lineFor(where, plan, codes));
  return firstOfEach(lines, (line) => JSON.stringify(line));
}

/** The dimensions whose every value is asked for: of the others one stands for all. */
const CODED = ["功能类", "功能款", "功能科目", "经济类", "经济科目", "政府经济类", "政府经济科目"] as const;

type Values = Readonly<Partial<Record<Dimension, string>>>;

/** What a condition can mean, one value a dimension; nothing where it asks for nothing by code. */
function combinations(where: Where): readonly Values[] {
  const coded = CODED.filter((dimension) => where[dimension] !== undefined);
  const [dimension] = coded;
  if (!dimension) return [];
  const first = Object.fromEntries(
    Object.entries(where).map(([key, values]) => [key, valuesOf(values)[0] ?? ""]),
  );
  return valuesOf(where[dimension]).map((value) => ({ ...first, [dimension]: value }));
}

function valuesOf(values: string | readonly string[] = []): readonly string[] {
  return typeof values === "string" ? [values] : values;
}

function lineFor(where: Values, plan: UnitPlan, codes: ChosenCodes): readonly Line[] {
  const fund = where.资金来源 ?? (plan.funds.includes(GENERAL) ? GENERAL : plan.funds[0]);
  if (fund === undefined || !plan.funds.includes(fund)) return [];
  if (where.财政拨款 === "是" && !APPROPRIATED_FUNDS.includes(fund)) return [];
  const government = where.政府经济科目 ?? where.政府经济类;
  const beginning = where.经济科目 ?? where.经济类 ?? CLASS_OF[kindOf(where)] ?? "";
  const economic = government
    ? codes.economicBeside(government, plan.kind)
    : codes.economicOf(beginning, plan.kind);
  const item = functionFor(where, fund, codes);
  if (economic === undefined || item === undefined) return [];
  return [
    {
      功能科目: item,
      经济科目: economic,
      类别: kindOf({ ...where, 经济科目: economic }),
      资金来源: fund,
      财政拨款: where.财政拨款 ?? (APPROPRIATED_FUNDS.includes(fund) ? "是" : "否"),
      年份来源: where.年份来源 ?? "本年",
    },
  ];
}

/** The function that a condition asks for, or else another for each kind of expenditure, so that there are several. */
function functionFor(where: Values, fund: string, codes: ChosenCodes): string | undefined {
  const beginning = where.功能科目 ?? where.功能款 ?? where.功能类;
  if (beginning !== undefined) return codes.functionIn(beginning, fund);
  const functions = codes.functionsOf(fund);
  const kinds: readonly string[] = DIMENSION_VALUES.类别;
  return functions[Math.max(0, kinds.indexOf(kindOf(where))) % Math.max(1, functions.length)];
}

/** The kind of expenditure that a condition asks for, or else the one that goes with its code. */
function kindOf({
  类别: kind,
  支出性质: nature,
  经费性质: purpose,
  经济科目: code,
  经济类: section,
}: Values) {
  if (kind !== undefined) return kind;
  const [operating, special] = PROJECT_KINDS;
  if (nature === "项目支出") return operating;
  const category = section ?? code?.slice(0, 3);
  const [wages, , goods] = BASIC_KINDS;
  if (category === undefined) return purpose === "人员经费" ? wages : goods;
  // what is of no kind of basic expenditure, such as interest or construction, is paid for projects
  return KIND_OF[category] ?? (nature === undefined ? special : goods);
}

/** Projects of every sort: evaluated and not, with targets, without and withheld, of one year and of several. */
function projectsOf(
  plan: UnitPlan,
  operating: readonly Line[],
  special: readonly Line[],
  asks: SpecimenAsks,
) {
  const { words, code } = plan;
  const [first = [], ...others] = [operating, ...inFour(special)].filter((lines) => lines.length > 0);
  if (first.length === 0) return [];
  const total = first.reduce((sum, { 金额: amount = "0" }) => sum + BigInt(amount.split(".")[0] ?? "0"), 0n);
  const shapes: readonly { readonly [key: string]: Plain }[] = [
    { 绩效评价: "是", 重点项目: "是", 总投资: yuan(total * 2n), 绩效目标: targets(words.indicator) },
    { 绩效评价: "否", 绩效目标: { 未编制: "年初预留" } },
    { 绩效目标: { 不公开: "涉及国家秘密" } },
    { 绩效评价: "是", 名称: { 不公开: "涉及国家秘密" }, 绩效目标: targets(words.indicator) },
    { 编码: "未赋码", 绩效目标: targets(words.indicator) },
  ];
  return [first, ...others].map((lines, index) => ({
    编码: projectCode(code, index, asks.projectCode),
    名称: `${words.project}${"一二三四五"[index]}`,
    类别: lines[0]?.类别 ?? "",
    支出: lines as readonly Plain[],
    ...shapes[index],
    ...factsAbout("项目", plan, asks, "all", index),
  }));
}

/** A code of the format's form; two of them never alike. */
function projectCode(unit: string, index: number, form: SpecimenAsks["projectCode"]): string {
  const whole = `41120023${unit.padStart(6, "0")}00000${String(index + 11)}`;
  const [length = whole.length] = form?.lengths ?? [];
  return length <= whole.length ? whole.slice(-length) : whole.padStart(length, "1");
}

function inFour(lines: readonly Line[]): readonly (readonly Line[])[] {
  return [0, 1, 2, 3].map((part) => lines.filter((_, index) => index % 4 === part));
}

function targets(indicator: string): Plain {
  const one = (value: string): Plain => [
    { 二级指标: `${indicator}的上一级`, 三级指标: indicator, 指标值: value },
  ];
  return {
    成本指标: one("≤1元"),
    产出指标: one("≥90%"),
    效益指标: one("明显、一般、不明显"),
    满意度指标: one("≥95%"),
  };
}

/** As much of each kind of money as is used of it, for each function by itself where the format asks for that. */
function revenueFor({ revenueByFunction }: UnitPlan, uses: readonly Line[]): readonly Line[] {
  const pools = groupedBy(uses, ({ 资金来源, 财政拨款, 年份来源, 功能科目 }) =>
    [资金来源, 财政拨款, 年份来源, ...(revenueByFunction ? [功能科目] : [])].join(" "),
  );
  return [...pools.values()].map((lines) => {
    const { 资金来源 = "", 财政拨款 = "", 年份来源 = "", 功能科目 = "" } = lines[0];
    const own = revenueByFunction ? { 功能科目 } : {};
    return { 资金来源, 财政拨款, 年份来源, ...own, 金额: yuan(sumOf(lines)) };
  });
}

function sumOf(lines: readonly Line[]): bigint {
  return lines.reduce((sum, { 金额: amount = "0.00" }) => sum + BigInt(amount.slice(0, -3)), 0n);
}

function procurement(lines: readonly Line[]): readonly Line[] {
  const kinds = DIMENSION_VALUES.采购类型.flatMap((kind) =>
    DIMENSION_VALUES.面向中小企业.map((reserved) => ({ 采购类型: kind, 面向中小企业: reserved })),
  );
  const share = sumOf(lines) / 30_000n;
  return kinds.map((each, index) => ({ ...each, 金额: yuan(share * BigInt((index + 1) * 100)) }));
}

const FORMER = ["一般公务用车", "一般执法执勤用车"];
const PRESENT = ["机要通信用车", "应急保障用车", "执法执勤用车"];

function assets({ formerVehicles = false }: UnitPlan, each: 0 | 1, { assets: own }: SpecimenAsks): Line {
  if (own) return Object.fromEntries(own.map((kind, index) => [kind, String((index + 1) * each)]));
  const other = formerVehicles ? PRESENT : FORMER;
  const kinds = DIMENSION_VALUES.资产类型.filter((kind) => !other.includes(kind));
  return Object.fromEntries(kinds.map((kind, index) => [kind, String((index + 1) * each)]));
}

/** The format's own facts of the unit, and of its codes and kinds of assets. */
function ownFacts(
  plan: UnitPlan,
  asks: SpecimenAsks,
  amount: Amount,
  functions: readonly string[],
): { readonly [key: string]: Plain } {
  const about = (per: FactSubject, values: readonly string[]) => {
    const rows = values.map((value, index) => [value, factsAbout(per, plan, asks, amount, index)[FACTS_KEY]]);
    const known = rows.filter(([, facts]) => facts !== undefined);
    return known.length === 0 ? {} : { [per]: Object.fromEntries(known) as Plain };
  };
  const kinds = Object.keys(assets(plan, 1, asks));
  const own = {
    ...(factsAbout("单位", plan, asks, amount, 0)[FACTS_KEY] as object | undefined),
    ...about("功能科目", functions),
    ...about("资产类型", kinds),
  };
  return Object.keys(own).length === 0 ? {} : { [FACTS_KEY]: own as Plain };
}

/** Those about one thing, the `index`-th of its kind. */
function factsAbout(
  per: FactSubject,
  plan: UnitPlan,
  { facts }: SpecimenAsks,
  amount: Amount,
  index: number,
): { readonly [key: string]: Plain } {
  const own = facts.filter((fact) => (fact.per ?? "单位") === per && isOfKind(fact, plan.kind));
  if (own.length === 0) return {};
  return { [FACTS_KEY]: Object.fromEntries(own.map((fact) => [fact.name, said(fact, plan, amount, index)])) };
}

function isOfKind({ when }: AskedFact, kind: string): boolean {
  return when?.单位性质 === undefined || when.单位性质.some((each) => each === kind);
}

/** How many entries a list has, so that some of its groups have several. */
const ENTRIES = 3;

function said(fact: AskedFact, plan: UnitPlan, amount: Amount, index: number): Plain {
  const { kind, items } = fact;
  if (kind !== "list") return saidOf(fact, plan, amount, index);
  if (amount === "nothing") return [];
  const numbers = Array.from({ length: ENTRIES }, (_, entry) => entry);
  if (!items) return numbers.map((entry) => `${fact.name}${"甲乙丙"[entry]}`);
  return numbers.map((entry) =>
    Object.fromEntries(items.map((field) => [field.name, saidOf(field, plan, amount, entry)])),
  );
}

function saidOf(fact: AskedFact | AskedField, plan: UnitPlan, amount: Amount, index: number): Plain {
  const isAll = amount === "all";
  switch (fact.kind) {
    case "amount":
      return yuan(isAll ? plan.amount(index) : 0n);
    case "count":
      return String(isAll ? index + 2 : 0);
    case "yes-no":
      return isAll ? "是" : "否";
    case "code": {
      const codes = [...fact.names(plan.year).keys()];
      return codes[index % Math.max(1, codes.length)] ?? "";
    }
    case "paragraphs":
      return `${fact.name}的第一段，${plan.words.duties}。\n${fact.name}的第二段。`;
    default:
      // the first two entries are alike in what may group them
      return `${fact.name}${"甲甲乙"[index % ENTRIES]}`;
  }
}

function yuan(amount: bigint): string {
  return `${amount}.00`;
}
