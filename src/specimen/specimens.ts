import type { CodeLists } from "../model/budget.js";
import { DIMENSION_VALUES } from "../model/dimensions.js";
import type { Pack } from "../model/pack/pack.js";
import type { Plain } from "../model/source.js";
import { chooseCodes, type Preference } from "./codes.js";
import {
  type SpecimenAsks,
  saidOfUnits,
  type UnitPlan,
  type UnitWords,
  unitWithAll,
  unitWithNothing,
} from "./unit.js";
import { wantsOf } from "./wants.js";

/** Data of no unit that shows what a pack prints in one case. */
export interface Specimen {
  /** names its files */
  readonly name: string;
  /** what it shows, in a line of the list of them */
  readonly says: string;
  readonly year: SpecimenYear;
  readonly lastYear: SpecimenYear | undefined;
  /** why figures rose or fell, where they did */
  readonly reason: string;
}

export interface SpecimenYear {
  readonly own: Plain;
  /** those that a department takes together */
  readonly units: readonly Plain[];
}

/** For which pack, as its folder is called, which year, and by which code lists of it and of the year before. */
export interface SpecimenGrounds {
  readonly pack: Pick<Pack, "measures" | "tables" | "asks"> & SpecimenAsks;
  readonly folder: string;
  readonly year: number;
  readonly codes: CodeLists;
  readonly codesBefore: CodeLists;
}

const UNIT = "100001";
const REASONS = { increase: "工作任务增加", decrease: "工作任务减少", none: "" } as const;
const ALL_FUNDS = DIMENSION_VALUES.资金来源;
/** What units without revenue of institutions have too. */
const [ADMINISTRATIVE, ALIKE, INSTITUTION] = DIMENSION_VALUES.单位性质;
const FUNDS_OF_ALL_KINDS = ALL_FUNDS.filter((fund) => !/事业|补助|上缴/.test(fund));

const USUAL: UnitWords = {
  name: "样张市样张局",
  duties: "承担样张的编制、核对和管理工作",
  offices: ["办公室", "业务科"],
  project: "样张项目",
  indicator: "样张指标",
  transfer: "样张补助资金",
};

/** 70 characters, the longest name that a unit may have; other words are as long as they may well become. */
const LONGEST: UnitWords = {
  name: `样张市${"样张业务综合管理与公共服务保障".repeat(4)}指导中心`,
  duties: "承担样张的编制、核对和管理工作，指导、协调和监督有关的公共服务保障，".repeat(8).slice(0, -1),
  offices: Array.from({ length: 20 }, (_, index) => `样张综合管理与公共服务保障第${digit(index)}处（室）`),
  project: `${"样张业务综合管理与公共服务保障".repeat(5)}项目`,
  indicator: `${"样张业务综合管理与公共服务保障".repeat(3)}完成情况`,
  transfer: `${"样张业务综合管理与公共服务保障".repeat(3)}补助资金`,
};

function digit(index: number): string {
  return [...String(index + 1)].map((each) => "〇一二三四五六七八九"[Number(each)]).join("");
}

const even = (index: number): bigint => BigInt(index + 1) * 1200n + 100_000n;
/** Large, and no round number of 百元, so that parts do not add up to printed totals. */
const large = (index: number): bigint => 9_876_543n + BigInt(index) * 76_543n;

const doubled = (amount: UnitPlan["amount"]) => (index: number) => amount(index) * 2n;
const halved = (amount: UnitPlan["amount"]) => (index: number) => amount(index) / 2n;

