import type { Place } from "../diagnostic/diagnostic.js";
import type { Quantity, Unit } from "../money/money.js";
import { DIMENSION_VALUES, type FactSubject, type ValueOf } from "./dimensions.js";
import { GAP } from "./gap.js";
import type { Entry, Label } from "./ledger.js";
import type { Source, Written } from "./source.js";
import { standsFor } from "./wording.js";

/** A value that knows where the officer wrote it. */
export interface Located<T> {
  readonly value: T;
  readonly place: Place;
}

/** What a unit may be under 编制: decides its government economic codes and its 机关运行经费. */
export const UNIT_KINDS = DIMENSION_VALUES.单位性质;
export type UnitKind = ValueOf<"单位性质">;

/** The facts of one unit and year, checked in shape and reference, not yet summed. Money is in 元. */
export interface Budget {
  readonly year: number;
  /** the template pack that the officer's bureau prescribes */
  readonly pack: string;
  readonly unit: BudgetUnit;
  /** whether the unit was set up this year, so that nothing is compared with last year */
  readonly isNew: boolean;
  /** where that is said */
  readonly newPlace: Place;
  readonly revenue: readonly RevenueEntry[];
  readonly expenditure: readonly ExpenditureEntry[];
  readonly projects: readonly Project[];
  readonly carriedForward: readonly FundEntry[];
  /** functional codes that the tables list although they have no amount */
  readonly listedFunctions: readonly string[];
  /** where there are such that have still to be filled in, which are GAP; only in drafts */
  readonly listedUnsaid?: Place;
  readonly procurement: readonly ProcurementEntry[];
  readonly assets: readonly AssetEntry[];
  readonly transfers: readonly TransferEntry[];
  readonly facts: StatedFacts;
  readonly lastYear: LastYear;
  /** why a measure rose or fell, by its name; `place` is the whole list's, if the file has one */
  readonly reasons: Located<ReadonlyMap<string, Located<Written>>> & DataSection;
  /** amounts of a standard that the officer's words may name, as they name them: 每人每年2万元 */
  readonly standards: readonly Written[];
  /** warnings that the officer has looked into, as the program has told them */
  readonly confirmed: readonly Located<string>[];
  /** whether the file has a place where to confirm more */
  readonly confirms: boolean;
  /** when the disclosure is, or was, published, in the form 2023-02-20; GAP in drafts that have still to say it */
  readonly published: Located<string> | undefined;
  /** what the officer says of a correction, once it was */
  readonly correction: Announcement | undefined;
  /** whether it is a department's (部门预算), which names units to be consolidated in it */
  readonly department: boolean;
  /** where it names them */
  readonly unitsPlace: Place;
  /** those units, in order of code, with those of departments among them; in their own lists there are none */
  readonly units: readonly Budget[];
}

/** When and why a disclosure that was published is corrected. */
export interface Announcement {
  /** in the form 2023-05-20 */
  readonly corrected: Located<string>;
  readonly reason: Written;
}

export interface BudgetUnit {
  readonly code: string;
  /** where its code is written */
  readonly place: Place;
  /** the code that it had the year before, where that was another one */
  readonly formerCode?: string;
  readonly name: Written;
  readonly kind: UnitKind;
  /** where the officer has still to say it; only in drafts, where `kind` is any */
  readonly kindUnsaid?: Place;
  /** where its kind is said */
  readonly kindPlace: Place;
  /** of the government that it belongs to: 市级, 县级, … */
  readonly level: string | Written;
  /** a paragraph each */
  readonly duties: readonly Written[];
  readonly offices: readonly Written[];
  /** why they are withheld, where they are */
  readonly officesWithheld: Written | undefined;
  /** names of the budget units below this one */
  readonly subordinates: readonly Written[];
}

export interface FundEntry extends Entry {
  /** 一般公共预算, 政府性基金预算, … */
  readonly fund: string;
  /** 财政拨款 or other money of the fund */
  readonly appropriation: boolean;
}

interface YearEntry extends FundEntry {
  readonly origin: ValueOf<"年份来源">;
}

export interface RevenueEntry extends YearEntry {
  /** what it is received for, where its format asks for it */
  readonly functionCode?: string;
}

export interface ExpenditureEntry extends YearEntry {
  readonly functionCode: string;
  readonly departmentCode: string;
  readonly governmentCode: string;
  /** 工资福利支出, … 特定目标类 */
  readonly kind: string;
  /** whether its codes go together as they usually do, for all that is known, and nobody has looked into it yet */
  readonly inferred?: true;
}

