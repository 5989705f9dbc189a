import type { Severity } from "../diagnostic/diagnostic.js";

export { FORM_NAMES, FORM_WORDS, type FormName } from "../model/form.js";

// What the server's two sides say to each other and to the page. All of it is plain data, and no name in it leads out of
// the officer's folder.

/** Which disclosure is looked at. */
export interface Chosen {
  readonly unit: string;
  readonly year: number;
}

/** A unit of the folder by its code, with its name as far as its newest file says it, and the years that there are, newest first. */
export interface ListedUnit {
  readonly unit: string;
  readonly name: string;
  readonly years: readonly number[];
}

/** What stands in the folder. */
export interface Overview {
  readonly units: readonly ListedUnit[];
}

/** A stretch of a line of a file, in lines and columns from 1. */
export interface FileSpot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** of a file that was dropped: on its pages lines are not numbered for those who look at it */
  readonly page?: number;
}

/** Something on a page, by the page's index from 0 and the element's id on it. */
export interface PageSpot {
  readonly page: number;
  readonly id: string;
}

/** What was clicked on a page, by its hash; of words which of them, from 0. */
export interface ClickedSpot extends PageSpot {
  readonly hash: string;
  readonly at?: number;
}

/** One thing that is wrong, as the command line tells it, and where on the pages it is seen. */
export interface DeskFault {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly notes: readonly string[];
  readonly paste: readonly string[];
  /** where it is wrong; a file as a whole has its first line */
  readonly places: readonly FileSpot[];
  readonly isGap: boolean;
  readonly spots: readonly PageSpot[];
}

/** A part of the data, in the order in which it is filled in. */
export interface DataPart {
  readonly key: string;
  /** what it is, in the words of the schema */
  readonly says: string;
  /** where it stands, if it does */
  readonly line: number | undefined;
  readonly gaps: number;
  readonly errors: number;
  readonly warnings: number;
  readonly required: boolean;
}

/** A page as it is printed; without its drawing where the asker has it, by its hash. */
export interface DeskPage {
  readonly hash: string;
  /** in pt */
  readonly width: number;
  readonly height: number;
  /** the number printed on it */
  readonly number: number | undefined;
  readonly svg?: string;
}

/** An entry of the outline. */
export interface OutlineEntry {
  readonly title: string;
  readonly depth: number;
  readonly page: number;
}

/** A disclosure as it is now. */
export interface OpenedView extends Chosen {
  readonly file: string;
  readonly title: string;
  readonly faults: readonly DeskFault[];
  /** how many of what there are, and what was not checked because of them, in the words of the command line */
  readonly says: string;
  readonly unmade: string;
  readonly parts: readonly DataPart[];
  /** empty where the files say too little to print anything */
  readonly pages: readonly DeskPage[];
  readonly outline: readonly OutlineEntry[];
  /** every file that it is made from, the data first */
  readonly files: readonly string[];
  /** whether what was written in the data could not be saved, and is kept beside it */
  readonly hasUnsaved: boolean;
}

/** Where else something is printed. */
export interface PrintedAt extends PageSpot {
  /** the page as the reader calls it */
  readonly where: string;
  readonly text: string;
  readonly isShown: boolean;
}

/** An amount that the officer wrote. */
export interface TracedLine extends FileSpot {
  readonly label: string;
  readonly amount: string;
}

/** What is behind a figure. */
export interface TracedFigure {
  readonly kind: "figure";
  readonly text: string;
  /** what it is: the name of its measure, or where it stands in a table */
  readonly name: string;
  /** what the measure means, in the words of the format; and where the format says it */
  readonly says: string | undefined;
  readonly definedAt: FileSpot | undefined;
  /** what it asks the ledger for */
  readonly asks: readonly string[];
  /** how it was computed and rounded */
  readonly rounding: readonly string[];
  readonly lines: readonly TracedLine[];
  /** the figures that it was computed from */
  readonly of: readonly {
    readonly name: string;
    readonly text: string;
    readonly lines: readonly TracedLine[];
  }[];
  readonly elsewhere: readonly PrintedAt[];
  readonly lastYear: string;
  /** where the sentence or the table says it */
  readonly writtenAt: FileSpot | undefined;
}

/** Where words were written: in the data, or in the format. */
export interface TracedWords {
  readonly kind: "words";
  readonly text: string;
  readonly places: readonly (FileSpot & { readonly excerpt: string })[];
}

export type Traced = TracedFigure | TracedWords;

