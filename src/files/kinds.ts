import { attempted } from "../diagnostic/refusal.js";
import { FORM_NAMES, type FormName } from "../model/form.js";

const PDF_HEADER = "%PDF-";
/** Readers accept a header within so many bytes. */
const HEADER_WITHIN = 1024;

/** Whether a file begins as a PDF does, whatever its name is. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, HEADER_WITHIN)).includes(PDF_HEADER);
}

/** What a file of a publication can be. */
export type PublishedKind = FormName | "pdf";

/** By what each form begins with, and what it holds somewhere. */
const FORMS: Readonly<Record<FormName, { readonly begins: string; readonly holds: string }>> = {
  html: { begins: "<!DOCTYPE html>", holds: "" },
  xlsx: { begins: "PK\u0003\u0004", holds: "xl/workbook.xml" },
  docx: { begins: "PK\u0003\u0004", holds: "word/document.xml" },
};

/** Which form of a report a file looks like; undefined where it looks like none. */
export function publishedKind(bytes: Uint8Array): PublishedKind | undefined {
  if (isPdf(bytes)) return "pdf";
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return FORM_NAMES.find((form) => {
    const { begins, holds } = FORMS[form];
    return text.subarray(0, begins.length).toString("latin1") === begins && text.includes(holds);
  });
}

/** What makes a PDF of most files. */
export const SAVE = "在打开它的程序里“另存为”或“导出为”PDF，再核对";

/** A kind of file that is neither a PDF nor a text, and how to have it audited all the same. */
interface ForeignKind {
  readonly name: string;
  readonly remedy: string;
}

const PICTURE: ForeignKind = { name: "是图片", remedy: "图里的字读不出来；找来原来的 PDF，再核对" };

/** What officers have beside PDFs, by the bytes that it begins with. */
const KINDS: readonly (readonly [begins: readonly number[], kind: ForeignKind])[] = [
  [[0x50, 0x4b, 0x03, 0x04], { name: "像是 Word、Excel、OFD 文件或压缩包", remedy: SAVE }],
  [[0xd0, 0xcf, 0x11, 0xe0], { name: "像是旧的 Word 或 Excel 文件", remedy: SAVE }],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], { name: "像是写字板的 RTF 文件", remedy: SAVE }],
  [[0xff, 0xd8, 0xff], PICTURE],
  [[0x89, 0x50, 0x4e, 0x47], PICTURE],
];

/** Whether it begins as workbooks do, of the formats of 2007 and of 1997; other files of Office do so, too. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return KINDS.slice(0, 2).some(([begins]) => begins.every((byte, index) => bytes[index] === byte));
}

/** What a packed or an old file of Office is that is neither a workbook nor a Word document of today, and what to do. */
export function unfitForImport(
  file: string,
  bytes: Uint8Array,
): readonly [name: string, remedy: string] | undefined {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPacked = held[0] === KINDS[0]?.[0][0];
  const holds = (name: string): boolean => held.includes(isPacked ? name : Buffer.from(name, "utf16le"));
  const isCalledTable = /\.(?:xls[xmb]|docx)$/i.test(file);
  if (
    isPacked &&
    !isCalledTable &&
    !holds("xl/workbook.") &&
    !holds("word/document.xml") &&
    !holds("content.xml")
  )
    return ["像是 OFD 文件或压缩包，不是表格", "压缩包要先解压；OFD 在打开它的程序里另存为 PDF，再导入"];
  const isOldWord = !isPacked && holds("WordDocument");
  return isOldWord ? ["是旧的 Word 文件", "用 Word 或 WPS 打开，另存为 .docx，再导入"] : undefined;
}

export function foreignKind(bytes: Uint8Array): ForeignKind | undefined {
  return KINDS.find(([begins]) => begins.every((byte, index) => bytes[index] === byte))?.[1];
}

/** The text in one of the encodings that texts in Chinese have; undefined where it is no text. */
export function textIn(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return decoded(bytes, "utf-16be");
  return decoded(bytes, "utf-8") ?? decoded(bytes, "gb18030");
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  const text = attempted(() => new TextDecoder(encoding, { fatal: true }).decode(bytes));
  return text?.includes("\0") ? undefined : text;
}
