import type { MoneyStyle } from "../figure.js";
import type { FormName } from "../form.js";
import type {
  ChartForm,
  ListedKind,
  Orientation,
  ReportStyle,
  Role,
  RoleLook,
  RoleLooks,
  TableLooks,
} from "../report.js";
import type { Source, TextSource, Written } from "../source.js";
import type { AskedFact } from "./asked-fact.js";
import type { Measure, StatutoryFigure } from "./measure.js";
import type { TableSpec } from "./table-spec.js";
import type { Conditional, InFile, Listed } from "./written-pack.js";

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

interface PackNarrative extends NumberedPart {
  readonly kind: "narrative";
  readonly files: readonly string[];
  readonly charts?: readonly PackChart[];
  /** whether it is left out when its files print nothing */
  readonly onlyWithText?: "true";
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

export interface Term {
  readonly term: Written;
  readonly says: Written;
  /** the words that count as a use of it, where they are not the term itself */
  readonly usedAs?: readonly string[];
}

export type TermFile = InFile<Term>;
