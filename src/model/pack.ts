import type { Place } from "../diagnostic.js";
import type { MoneyUnit, Quantity, Unit } from "../money/money.js";
import type { FactSubject, ValueOf } from "./dimensions.js";
import type { MoneyStyle } from "./figure.js";
import type { FormName } from "./form.js";
import type { Account, Dimension, Where } from "./ledger.js";
import type {
  Align,
  ChartForm,
  ComparedFigure,
  ListedKind,
  Orientation,
  ReportStyle,
  Role,
  RoleLook,
  RoleLooks,
  TableLooks,
} from "./report.js";
import type { Source, TextSource, Written } from "./source.js";

/** A format that a finance bureau prescribes, as its files say it; what it prints knows where it was written. */
export interface Pack {
  readonly name: string;
  readonly years: { readonly from: number; readonly to: number };
  readonly document: { readonly title: Written; readonly subject: Written };
  readonly style: ReportStyle;
  /** of its tables, where they have none of their own */
  readonly looks: TableLooks;
  readonly words: PackWords;
  /** how amounts are printed in sentences, and in tables that do not say it */
  readonly money: Readonly<Record<"prose" | "tables", MoneyStyle>>;
  /** how a correction is announced, where the format says it */
  readonly correction: CorrectionWords | undefined;
  readonly nothing: PrintOfNothing;
  /** the forms that are made with every PDF */
  readonly also: readonly FormName[];
  readonly numbering: NumberForms;
  readonly parts: readonly PackPart[];
  /** what it asks of a unit beyond the ledger */
  readonly facts: readonly AskedFact[];
  /** how its projects' codes are made up, where not as everywhere */
  readonly projectCode: ProjectCodeForm | undefined;
  /** the kinds that assets are counted by, where they are not those that every format knows */
  readonly assets: readonly string[] | undefined;
  /** what other formats demand of the data, and this one does not */
  readonly omits: readonly OmittedPart[];
  /** what no other format demands of its parts */
  readonly asks: readonly AskedPart[];
  /** with those of amounts and counts among these facts */
  readonly measures: ReadonlyMap<string, Measure>;
  readonly statutory: ReadonlyMap<StatutoryFigure, Measure>;
  /** by file name without its ending */
  readonly tables: ReadonlyMap<string, TableSpec>;
  readonly narrative: ReadonlyMap<string, TextSource>;
  readonly terms: readonly Term[];
  /** of narrative files the tables that they speak of, both by file name without its ending */
  readonly explains: ReadonlyMap<string, readonly string[]>;
  /** measures that the narrative must print, and those that it must compare with last year */
  readonly disclosed: readonly string[];
  readonly compared: readonly string[];
  /** laws and documents that the texts name with their years and numbers, which are no amounts, and what they are */
  readonly citations: readonly { readonly text: string; readonly says: string }[];
  /** why a measure may have stayed the same, where that sounds like a reason for a change */
  readonly flatReasons: readonly string[];
  /** words that must be among the terms where the document uses them */
  readonly technicalTerms: readonly string[];
  /** names of one thing: the first is right, the others are not */
  readonly synonyms: readonly (readonly string[])[];
}

export interface PackSources {
  readonly pack: Source;
  readonly measures: Source;
  readonly terms: Source;
  /** by file name without its ending */
  readonly tables: ReadonlyMap<string, Source>;
  readonly narrative: ReadonlyMap<string, TextSource>;
}

const TOTAL: RoleLook = { font: "小标宋", align: "center" };

/** Where a format does not say it: totals bold and in the middle, what is within another behind it. */
export const USUAL_LOOKS: TableLooks = {
  rows: { within: { indent: 2 }, total: TOTAL, grand: TOTAL },
  columns: {},
};

/** The looks of a table that has some of its own: each says only what is not as elsewhere. */
export function looksWith(looks: TableLooks, own: Partial<TableLooks> = {}): TableLooks {
  return { rows: joinedLooks(looks.rows, own.rows), columns: joinedLooks(looks.columns, own.columns) };
}