/** Specimens of everything that may change what a pack prints, the same whenever they are made. */
export function specimensOf(grounds: SpecimenGrounds): readonly Specimen[] {
  const { folder, year, pack } = grounds;
  const usual: UnitPlan = {
    ...{ pack: folder, year, code: UNIT, kind: ALIKE, words: USUAL, funds: ALL_FUNDS },
    revenueByFunction: grounds.pack.asks.includes("收入的功能科目"),
    amount: even,
  };
  const unit = (change: Partial<UnitPlan> = {}): UnitPlan => ({ ...usual, ...change });
  const makers = { year: maker(grounds, grounds.codes), before: maker(grounds, grounds.codesBefore) };
  const comparing = (
    name: string,
    says: string,
    plan: UnitPlan,
    before: Partial<UnitPlan> | "nothing",
    reason: keyof typeof REASONS,
  ): Specimen => {
    const past = { ...plan, year: year - 1, ...(before === "nothing" ? {} : before) };
    const own = before === "nothing" ? unitWithNothing(past, pack) : makers.before(past);
    const lastYear = { own, units: [] };
    return { name, says, year: { own: makers.year(plan), units: [] }, lastYear, reason: REASONS[reason] };
  };
  const nothing = (name: string, says: string, before: Plain, reason: keyof typeof REASONS): Specimen => {
    const own = unitWithNothing(unit(), pack);
    return {
      ...{ name, says, year: { own, units: [] }, lastYear: { own: before, units: [] } },
      reason: REASONS[reason],
    };
  };
  const lastYear = unit({ year: year - 1 });
  return [
    comparing("增加", "各项都有，比上年多", unit(), { amount: halved(even) }, "increase"),
    comparing(
      "减少",
      `各项都有，比上年少，${INSTITUTION}`,
      unit({ kind: INSTITUTION, formerVehicles: true }),
      { amount: doubled(even) },
      "decrease",
    ),
    comparing(
      "持平",
      `与上年相同，${ADMINISTRATIVE}`,
      unit({ kind: ADMINISTRATIVE, funds: FUNDS_OF_ALL_KINDS }),
      {},
      "none",
    ),
    comparing("零基数", "上年各项都是零", unit(), "nothing", "increase"),
    { ...newUnit(makers.year(unit())), reason: REASONS.none },
    nothing("全部为零", "两年各项都是零", unitWithNothing(lastYear, pack), "none"),
    nothing("降为零", "上年各项都有，今年都是零", makers.before(lastYear), "decrease"),
    ...ALL_FUNDS.map((fund) =>
      comparing(`只有${fund}`, "别的资金都没有", unit({ kind: INSTITUTION, funds: [fund] }), {}, "none"),
    ),
    department(grounds, usual, makers),
    comparing(
      "名称最长",
      "名称最长、金额很大",
      unit({ kind: INSTITUTION, words: LONGEST, amount: large }),
      { amount: halved(large) },
      "increase",
    ),
  ];
}

type Maker = (plan: UnitPlan) => Plain;

/** Makes units by the codes of a year, with the longest names of them where the unit has the longest words. */
function maker({ pack }: SpecimenGrounds, codes: CodeLists): Maker {
  const wants = wantsOf(pack);
  return (plan) => {
    const preference: Preference = plan.words === LONGEST ? "longest" : "first";
    return unitWithAll(plan, wants, chooseCodes(codes, plan.year, preference), pack);
  };
}

function newUnit(own: Plain): Omit<Specimen, "reason"> {
  const marked = { ...(own as object), 新设单位: "是" };
  return {
    name: "新设单位",
    says: "新设的单位，不与上年比较",
    year: { own: marked, units: [] },
    lastYear: undefined,
  };
}

/** A department with a unit of each kind. */
function department(
  { year, pack }: SpecimenGrounds,
  usual: UnitPlan,
  makers: Readonly<Record<"year" | "before", Maker>>,
): Specimen {
  const plans = DIMENSION_VALUES.单位性质.map((kind, index): UnitPlan => {
    const name = `样张市样张${"甲乙丙"[index]}中心`;
    const words = { ...USUAL, name, project: `${name}项目`, transfer: `${name}补助资金` };
    return { ...usual, code: `10000${index + 2}`, kind, words, funds: FUNDS_OF_ALL_KINDS };
  });
  const own = (of: number, units: readonly Plain[]): Plain => {
    const plan = { ...usual, year: of, kind: ADMINISTRATIVE };
    return {
      ...(unitWithNothing(plan, pack) as object),
      ...saidOfUnits(plan, pack, units),
      汇总单位: plans.map(({ code }) => code),
    };
  };
  const units = plans.map(makers.year);
  const before = plans.map((plan) => makers.before({ ...plan, year: year - 1, amount: halved(even) }));
  return {
    name: "部门",
    says: `部门预算，汇总${plans.length}个单位`,
    year: { own: own(year, units), units },
    lastYear: { own: own(year - 1, before), units: before },
    reason: REASONS.increase,
  };
}