export interface Project {
  /** the code of the unit that has it */
  readonly unit: string;
  /** undefined where the system has not given one yet */
  readonly code: Located<string> | undefined;
  /** where the officer has still to fill it in; only in drafts */
  readonly uncoded?: Place;
  /** that it is withheld, where it is */
  readonly name: Written;
  readonly nameWithheld: boolean;
  readonly kind: string;
  readonly kindPlace: Place;
  /** whether its performance will be evaluated; undefined where the officer does not say it */
  readonly evaluated: boolean | undefined;
  /** whether it is one of the unit's 重点项目 with targets of its own */
  readonly key: boolean;
  readonly expenditure: readonly ExpenditureEntry[];
  /** of all its years, where it has several and its costs are measured by them */
  readonly investment: Entry | undefined;
  readonly targets: readonly Target[];
  /** why no targets are shown of it, where there are none or they are withheld */
  readonly untargeted: Untargeted | undefined;
  /** whether nothing is said of targets, as the format does not ask for them */
  readonly targetsOmitted?: true;
  /** its name's */
  readonly place: Place;
}

/** How a project's code is made up: of region, year and source, and behind them of its number. */
export const PROJECT_CODE = { length: 21, numberFrom: 9 } as const;

/** What officers write, and tables print, for the code of a project that has none yet. */
export const NO_CODE = "未赋码";

/** What tables print for the code of a project, which stands for its name while it has none. */
export function writtenCode({ code, uncoded, place }: Project): Written {
  return standsFor(code?.value ?? (uncoded ? GAP : NO_CODE), () => code?.place ?? uncoded ?? place);
}

/**
 * What identifies a project in the ledger: its code, or its unit and name while it has none, as two units may have
 * projects of one name; sorts behind all codes then.
 */
export function projectKey({ code, unit, name, nameWithheld, place }: Project): string {
  const own = nameWithheld ? `${name.text} ${String(place.line).padStart(7, "0")}` : name.text;
  return code?.value ?? `${NO_CODE} ${unit} ${own}`;
}

export interface Untargeted {
  readonly kind: Exclude<ValueOf<"绩效目标">, "已编制">;
  readonly reason: Written;
}

/** What is printed in place of what is withheld. */
export function withheldAs(reason: string): string {
  return `${reason}，不予公开`;
}

/** A third-level performance indicator (三级指标) and the value it is to reach. */
export interface Target {
  readonly kind: TargetKind;
  /** the second-level indicator (二级指标) that it belongs to, where the format asks for it */
  readonly above?: Written;
  readonly indicator: Written;
  readonly value: Written;
  /** the value's */
  readonly place: Place;
}

export const TARGET_KINDS = ["成本指标", "产出指标", "效益指标", "满意度指标"] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

export interface ProcurementEntry extends Entry {
  readonly kind: ValueOf<"采购类型">;
  /** reserved for small and medium enterprises */
  readonly reserved: boolean;
}

/** A number of vehicles or sets, as of the end of last year. */
export interface AssetEntry extends Entry {
  readonly kind: string;
}

export interface TransferEntry extends Entry {
  readonly name: Written;
}

/** Where the data says the format's own facts: of the unit, and in each project of that. */
export const FACTS_KEY = "版式事项";

/** What the format asks beyond the ledger, as far as it is said. */
export interface StatedFacts {
  readonly figures: readonly StatedFigure[];
  readonly words: readonly StatedWords[];
  readonly entries: readonly StatedEntry[];
}

interface Stated {
  readonly name: string;
  readonly per: FactSubject;
  /** the code or kind that it is about, of a project its key; the unit's code where it is about the unit */
  readonly of: string;
  /** where `of` is written */
  readonly ofPlace: Place;
}

export interface StatedFigure extends Stated, Entry {
  readonly unit: Unit;
}

/** A text, or the paragraphs or items of one. */
export interface StatedWords extends Stated {
  readonly said: Written | readonly Written[];
}

/** An entry of a list, of which more is said than its name. */
export interface StatedEntry extends Stated {
  /** tells it from all others, as far as words do */
  readonly key: string;
  readonly place: Place;
  readonly words: Readonly<Record<string, Written>>;
  readonly codes: readonly { readonly field: string; readonly code: Written }[];
  readonly figures: readonly (Entry & { readonly name: string; readonly unit: Unit })[];
}