function joinedLooks(looks: RoleLooks, own: RoleLooks = {}): RoleLooks {
  const changed = Object.entries(own).map(([role, look]) => [role, { ...looks[role as Role], ...look }]);
  return { ...looks, ...Object.fromEntries(changed) };
}

/**
 * How an amount of exactly nothing is printed in a cell: not at all; as digits where the text says the same figure in
 * digits, in the cell that it leads to; or as digits everywhere.
 */
export const PRINTS_OF_NOTHING = ["blank", "mentioned", "digits"] as const;
export type PrintOfNothing = (typeof PRINTS_OF_NOTHING)[number];

/** Words that a format puts around figures wherever they stand. */
export interface PackWords {
  readonly increase: ChangeWords;
  readonly decrease: ChangeWords;
  readonly unchanged: Written;
  /** behind the amount of a change whose base is zero */
  readonly noBase: Written;
  /** between a change and its reason */
  readonly reason: Written;
  /**
   * below a table: `{{处}}` are the columns or rows whose printed parts differ from their printed total, `{{栏行}}` is 栏
   * or 行, `{{差额}}` by how much
   */
  readonly residual: Written;
  /** behind a sentence whose printed parts do; old formats have none */
  readonly residualInText?: Written;
  /** stands at the left of each table; `{{单位名称}}` is the unit's name */
  readonly tableLeft: Written;
  readonly tableRight: Written;
}

