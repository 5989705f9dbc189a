import { createHash } from "node:crypto";
import type { FormName } from "./form.js";

/** What a PDF was made from, so that it can be told from any other and made again. */
export interface BuildRecord {
  readonly title: string;
  readonly unit: string;
  readonly year: number;
  readonly pack: string;
  readonly pdf: PdfRecord;
  /** the forms that were made with it; records of before there were any have none */
  readonly forms?: readonly FormRecord[];
  readonly program: ProgramRecord;
  /** the officer's files and the pack's, whole; of the code lists the rows that were used */
  readonly inputs: readonly InputRecord[];
}

/** A file that came of a build. */
export interface FileRecord {
  /** without its folder */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface PdfRecord extends FileRecord {
  readonly pages: number;
}

export interface FormRecord extends FileRecord {
  readonly form: FormName;
}

export interface ProgramRecord {
  readonly version: string;
  /** the hash of its sources; records of early versions have none */
  readonly source?: string;
  /** hashes of the font files, by file name */
  readonly fonts: Readonly<Record<string, string>>;
}

export interface InputRecord {
  /** relative to the project or to the program, with forward slashes */
  readonly file: string;
  readonly sha256: string;
  readonly text: string;
  /** of a code list the hash of all of it, where the text has only the rows that are used */
  readonly whole?: string;
}

/** A text that went into a disclosure, as its record is to hold it. */
export type RecordedText = Pick<InputRecord, "file" | "text" | "whole">;

/** A file that goes with a publication, inside of it. */
export interface Attachment {
  /** in ASCII */
  readonly name: string;
  readonly mediaType: string;
  /** what it is, in one line */
  readonly says: string;
  readonly content: Uint8Array;
}

/** The SHA-256 of a text in UTF-8 or of bytes, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** As much of a hash as tells the builds of one disclosure apart. */
const TELLING = 12;

/** The name of a record: whose disclosure it is of, and what tells it from earlier ones. */
export function recordFile({ unit, year, pdf }: Pick<BuildRecord, "unit" | "year" | "pdf">): string {
  return `${unit}-${year}.${pdf.sha256.slice(0, TELLING)}.json`;
}

/** All files that came of a build, the PDF first. */
export function filesMade({ pdf, forms = [] }: BuildRecord): readonly (PdfRecord | FormRecord)[] {
  return [pdf, ...forms];
}