/** What officers write where last year's figures are restated, and under what, also among the reasons. */
export const RESTATED = "同口径";
export const LAST_YEAR_SCOPE = "上年口径";

/** Of a unit that does not say its level. */
export const USUAL_LEVEL = "市级";

/** Last year's figures in 元 by measure, as far as the officer has written them down; `place` is the list's, if there is one. */
export interface LastYear extends DataSection {
  readonly figures: ReadonlyMap<string, LastYearFigure>;
  /** whether they are restated as if the unit had been then what it is now (同口径), and so not those published then */
  readonly restated: boolean;
}

/** What the officer writes under one key of the data; where there is none yet, `place` is another line. */
export interface DataSection {
  readonly place: Place;
  readonly exists: boolean;
  /** whether all of it has still to be filled in, which is told by itself; only in drafts */
  readonly unsaid?: true;
}

/** One of them; a gap that has still to be filled in counts as nothing, and only in drafts. */
export interface LastYearFigure extends Located<Quantity> {
  readonly gap?: true;
}

/** How sure the name of a code is: who says it, best first. */
export const CODE_STATUSES = ["财政部门", "官方", "公开文件", "未核对", "数据"] as const;
/** 财政部门: the bureau's own list; 官方: of the ministry; 公开文件: printed somewhere; 数据: the officer's own word. */
export type CodeStatus = (typeof CODE_STATUSES)[number];

/** A classification, by code; codes of other years than the budget's are among them. */
export type CodeList = ReadonlyMap<string, CodeEntry>;

export interface CodeEntry extends Label {
  readonly status: CodeStatus;
  /** the document that its name is from */
  readonly citation: string;
  /** the years that it is used in */
  readonly years: Years;
  /** the names that it had before, the latest first */
  readonly former: readonly FormerName[];
}

export interface Years {
  readonly from: number;
  readonly to: number;
}

export interface FormerName {
  readonly name: string;
  /** the last year of the name, as far as it is known */
  readonly until: number | undefined;
}

/** The lists of codes by what they are of; a fourth file says which go with each other. */
export type ListName = "functional" | "departmental" | "governmental";

export interface CodeLists extends Readonly<Record<ListName, CodeList>> {
  /** that the program's lists are of: a budget of another year is held against the nearest of them */
  readonly years: Years;
  /** the year of the bureau's own list, where there is one */
  readonly bureau: number | undefined;
  /** by departmental code */
  readonly correspondence: ReadonlyMap<string, Correspondence>;
  /** by functional code of any length: what holds for a code is said by the longest that it begins with */
  readonly funds: ReadonlyMap<string, OwnFund>;
}

/** The budget whose money is spent under a functional code, and those that begin with it. */
export interface OwnFund extends Pick<CodeEntry, "code" | "status" | "citation"> {
  readonly fund: "一般公共预算" | "政府性基金预算" | "国有资本经营预算" | "不限";
  /** afterwards only what was brought forward is spent under it */
  readonly years: Years;
}

/** The government codes that a departmental code goes with, by the kind of unit; 参公事业单位 are administrative. */
export interface Correspondence {
  readonly administrative?: GovernmentCode;
  readonly institution?: GovernmentCode;
}

export interface GovernmentCode {
  readonly code: string;
  readonly status: CodeStatus;
}

/** Whose money is spent under a functional code in a year; undefined where no list says it. */
export function ownFundOf({ funds }: CodeLists, functionCode: string, year: number): OwnFund | undefined {
  const rows = [7, 5, 3].map((length) => funds.get(functionCode.slice(0, length)));
  return rows.find((row) => row !== undefined && row.years.from <= year);
}

/** The files that the code lists stand in. */
export interface CodeListSources extends Readonly<Record<ListName | "correspondence", Source>> {
  /** the newest list of the officer's bureau that is not later than the budget */
  readonly bureau: Source | undefined;
}

/**
 * The government code of a departmental code in a unit of the kind; undefined where the list has none. Where it has none
 * for institutions, what the money is for decides alone.
 */
export function correspondingCode(
  { correspondence }: CodeLists,
  departmentCode: string,
  unitKind: string | undefined,
): GovernmentCode | undefined {
  const found = correspondence.get(departmentCode);
  return (unitKind === "事业单位" ? found?.institution : undefined) ?? found?.administrative;
}
