import type { Unit } from "../money/money.js";
import type { TargetKind } from "./budget.js";
import type { Account, Dimension, Figure, Where } from "./ledger.js";
import type { Origin, Wording } from "./wording.js";

/** The document to be printed: words and figures in order, nothing measured, nothing formatted. */
export interface Report {
  readonly title: Wording;
  /** the unit's name */
  readonly author: string;
  readonly unitCode: string;
  readonly year: number;
  readonly subject: string;
  /** the date in the file's metadata, so that the same data gives the same bytes; and when it was corrected */
  readonly date: Date;
  readonly modified?: Date;
  readonly style: ReportStyle;
  readonly parts: readonly Part[];
  /** what it comes to, for forms that say that first; a letter has none */
  readonly brief?: Brief;
}

/** The main figures of a year, and what the measures that are printed mean. */
export interface Brief {
  /** those that everybody asks for */
  readonly main: readonly BriefFigure[];
  /** all of which last year's is known, to be printed beside each other */
  readonly years: readonly BriefFigure[];
  /** by the names of measures, in the format's words */
  readonly meanings: ReadonlyMap<string, string>;
}

/** A figure beside last year's, where that is known, as both are printed. */
export interface BriefFigure {
  readonly name: string;
  readonly now: Figure;
  readonly before?: Figure;
  /** the difference of what is printed */
  readonly change?: Figure;
}

/** Pages of one orientation that begin on a new page. Page numbers run on from the first numbered part. */
export interface Part {
  readonly orientation: Orientation;
  readonly numbered: boolean;
  /** what the contents call it, where that is not its title */
  readonly listed?: Wording;
  readonly blocks: readonly Block[];
}

export type Orientation = "portrait" | "landscape";
export type Block = Cover | Contents | Heading | Paragraph | Signature | Table | Chart;

/** The lines of the title page, centred. */
export interface Cover {
  readonly kind: "cover";
  readonly lines: readonly Wording[];
  /** of a corrected document, that it is; no part of what is corrected */
  readonly edition?: readonly Wording[];
  /** at the foot: when it was published, and corrected */
  readonly dates?: readonly Wording[];
}

/** The table of contents: every heading of level part and section, and every table, with its page. */
export interface Contents {
  readonly kind: "contents";
  readonly title: Wording;
  /** what alone it lists, where that is not all of these */
  readonly lists?: readonly ListedKind[];
}

export const LISTED_KINDS = ["parts", "sections", "tables"] as const;
export type ListedKind = (typeof LISTED_KINDS)[number];

/** part: 第一部分 and its name, centred; annex: 附件, at the left; section: 一、; subsection: （一）. */
export type HeadingLevel = "part" | "annex" | "section" | "subsection";
/** How deep they are within each other. */
export const HEADING_DEPTHS = { part: 0, annex: 0, section: 1, subsection: 2 } as const satisfies Readonly<
  Record<HeadingLevel, number>
>;

export interface Heading {
  readonly kind: "heading";
  readonly level: HeadingLevel;
  /** one line each; only a part has more than one */
  readonly lines: readonly Wording[];
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly runs: readonly Run[];
  /** with an empty line above it */
  readonly apart?: true;
  /** the names of the tables that it speaks of, where the format says it */
  readonly explains?: readonly string[];
}

/** Who signs and when, at the right below the last paragraph. */
export interface Signature {
  readonly kind: "signature";
  readonly name: Wording;
  readonly date: Wording;
}

export const CHART_FORMS = ["bar", "line"] as const;
export type ChartForm = (typeof CHART_FORMS)[number];

/** A picture of figures, each of a measure of its own, in their order. */
export interface Chart {
  readonly kind: "chart";
  readonly form: ChartForm;
  readonly title: Wording;
  readonly points: readonly ChartPoint[];
  /** what it shows, in words made of its figures: for who does not see it */
  readonly says: string;
}

export interface ChartPoint {
  readonly kind: "point";
  readonly name: Wording;
  readonly figure: Figure;
}

/**
 * A stretch of a paragraph. A figure is printed with its unit behind it and is never broken or parted from it; it counts as
 * one character of what was written, which is the tag that it stands for.
 */
export type Run =
  | (Wording & { readonly kind: "text" })
  | { readonly kind: "figure"; readonly figure: Figure; readonly origins: readonly Origin[] };

/** What of a report can be pointed at. */
export type Element = Block | Run | Cell | Column | ChartPoint;

/** Part of the text of a run or of a block's own words, from one UTF-16 unit to before another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What of a report is set off, each whole or in stretches of its text. */
export type Marked = ReadonlyMap<Element, Extent>;
export type Extent = readonly Stretch[] | "whole";

/** Numbers beside something of a report: where it begins or, beside a mark for what is not there, behind or below it. */
export interface Callout {
  readonly numbers: string;
  readonly at: "start" | "end" | "below";
  readonly element: Element;
  /** of texts */
  readonly stretch?: Stretch;
}

export interface Table {
  readonly kind: "table";
  /** 预算01表; empty where the format numbers none */
  readonly number: Wording;
  readonly title: Wording;
  /** what the contents call it, where that is not its number and title */
  readonly listed?: Wording;
  /** above the table: 单位名称 at the left, 单位：万元 at the right */
  readonly left: Wording;
  readonly right: Wording;
  /** what its figures are counted in, if it has any */
  readonly unit?: Unit;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** by the roles of its rows and columns; of what is not about budgets all looks alike */
  readonly looks?: TableLooks;
  /** below the table */
  readonly notes: readonly Paragraph[];
  /** whether it says something in words alone, so that it is not empty without a figure */
  readonly saysWords?: true;
  /** its totals, so that the printed numbers can be held against each other */
  readonly sums?: readonly Sum[];
}

