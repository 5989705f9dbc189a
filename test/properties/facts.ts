import type { Cents } from "./money.js";

/** What the formats do not have alike, said by hand: their own files are what is held against it. */
export interface FormFacts {
  readonly pack: string;
  /** the numbers of tables, by those that Henan gives them; where they are the same they are not named */
  readonly numbers: Readonly<Record<string, string>>;
  /** whether one sentence says how both totals changed, and why */
  readonly totalsInOne: boolean;
  /** whether there is a section on 国有资本经营预算 where nothing is spent of it */
  readonly stateCapitalAlways: boolean;
}

export const HENAN: FormFacts = {
  pack: "henan",
  numbers: {},
  totalsInOne: false,
  stateCapitalAlways: false,
};

export const LUOYANG: FormFacts = {
  pack: "luoyang",
  numbers: { 预算10表: "预算11表", 预算11表: "预算12表", 预算12表: "预算10表" },
  totalsInOne: true,
  stateCapitalAlways: true,
};

/** The formats of which random budgets are tried. */
export const FORMS = [HENAN, LUOYANG];

/** What a random budget says, as it was drawn: what its report is held against. */
export interface BudgetFacts {
  readonly form: FormFacts;
  readonly year: number;
  readonly unit: UnitFacts;
  readonly revenue: readonly Money[];
  readonly basic: readonly Line[];
  readonly projects: readonly ProjectFacts[];
  readonly carriedForward: readonly Money[];
  readonly listed: readonly string[];
  readonly procurement: readonly Procurement[];
  readonly assets: readonly (readonly [string, number])[];
  readonly transfers: readonly (readonly [string, Cents])[];
  readonly lastYear: ReadonlyMap<string, Cents>;
  readonly reasons: ReadonlyMap<string, string>;
}

export interface UnitFacts {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly duties: string;
  readonly offices: readonly string[];
  readonly subordinates: readonly string[];
}

/** Money that is held apart from other money. */
export interface Pool {
  readonly fund: string;
  readonly appropriation: boolean;
  /** left from the year before */
  readonly old: boolean;
}

export interface Money extends Pool {
  readonly cents: Cents;
}

export interface Line extends Money {
  readonly functionCode: string;
  readonly department: string;
  /** where it is written down */
  readonly government: string | undefined;
  readonly kind: string;
}

export interface ProjectFacts {
  readonly code: string | undefined;
  readonly name: string;
  readonly kind: string;
  /** undefined where it is not said */
  readonly evaluated: boolean | undefined;
  readonly key: boolean;
  readonly lines: readonly Line[];
  readonly targets: Readonly<Record<TargetKind, readonly Target[]>>;
}

export const TARGET_KINDS = ["成本指标", "产出指标", "效益指标", "满意度指标"] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];
export type Target = readonly [indicator: string, value: string];

export interface Procurement {
  readonly kind: string;
  readonly reserved: boolean;
  readonly cents: Cents;
}

export const APPROPRIATED = ["一般公共预算", "政府性基金预算", "国有资本经营预算"] as const;
export const FUNDS = [
  ...APPROPRIATED,
  "财政专户管理资金",
  "事业收入",
  "事业单位经营收入",
  "上级补助收入",
  "附属单位上缴收入",
  "其他收入",
] as const;

export const PERSONNEL: readonly string[] = ["工资福利支出", "对个人和家庭的补助"];
export const OPERATING: readonly string[] = ["商品和服务支出", "资本性支出"];
export const INSTITUTION = "事业单位";

export const VEHICLES: readonly string[] = ["机要通信用车", "应急保障用车", "执法执勤用车"];
export const FORMER_VEHICLES: readonly string[] = ["一般公务用车", "一般执法执勤用车"];
export const OTHER_VEHICLES: readonly string[] = ["特种专业技术用车", "其他用车"];
export const EQUIPMENT: readonly string[] = ["单价50万元以上通用设备", "单价100万元以上专用设备"];

export const VISITS: readonly string[] = ["30212"];
export const RECEPTIONS: readonly string[] = ["30217"];
export const PURCHASE: readonly string[] = ["30913", "31013"];
export const RUNNING: readonly string[] = ["30231"];

export function allLines({ basic, projects }: BudgetFacts): readonly Line[] {
  return [...basic, ...projects.flatMap(({ lines }) => lines)];
}

export function sumOf<T extends { readonly cents: Cents }>(
  items: readonly T[],
  test: (item: T) => boolean = () => true,
): Cents {
  return items.reduce((sum, item) => (test(item) ? sum + item.cents : sum), 0n);
}