/** A file as it is on the disk. */
export interface FileText {
  readonly file: string;
  /** of a file that can be written in, its lines end in a line feed alone, whatever they end in on the disk */
  readonly text: string;
  readonly canBeWritten: boolean;
  /** what was written in it when the desk ended, and could not be saved */
  readonly unsaved?: Unsaved;
}

/** What was made of a file, and of which state of it. */
export interface Unsaved {
  readonly base: string;
  readonly text: string;
}

/** A stretch of a text, in UTF-16 units from 0, and what comes in its place. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** What has come of saving: the file holds the text; or it has been changed elsewhere, and nothing was written. */
export type Saved =
  | { readonly kind: "saved" }
  | {
      readonly kind: "changed";
      /** what the file holds now */
      readonly text: string;
      /** what of it is to be done to one's own text, and what would undo something there */
      readonly edits: readonly TextEdit[];
      readonly clashes: readonly TextEdit[];
    };

/** What can stand at a place of the data. */
export interface Completion {
  readonly label: string;
  /** what is written, where it is not the label */
  readonly apply: string;
  readonly says: string;
  readonly isRequired: boolean;
}

/** All that can stand at a place, and the stretch that it takes the place of. */
export interface Completions {
  readonly from: number;
  readonly to: number;
  readonly options: readonly Completion[];
}

/** One row of two years beside each other, in 万元. */
export interface YearsRow {
  readonly name: string;
  readonly now: string;
  readonly before: string | undefined;
  /** the share of the larger of all in the table, for the bars: from 0 to 1000 */
  readonly bars: readonly [now: number, before: number | undefined];
  readonly change: string;
}

export interface YearsTable {
  readonly title: string;
  readonly rows: readonly YearsRow[];
}

/** Two years of a unit side by side. */
export interface TwoYears {
  readonly year: number;
  readonly tables: readonly YearsTable[];
  /** what cannot be compared, and why */
  readonly remarks: readonly string[];
}

/** A question to the engine, and its answer. */
export interface Calls {
  readonly overview: readonly [asked: Record<string, never>, answer: Overview];
  readonly open: readonly [asked: Chosen & { readonly have: readonly string[] }, answer: OpenedView];
  readonly trace: readonly [asked: Chosen & ClickedSpot, answer: Traced];
  readonly text: readonly [asked: Chosen & { readonly file: string }, answer: FileText];
  readonly years: readonly [asked: Chosen, answer: TwoYears];
  readonly save: readonly [asked: Unsaved & { readonly file: string }, answer: Saved];
  readonly complete: readonly [
    asked: Chosen & { readonly text: string; readonly at: number },
    answer: Completions,
  ];
}

export const CALLS = [
  "overview",
  "open",
  "trace",
  "text",
  "years",
  "save",
  "complete",
] as const satisfies readonly (keyof Calls)[];
export type CallName = (typeof CALLS)[number];
export type AskedOf<Name extends CallName> = Calls[Name][0];
export type AnswerOf<Name extends CallName> = Calls[Name][1];

/** What the engine answers where it cannot do what it was asked. */
export interface Refused {
  readonly refused: string;
}

/** What the buttons do, each by a command of the command line. */
export const JOB_KINDS = ["check", "draft", "publish", "new-year", "correct", "audit", "verify"] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export function isJobKind(kind: string | undefined): kind is JobKind {
  return JOB_KINDS.some((each) => each === kind);
}

/** A file that is dropped may have as many bytes as one that is audited from the disk. */
export const LARGEST_FILE = 50 * 1024 * 1024;
export const TOO_LARGE = "文件超过 50 MB，太大了：用打印的办法另存一份 PDF，再核对";

/** How far a command is. */
export interface JobStep {
  readonly name: string;
  readonly subject: string;
  readonly state: "begun" | "done" | "failed";
}

/** What has come of a command. */
export interface JobResult {
  /** as the command line ends; undefined where it was stopped */
  readonly code: number | undefined;
  readonly says: string;
  readonly faults: readonly DeskFault[];
  readonly summary: string;
  /** what it has written for readers, relative to the folder */
  readonly written: readonly string[];
}

/** What the server tells every page that is open. */
export type DeskEvent =
  | { readonly kind: "hello"; readonly job: RunningJob | undefined }
  | { readonly kind: "changed" }
  | { readonly kind: "job"; readonly job: RunningJob };

/** A command that is running, or has run last. */
export interface RunningJob {
  readonly id: number;
  readonly kind: JobKind;
  /** as it would be typed */
  readonly line: string;
  readonly steps: readonly JobStep[];
  readonly result: JobResult | undefined;
}