/** What each line of an announcement of corrections may name besides the facts. */
export const CORRECTION_LINES = {
  title: ["题名"],
  /** below the letter, what is attached to it; above the table, that this is it */
  enclosure: [],
  annex: [],
  table: [],
  /** where something stood */
  cover: [],
  caption: ["表号", "表名"],
  cell: ["表号", "表名", "行", "栏"],
  /** a cell of a row that has no name */
  column: ["表号", "表名", "栏"],
  row: ["表号", "表名", "行"],
  /** what there was of it: a place behind another row or before all of them, nothing yet, nothing any more, no text */
  order: ["行"],
  first: [],
  none: [],
  deleted: [],
  blank: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What the paragraphs of its letter may name. */
export const LETTER_NAMES = ["题名", "公开日期", "更正日期", "原因", "处数"] as const;

export type CorrectionWords = Readonly<Record<keyof typeof CORRECTION_LINES, Written>> & {
  /** the paragraphs of the letter */
  readonly letter: readonly Written[];
  /** order, page, place, what read before, what reads now */
  readonly columns: readonly [Written, Written, Written, Written, Written];
  /** below the table */
  readonly notes?: readonly Written[];
};

export type ChangeWords = Readonly<Record<"amount" | "rate", Written>>;

export type PackPart =
  | PackCover
  | (Turned & { readonly kind: "contents"; readonly title: Written; readonly lists?: readonly ListedKind[] })
  | PackNarrative
  /** those that the document uses, in the order in which it does, or `all` as they are written */
  | (NumberedPart & { readonly kind: "terms"; readonly all?: "true" })
  | (Listed & { readonly kind: "annex"; readonly title?: Written; readonly tables: readonly string[] });

/** Whose a disclosure is. */
export type Discloser = "单位" | "部门";

interface PackNarrative extends NumberedPart {
  readonly kind: "narrative";
  readonly files: readonly string[];
  readonly charts?: readonly PackChart[];
  /** whether it is left out when its files print nothing */
  readonly onlyWithText?: "true";
}

/** What is printed of some disclosers only, where it says so. */
interface Conditional {
  readonly when?: PrintedWhen;
}

export interface PrintedWhen {
  readonly 主体: Discloser;
}

/** What the contents may call otherwise than it is called where it stands. */
interface Listed extends Conditional {
  readonly inContents?: Written;
}

/** A chart behind what one of a part's files says. */
export interface PackChart {
  readonly after: string;
  readonly form: ChartForm;
  readonly title: Written;
  /** what it shows, in this order */
  readonly measures: readonly string[];
  /** the file of the table that its figures stand in */
  readonly table: string;
}

/** What is printed upright where it does not say otherwise. */
interface Turned extends Conditional {
  readonly orientation?: Orientation;
}

interface NumberedPart extends Turned, Listed {
  readonly title: readonly Written[];
  /** where it is not numbered as the format's other parts */
  readonly numbering?: NumberForms;
}

/** What is numbered, from the highest level down; terms stand by themselves. */
export const NUMBERED = ["section", "subsection", "item", "subitem", "term"] as const;
export type NumberedLevel = (typeof NUMBERED)[number];

/** How the first of each level is numbered; what is not said is as usual. */
export type NumberForms = Readonly<Partial<Record<NumberedLevel, string>>>;

export interface PackCover extends Turned {
  readonly kind: "cover";
  readonly lines: readonly Written[];
  /** below them, which edition it is */
  readonly edition?: Written;
  /** at the foot */
  readonly dates?: readonly Written[];
}

export const OMITTED_PARTS = ["项目类别", "绩效目标", "国有资产"] as const;
export type OmittedPart = (typeof OMITTED_PARTS)[number];

/** Parts of the data that other formats do not know. */
export const ASKED_PARTS = ["收入的功能科目"] as const;
export type AskedPart = (typeof ASKED_PARTS)[number];

/** How the codes of projects are made up in a format. */
export interface ProjectCodeForm {
  /** how many characters it has; one of these, where there are several */
  readonly lengths: readonly number[];
  readonly of: (typeof CODE_CHARACTERS)[number];
}

/** The same as its file says it. */
export type WrittenProjectCode = Pick<ProjectCodeForm, "of"> & { readonly lengths: readonly string[] };

/** Longer ones are no codes of projects. */
export const LONGEST_CODE = 40;

/** What codes of projects may consist of. */
export const CODE_CHARACTERS = ["数字", "数字和字母"] as const;

/** The names of a list of codes of a format's own in some years. */
export interface WrittenOwnCodes {
  readonly from?: string;
  readonly to?: string;
  readonly names: Readonly<Record<string, string>>;
}

export const FACT_KINDS = ["amount", "count", "text", "paragraphs", "yes-no", "list"] as const;

/** A fact that a format asks for beyond what every format needs, as its file says it. */
export interface WrittenFact {
  readonly name: string;
  /** what it is, in the officer's words */
  readonly says: string;
  readonly kind: (typeof FACT_KINDS)[number];
  /** what a count counts */
  readonly unit?: string;
  /** of what each has one of its own; of the unit, where it is not said */
  readonly per?: FactSubject;
  /** whether it must be said, as it must where that is not said */
  readonly required?: "true" | "false";
  /** where alone it must be said */
  readonly when?: AskedWhen;
  /** what becomes of it in the next year: it is asked for again, where it is not said */
  readonly next?: "ask" | "copy";
  /** what is said of each entry of a list, where that is more than its name */
  readonly items?: readonly WrittenField[];
}

export const FIELD_KINDS = ["text", "code", "amount", "count", "yes-no"] as const;

/** What is said of each entry of a list. */
export interface WrittenField extends Pick<WrittenFact, "name" | "says" | "unit" | "required"> {
  readonly kind: (typeof FIELD_KINDS)[number];
  /** the format's own list that a code is of */
  readonly list?: string;
}

/** A fact that the format asks, and where it asks for it. */
export interface AskedFact extends Omit<WrittenFact, "items"> {
  readonly items?: readonly AskedField[];
  place(): Place;
}

export interface AskedField extends WrittenField {
  /** what the codes of its list are called in a year */
  names(year: number): ReadonlyMap<string, Written>;
}

/** What a figure of the entries of a list is called, as a measure and in the ledger. */
export function figureOfList(list: string, field: string): string {
  return `${list}${field}`;
}

/** What must hold of a unit, and of what the fact is about, for it to be asked. */
export interface AskedWhen {
  /** one that is not zero */
  readonly measure?: string;
  readonly 单位性质?: readonly ValueOf<"单位性质">[];
}

/** What an amount or a count is counted in; undefined of facts in words. */
export function unitOfFact({
  kind,
  unit,
}: Pick<WrittenFact | WrittenField, "kind" | "unit">): Unit | undefined {
  if (kind === "amount") return "元";
  return kind === "count" ? (unit ?? "个") : undefined;
}

/** 口径: a named query of the ledger. */
export type Measure = SumMeasure | CountMeasure | TotalMeasure | ConstantMeasure;

/** Figures that rules know, whatever a format calls them: a measure says which of them it is. */
export const STATUTORY_FIGURES = [
  ...["收入总计", "收入合计", "上年结转结余"],
  ...["支出总计", "支出合计", "年终结转结余"],
  ...["基本支出", "项目支出", "人员经费", "公用经费"],
  ...["一般公共预算支出", "一般公共预算的基本支出", "一般公共预算的项目支出"],
  ...["一般公共预算财政拨款支出", "财政拨款基本支出", "财政拨款人员经费", "财政拨款公用经费"],
  ...["三公经费", "因公出国境费", "公务接待费"],
  ...["公务用车购置及运行费", "公务用车购置费", "公务用车运行维护费"],
  "机关运行经费",
  ...["政府采购预算", "政府采购货物预算", "政府采购工程预算", "政府采购服务预算", "面向中小企业预留"],
  ...["绩效评价项目支出", "重点项目支出", "大额项目支出"],
  ...["车辆", "机要通信用车", "应急保障用车", "执法执勤用车"],
  ...["以前种类的车辆", "特种专业技术用车", "其他用车"],
] as const;
export type StatutoryFigure = (typeof STATUTORY_FIGURES)[number];

interface Named {
  readonly name: string;
  readonly statutory?: StatutoryFigure;
  /** what it is called in print, where that is not its name */
  readonly label?: Written;
  /** what it means, in the officer's words */
  readonly says: string;
  /** where the pack defines it */
  place(): Place;
}

/** Of the lines of an account that meet a condition. */
interface OfLines extends Named {
  readonly unit: Unit;
  readonly account: Account;
  readonly where: Where;
  /** only lines of projects whose expenditure comes to at least this measure */
  readonly projectsFrom?: string;
}

/** The sum of those lines. */
export interface SumMeasure extends OfLines {
  readonly kind: "sum";
  /** of an item of a list, which of its values it is, so that what it is compared with can be of the same */
  readonly item?: Where;
}

/** How many values of a dimension those lines have. */
export interface CountMeasure extends OfLines {
  readonly kind: "count";
  readonly of: Dimension;
}

export interface TotalMeasure extends Named {
  readonly kind: "total";
  readonly of: readonly string[];
}

/** An amount that the format itself sets, such as a threshold. */
export interface ConstantMeasure extends Named {
  readonly kind: "constant";
  /** 元 */
  readonly value: Quantity;
}

interface TableFrame extends Listed {
  /** what stands above its title, where the format numbers its tables */
  readonly number?: Written;
  readonly title: Written;
  readonly orientation: Orientation;
  /** replaces the pack's 单位：万元 at the right above the table */
  readonly right?: Written;
  /** how its amounts are printed, where that is not as in the pack's other tables */
  readonly money?: WrittenMoney;
  readonly notes?: readonly Written[];
  /** what of its rows and columns looks otherwise than in the format's other tables */
  readonly looks?: Partial<TableLooks>;
  /** printed instead of nothing when the table has no figure */
  readonly emptyNote?: Written;
  /** whether it is left out when it has no figure */
  readonly onlyWithFigures?: "true";
}

/** How amounts are printed, as the pack's files say it: what is not said is as elsewhere. */
export interface WrittenMoney {
  readonly unit?: MoneyUnit;
  readonly decimals?: string;
  readonly separators?: "true" | "false";
}

/** What is written, and of what is not, what else holds. */
export function moneyStyle(written: WrittenMoney | undefined, otherwise: MoneyStyle): MoneyStyle {
  const { unit, decimals, separators } = written ?? {};
  return {
    unit: unit ?? otherwise.unit,
    decimals: decimals === undefined ? otherwise.decimals : Number(decimals),
    separators: separators === undefined ? otherwise.separators : separators === "true",
  };
}

export type TableSpec = BalanceSpec | PivotSpec | TargetsSpec | ListSpec | FormSpec;

/** The accounts that a table shows lines of. */
export function accountsOf(spec: TableSpec | TableFile): readonly Account[] {
  switch (spec.layout) {
    case "balance":
      return spec.sides.flatMap(({ account, rows, totals }) => [
        account,
        ...[...rows, ...totals].flatMap((row) => row.account ?? []),
      ]);
    case "pivot":
      return [spec.account];
    case "targets":
      return ["支出"];
    case "list":
      return [COLLECTIONS[spec.of as Collection]?.account ?? "版式事项"];
    case "form":
      return [spec.account ?? "支出"];
  }
}

/** Whether all that a list shows in figures is counted, and not in money. */
export function countsOnly(
  spec: TableSpec | TableFile,
  facts: readonly WrittenFact[] | readonly AskedFact[],
): boolean {
  if (spec.layout !== "list") return false;
  const items = facts.flatMap((fact) => (fact.name === spec.of ? (fact.items ?? []) : []));
  const shown = fieldsIn(spec.columns);
  const kinds = items.filter(({ name }) => shown.includes(name)).map(({ kind }) => kind);
  return kinds.length > 0 && !kinds.includes("amount");
}

/** The fields that columns show as figures. */
function fieldsIn(columns: readonly (ColumnSpec | InFile<ColumnSpec>)[]): readonly string[] {
  return columns.flatMap(({ fact = [], children = [] }) => [...[fact].flat(), ...fieldsIn(children)]);
}

/** Two lists beside each other, their totals on the same rows. */
export interface BalanceSpec extends TableFrame {
  readonly layout: "balance";
  readonly sides: readonly BalanceSide[];
}

export interface BalanceSide {
  readonly header: Written;
  readonly account: Account;
  /** the first column is the rows' label, the others are figures */
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly BalanceRow[];
  /** at the foot, level with the other side's */
  readonly totals: readonly BalanceRow[];
}

export interface BalanceRow {
  readonly label: Written;
  readonly where?: Where;
  /** a row for every code of the dimension; `label` is a template of 序号, 代码 and 名称 */
  readonly each?: Dimension;
  /** names that this table prints instead of the code list's */
  readonly names?: Readonly<Record<string, Written>>;
  /** the account, where it is not the side's; several are added */
  readonly account?: Account | readonly Account[];
  /** whether it is left out when it has no figure; rows of codes are numbered as they come then */
  readonly onlyWithFigures?: "true";
  /** "within" rows repeat a part of another; "total" rows sum up parts, "grand" rows totals */
  readonly role?: Role;
}

/** Rows by classification, columns by condition. */
export interface PivotSpec extends TableFrame {
  readonly layout: "pivot";
  readonly account: Account;
  readonly where?: Where;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly PivotRow[];
}

export interface PivotRow extends RowsOfUnit {
  /** rows below each unit's, of its lines; only where `by` is 单位 alone */
  readonly rows?: readonly RowsOfUnit[];
}

export interface RowsOfUnit {
  /** words for the columns that show text, by what the column shows */
  readonly text?: Readonly<Record<string, Written>>;
  /** a row for every combination of values that the lines have */
  readonly by?: readonly Dimension[];
  /** a row more for every value of these, from the coarsest, that sums up the rows of its lines */
  readonly levels?: readonly Dimension[];
  /** whether those stand below what they sum up */
  readonly levelsLast?: "true";
  /** also the codes that the data wants listed without an amount */
  readonly listed?: "true";
}

/** Projects with their performance targets beside each other. */
export interface TargetsSpec extends TableFrame {
  readonly layout: "targets";
  readonly columns: readonly ColumnSpec[];
  /** words for the unit's own row */
  readonly unitRow: Readonly<Record<string, Written>>;
}

/** What every format has several of: the account, which of its lines, and the dimension that tells them apart. */
export const COLLECTIONS = {
  项目: { account: "支出", dimension: "项目", where: { 支出性质: "项目支出" } },
  专项转移支付: { account: "专项转移支付", dimension: "项目", where: {} },
  政府采购: { account: "政府采购", dimension: "采购类型", where: {} },
  国有资产: { account: "国有资产", dimension: "资产类型", where: {} },
} as const satisfies Readonly<
  Record<string, { readonly account: Account; readonly dimension: Dimension; readonly where: Where }>
>;
export type Collection = keyof typeof COLLECTIONS;

/** A row for each entry of a list: of one that the format asks, or of what every format has several of. */
export interface ListSpec extends TableFrame {
  readonly layout: "list";
  readonly of: string;
  readonly columns: readonly ColumnSpec[];
  /** fields of the entries, from the coarsest: above those that are alike in it stands a row that sums them up */
  readonly groups?: readonly string[];
  /** words for the row above all that sums them up */
  readonly totalRow?: Readonly<Record<string, Written>>;
}

/** Labels and what is said beside them in a grid whose rows divide it as they like; the whole, or one for each project. */
export interface FormSpec extends TableFrame {
  readonly layout: "form";
  readonly of?: "单位" | "项目";
  /** how many columns the grid has */
  readonly columns: string;
  readonly account?: Account;
  readonly rows: readonly FormRow[];
}

/** A row of cells; one for each of several, where it says of what. */
export interface FormLine {
  readonly cells: readonly FormCell[];
  readonly each?: string;
}

/** The same; or rows beside a label that goes over all of them. */
export interface FormRow extends Partial<FormLine> {
  readonly side?: Written;
  /** how many columns of the grid the label takes */
  readonly columns?: string;
  readonly rows?: readonly FormLine[];
}

export interface FormCell {
  /** how many columns of the grid it takes */
  readonly columns?: string;
  readonly align?: Align;
  readonly label?: Written;
  /** the name of what is shown in words */
  readonly text?: string;
  /** the figure of a measure, of lines, or of a fact */
  readonly measure?: string;
  readonly where?: Where;
  readonly fact?: string;
  /** whether those below each other that say the same are one */
  readonly merge?: "true";
}

/** A leaf shows text, a figure or an indicator; a node with children shows only its header. */
export interface ColumnSpec extends Conditional {
  readonly header: Written;
  readonly children?: readonly ColumnSpec[];
  readonly align?: Align;
  /** what of a row's value is shown: 功能科目.类, 经济科目.名称, 项目.编码, … */
  readonly text?: string;
  readonly where?: Where;
  /** which figure of those lines is shown, where it is not this year's */
  readonly shows?: ComparedFigure;
  /** the fact that a change is held against, where that is not last year's figure */
  readonly against?: string;
  /** the amount or count among the format's own facts that is shown of what the row is about; in a list, fields added up */
  readonly fact?: string | readonly string[];
  /** the kind of indicator and the field of it that is shown: 成本指标.三级指标 */
  readonly target?: string;
  /** "total" columns sum up the others of their group, "within" columns repeat a part of one */
  readonly role?: Role;
}

export interface Term {
  readonly term: Written;
  readonly says: Written;
  /** the words that count as a use of it, where they are not the term itself */
  readonly usedAs?: readonly string[];
}

/** A table's and a term's file as they are written. */
export type TableFile = InFile<TableSpec>;
export type TermFile = InFile<Term>;

/** What a pack's file holds of a value before it is decoded: texts without their places, numbers as they are written. */
export type InFile<T> = T extends number | Written
  ? string
  : T extends string | boolean | undefined
    ? T
    : { readonly [K in keyof T]: InFile<T[K]> };