/** A total of a table and those of its cells that add up to it. */
export interface Sum {
  /** the column's or row's name, and which of them it is */
  readonly where: string;
  readonly named: "栏" | "行";
  readonly total: Cell;
  readonly parts: readonly Cell[];
}

export type Align = "left" | "center" | "right";

/** A node of the header tree: a leaf is one grid column, a group stands over others. */
export type Column = LeafColumn | { readonly header: Wording; readonly children: readonly Column[] };

export interface LeafColumn {
  readonly header: Wording;
  readonly children?: undefined;
  /** only how it looks */
  readonly align: Align;
  readonly shows: ColumnContent;
  /** which of the sides beside each other it is in, from 0: a balance has two, other tables one */
  readonly side: number;
}

export type ColumnContent =
  /** the words that a side of a balance calls its rows by */
  | { readonly kind: "label" }
  | { readonly kind: "name"; readonly of: Dimension }
  /** a whole code, or one level of it in a column of its own */
  | { readonly kind: "code"; readonly of: CodeKind; readonly level?: CodeLevel }
  /** sums of the lines that meet the condition besides the row's */
  | { readonly kind: "figure"; readonly where: Where; readonly role: Role; readonly of?: ComparedFigure }
  | { readonly kind: "indicator"; readonly of: TargetKind; readonly field: TargetField }
  /** of lists about a document: which entry it is, and on which page what it says stands */
  | { readonly kind: "ordinal" | "page" }
  | { readonly kind: "text" };

/** What a column may show of lines instead of what they come to this year: last year's, or how that changed. */
export const COMPARED_FIGURES = ["上年", "增减额", "增减率"] as const;
export type ComparedFigure = (typeof COMPARED_FIGURES)[number];

export const CODE_LEVELS = ["类", "款", "项"] as const;
export type CodeLevel = (typeof CODE_LEVELS)[number];
export const TARGET_FIELDS = ["三级指标", "指标值"] as const;
export type TargetField = (typeof TARGET_FIELDS)[number];

/** What of its list something is: "within" repeats a part of a part, "total" sums up parts, "grand" totals. */
export type Role = "part" | "within" | "total" | "grand";

/** A row has one cell for each leaf column. */
export interface Row {
  readonly cells: readonly Cell[];
  /** what it is about, on each side; of what is not about budgets nothing is known */
  readonly subjects: readonly RowSubject[];
  /** the codes that its cells print, put together where they stand in several */
  readonly codes?: RowCodes;
}

/** What a row is about: its own lines, by the condition that they meet. An empty one is there for the eye only. */
export interface RowSubject {
  readonly role: Role | "empty";
  readonly where: Where;
  /** of a balance */
  readonly accounts?: readonly Account[];
}

/** What codes there are, by what they are codes of. */
export const CODE_KINDS = ["预算单位", "功能科目", "部门经济科目", "政府经济科目", "项目"] as const;
export type CodeKind = (typeof CODE_KINDS)[number];
export type RowCodes = Readonly<Partial<Record<CodeKind, string>>>;

/** `covered` cells belong to the cell above them, or at their left, that spans `rows` rows and `columns` columns. */
export type Cell =
  | (Wording &
      Spanning & {
        readonly kind: "text" /** of a form: what stands beside it is about it */;
        readonly isLabel?: true;
      })
  | (Spanning & { readonly kind: "figure"; readonly figure: Figure })
  /** `nothing` is the amount, of exactly nothing, that would stand there */
  | (Spanning & { readonly kind: "empty"; readonly nothing?: Figure })
  | { readonly kind: "covered" };

interface Spanning {
  readonly rows: number;
  /** one, where it is not said */
  readonly columns?: number;
  /** as its column, where it is not said */
  readonly align?: Align;
}

/** Fonts by the role that GB/T 9704 gives them. */
export type FontRole = "仿宋" | "黑体" | "楷体" | "宋体" | "小标宋";

/** How what has a role looks, where that is not as everything else in its table. */
export interface RoleLook {
  readonly font?: FontRole;
  /** of words, or that they stand where their column has them, as figures do */
  readonly align?: Align | "column";
  /** of words at the left that name their row, in characters */
  readonly indent?: number;
}

export type RoleLooks = Readonly<Partial<Record<Role, RoleLook>>>;

/** How the rows and the columns of figures of a table look, by their roles. */
export interface TableLooks {
  readonly rows: RoleLooks;
  readonly columns: RoleLooks;
}

/** Millimetres from the edge of the page to the text block. */
export type Margins = Readonly<Record<"top" | "right" | "bottom" | "left", number>>;

/** Type of one kind of line: sizes and pitches in pt. */
export interface TextStyle {
  readonly font: FontRole;
  readonly size: number;
  readonly pitch: number;
}

export interface ReportStyle {
  readonly margins: Readonly<Record<Orientation, Margins>>;
  readonly cover: TextStyle;
  /** as the body is, where an old format does not say it */
  readonly coverDates?: TextStyle;
  readonly contentsTitle: TextStyle;
  readonly contents: TextStyle;
  readonly headings: Readonly<Record<HeadingLevel, TextStyle>>;
  /** `charactersPerLine` sets the pitch of characters, as GB/T 9704 asks for 28 */
  readonly body: TextStyle & { readonly charactersPerLine: number };
  readonly pageNumber: TextStyle;
  readonly tableNumber: TextStyle;
  readonly tableTitle: TextStyle;
  /** cells, heads and notes; how far the type of a table may shrink, and grow where there is room */
  readonly table: TextStyle & { readonly smallest: number; readonly largest?: number };
}
