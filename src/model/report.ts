import type { Figure } from "./ledger.js";
import type { Origin, Wording } from "./wording.js";

/** The document to be printed: words and figures in order, nothing measured, nothing formatted. */
export interface Report {
  readonly title: Wording;
  /** the unit's name */
  readonly author: string;
  readonly unitCode: string;
  readonly year: number;
  readonly subject: string;
  /** the date in the file's metadata, so that the same data gives the same bytes */
  readonly date: Date;
  readonly style: ReportStyle;
  readonly parts: readonly Part[];
}

/** Pages of one orientation that begin on a new page. Page numbers run on from the first numbered part. */
export interface Part {
  readonly orientation: Orientation;
  readonly numbered: boolean;
  readonly blocks: readonly Block[];
}

export type Orientation = "portrait" | "landscape";
export type Block = Cover | Contents | Heading | Paragraph | Signature | Table;

/** The lines of the title page, centred. */
export interface Cover {
  readonly kind: "cover";
  readonly lines: readonly Wording[];
}

/** The table of contents: every heading of level part and section, and every table, with its page. */
export interface Contents {
  readonly kind: "contents";
  readonly title: Wording;
}

/** part: 第一部分 and its name, centred; annex: 附件, at the left; section: 一、; subsection: （一）. */
export type HeadingLevel = "part" | "annex" | "section" | "subsection";

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
  /** the numbers of the tables that it speaks of, where the format says it */
  readonly explains?: readonly string[];
}

/** Who signs and when, at the right below the last paragraph. */
export interface Signature {
  readonly kind: "signature";
  readonly name: Wording;
  readonly date: Wording;
}

/**
 * A stretch of a paragraph. A figure is printed with its unit behind it and is never broken or parted from it; it counts as
 * one character of what was written, which is the tag that it stands for.
 */
export type Run =
  | (Wording & { readonly kind: "text" })
  | { readonly kind: "figure"; readonly figure: Figure; readonly origins: readonly Origin[] };

/** What of a report can be pointed at. */
export type Element = Block | Run | Cell | Column;

/** Part of the text of a run or of a block's own words, from one UTF-16 unit to before another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Table {
  readonly kind: "table";
  /** 预算01表 */
  readonly number: Wording;
  readonly title: Wording;
  /** above the table: 单位名称 at the left, 单位：万元 at the right */
  readonly left: Wording;
  readonly right: Wording;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** below the table */
  readonly notes: readonly Paragraph[];
  /** its totals, so that the printed numbers can be held against each other */
  readonly sums?: readonly Sum[];
}

/** A total of a table and those of its cells that add up to it. */
export interface Sum {
  /** the column's or row's name */
  readonly where: string;
  readonly total: Cell;
  readonly parts: readonly Cell[];
}

export type Align = "left" | "center" | "right";

/** A node of the header tree. A column without children is a leaf, one grid column. */
export interface Column {
  readonly header: Wording;
  readonly align: Align;
  readonly children: readonly Column[];
}

/** A row has one cell for each leaf column. */
export interface Row {
  readonly cells: readonly Cell[];
  /** the codes that its cells print, put together where they stand in several */
  readonly codes?: RowCodes;
}

/** What codes there are, by what they are codes of. */
export const CODE_KINDS = ["预算单位", "功能科目", "部门经济科目", "政府经济科目", "项目"] as const;
export type CodeKind = (typeof CODE_KINDS)[number];
export type RowCodes = Readonly<Partial<Record<CodeKind, string>>>;

/** `covered` cells belong to the cell above them that spans `rows` rows. */
export type Cell =
  | (Wording & { readonly kind: "text"; readonly rows: number })
  | { readonly kind: "figure"; readonly figure: Figure; readonly rows: number }
  | { readonly kind: "empty"; readonly rows: number }
  | { readonly kind: "covered" };

/** Fonts by the role that GB/T 9704 gives them. */
export type FontRole = "仿宋" | "黑体" | "楷体" | "宋体" | "小标宋";

/** Millimetres from the edge of the page to the text block. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Type of one kind of line: sizes and pitches in pt. */
export interface TextStyle {
  readonly font: FontRole;
  readonly size: number;
  readonly pitch: number;
}

export interface ReportStyle {
  readonly margins: Readonly<Record<Orientation, Margins>>;
  readonly cover: TextStyle;
  readonly contentsTitle: TextStyle;
  readonly contents: TextStyle;
  readonly headings: Readonly<Record<HeadingLevel, TextStyle>>;
  /** `charactersPerLine` sets the pitch of characters, as GB/T 9704 asks for 28 */
  readonly body: TextStyle & { readonly charactersPerLine: number };
  readonly pageNumber: TextStyle;
  readonly tableNumber: TextStyle;
  readonly tableTitle: TextStyle;
  /** cells, heads and notes; `smallest` is how far the type may shrink so that no number breaks */
  readonly table: TextStyle & { readonly smallest: number };
}
