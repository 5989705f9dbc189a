import { lstatSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { type Diagnostic, unplaced } from "../diagnostic/diagnostic.js";
import { Refusal } from "../diagnostic/refusal.js";
import type { Given } from "../model/manuscript.js";
import { codeOf, namesIn, type Shelf, unreadable } from "./bytes.js";
import {
  foreignKind,
  isPdf,
  isWorkbook,
  type PublishedKind,
  publishedKind,
  SAVE,
  textIn,
  unfitForImport,
} from "./kinds.js";

/** A disclosure with pictures has some megabytes. */
const LARGEST = 50 * 1024 * 1024;
/** What officers look into such a file with. */
const READER = "阅读器";
/** A text of a disclosure has some hundred kilobytes. */
const LONGEST_TEXT = 2 * 1024 * 1024;

/**
 * Reads a file that lies anywhere, its name absolute or relative to `folder`, or in memory, and tells by its content what it is.
 * Throws a Refusal.
 */
export function readGiven(folder: Shelf, file: string): Given {
  const bytes = bytesOf(folder, file);
  if (isPdf(bytes)) return { kind: "pdf", file, bytes };
  const foreign = foreignKind(bytes);
  if (foreign) throw new Refusal([ofAnotherKind(file, `${foreign.name}，不是 PDF`, foreign.remedy)]);
  if (bytes.length > LONGEST_TEXT) throw new Refusal([tooLarge(file, bytes.length, LONGEST_TEXT)]);
  const text = textIn(bytes);
  if (text === undefined) throw new Refusal([ofAnotherKind(file, "不是 PDF，也不是文本", SAVE)]);
  if (text.trim() === "") throw new Refusal([empty(file)]);
  return { kind: "text", file, text };
}

/** A file of tables, and what else can be imported. */
export type GivenDocument =
  | Given
  | { readonly kind: "tables"; readonly file: string; readonly bytes: Uint8Array };

/** Reads a file that something is to be taken from, that lies anywhere, or in memory; throws a Refusal. */
export function readGivenDocument(folder: Shelf, file: string): GivenDocument {
  const bytes = bytesOf(folder, file);
  if (isWorkbook(bytes)) {
    const unfit = unfitForImport(file, bytes);
    if (unfit) throw new Refusal([notImported(file, ...unfit)]);
    return { kind: "tables", file, bytes };
  }
  const foreign = isPdf(bytes) ? undefined : foreignKind(bytes);
  if (foreign) throw new Refusal([notImported(file, foreign.name, foreign.remedy.replace("核对", "导入"))]);
  const text = isPdf(bytes) ? "" : textIn(bytes);
  if (text === undefined) throw new Refusal([notImported(file, "不是表格、文档，也不是文本", AS_TABLE)]);
  if (isPdf(bytes)) return { kind: "pdf", file, bytes };
  if (bytes.length > LARGEST_LIST) throw new Refusal([tooLarge(file, bytes.length, LARGEST_LIST)]);
  if (text.trim() === "") throw new Refusal([empty(file)]);
  return { kind: "text", file, text };
}

/** A list of ten thousand lines as the web page that systems call .xls has some megabytes. */
const LARGEST_LIST = 20 * 1024 * 1024;
const AS_TABLE = "在打开它的程序里另存为 .xlsx、.docx 或 PDF，再导入";

function notImported(file: string, name: string, remedy: string): Diagnostic {
  return unplaced("导入/读不出", `${file} ${name}`, `怎么改：${remedy}`);
}

/** The bytes of a PDF that lies anywhere; throws a Refusal when it cannot be read or is none. */
export function readGivenPdf(folder: Shelf, file: string): Uint8Array {
  const given = readGiven(folder, file);
  if (given.kind === "pdf") return given.bytes;
  throw new Refusal([ofAnotherKind(file, "不是 PDF", SAVE)]);
}

/** A file as it was published: which form of a report it is, by its content, and its bytes. */
export interface Published {
  readonly kind: PublishedKind;
  readonly bytes: Uint8Array;
}

/** The bytes of a PDF, or of another form of a report, that lies anywhere; throws a Refusal when it cannot be read or is none. */
export function readPublished(folder: Shelf, file: string): Published {
  const bytes = bytesOf(folder, file);
  const kind = publishedKind(bytes);
  if (kind) return { kind, bytes };
  return { kind: "pdf", bytes: readGivenPdf(folder, file) };
}

/** A workbook's bytes, or the text of a CSV in whatever encoding, that lies anywhere; throws a Refusal. */
export function readGivenTable(folder: Shelf, file: string): Uint8Array | string {
  const bytes = bytesOf(folder, file);
  if (isWorkbook(bytes)) return bytes;
  const text = isPdf(bytes) || foreignKind(bytes) ? undefined : textIn(bytes);
  if (text !== undefined && bytes.length > LONGEST_TEXT)
    throw new Refusal([tooLarge(file, bytes.length, LONGEST_TEXT)]);
  if (text !== undefined) return text;
  throw new Refusal([
    unplaced(
      "科目表/读不出",
      `${file} 不是表格`,
      "怎么改：在打开它的程序里另存为 .xlsx 或 .csv；PDF 和图片里的科目表读不出来，向财政部门要 Excel 的",
    ),
  ]);
}

/** The files that are named, and of folders those that documents may be in, by name. */
export function givenFiles(folder: Shelf, named: readonly string[]): readonly string[] {
  return named.flatMap((file) => {
    const inside =
      typeof folder === "string" ? (isAbsolute(file) ? namesIn(file, ".") : namesIn(folder, file)) : [];
    const documents = inside.filter((name) => /\.(?:pdf|docx|xlsx?|html?|txt)$/i.test(name));
    return inside.length === 0 ? [file] : documents.map((name) => `${file}/${name}`);
  });
}

function bytesOf(folder: Shelf, file: string): Uint8Array {
  if (typeof folder !== "string") {
    const bytes = folder.get(file);
    if (!bytes) throw new Refusal([missing(file)]);
    if (bytes.length > LARGEST) throw new Refusal([tooLarge(file, bytes.length, LARGEST)]);
    if (bytes.length === 0) throw new Refusal([empty(file)]);
    return bytes;
  }
  const path = isAbsolute(file) ? file : join(folder, file);
  try {
    if (!lstatSync(path, { throwIfNoEntry: false })) throw new Refusal([missing(file)]);
    const stat = statSync(path);
    // Reading a pipe waits for ever, and a device may never end.
    if (!stat.isFile())
      throw new Refusal([unreadable(file, stat.isDirectory() ? "EISDIR" : "ENODEV", READER)]);
    if (stat.size > LARGEST) throw new Refusal([tooLarge(file, stat.size, LARGEST)]);
    if (stat.size === 0) throw new Refusal([empty(file)]);
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal([unreadable(file, codeOf(error), READER)]);
  }
}

function missing(file: string): Diagnostic {
  return unplaced(
    "文件/找不到",
    `找不到文件 ${file}`,
    "怎么改：核对文件夹名和文件名；名字里有空格的，两头加上引号；也可以把文件拖进终端窗口，让它自己写出名字",
  );
}

function tooLarge(file: string, size: number, limit: number): Diagnostic {
  const megabytes = (bytes: number): string => String(Math.ceil(bytes / 1024 / 1024));
  return unplaced(
    "文件/过大",
    `${file} 有 ${megabytes(size)} MB，超过 ${megabytes(limit)} MB，太大了`,
    "怎么改：核对是不是选错了文件；图太大的，另存为较小的 PDF",
  );
}

function empty(file: string): Diagnostic {
  return unplaced("文件/空", `${file} 里没有内容`, "怎么改：核对是不是没有下载或复制完");
}

function ofAnotherKind(file: string, name: string, remedy: string): Diagnostic {
  return unplaced("审核/读不出", `${file} ${name}`, `怎么改：${remedy}`);
}
