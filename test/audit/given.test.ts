import { mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { extract } from "../../src/extract/extract.js";
import { readGiven } from "../../src/files/given.js";
import { chooseDataFiles } from "../../src/project/data-files.js";
import { renderPdf } from "../../src/render/pdf/pdf.js";
import { audit } from "../../src/work/audit/audit.js";
import { expectFile } from "../golden.js";
import { buildIn, PROGRAM, program } from "../project.js";
import { type Subject, setting, subject } from "./auditing.js";
import { inCell, inText } from "./changes.js";
import { lockedPdf, shapesPdf } from "./pdfs.js";

const MEGABYTE = 1024 * 1024;
const SEED = readFileSync(join(PROGRAM, "test/seed/published.txt"), "utf8");

const sample = await subject("sample");
const other = await subject("administrative");
const { fonts } = program;
const [data] = chooseDataFiles(sample.project, {});
if (!data) throw new Error("no data");
const own = await builtOf(sample);

const FRAME = "100 100 300 300 re S";
const locked = await lockedPdf("预算公开");
const foreign = await builtOf(other);

async function builtOf({ project }: Subject): Promise<Uint8Array> {
  const [data] = chooseDataFiles(project, {});
  if (!data) throw new Error("no data");
  const { file } = await buildIn(project, { data, output: "out" });
  return readFileSync(join(project, file));
}

/** Files that cannot be held against the data, each with what is said of it. */
const REFUSED: readonly (readonly [what: string, name: string, make: (path: string) => void])[] = [
  ["没有这个文件", "没有.pdf", () => {}],
  ["是文件夹", "文件夹", (path) => mkdirSync(path)],
  ["空文件", "空.pdf", (path) => writeFileSync(path, "")],
  ["空白的文本", "空白.txt", (path) => writeFileSync(path, " \n\n")],
  [
    "60 MB 的文件",
    "太大.pdf",
    (path) => {
      writeFileSync(path, "%PDF-1.7\n");
      truncateSync(path, 60 * MEGABYTE);
    },
  ],
  ["6 MB 的文本", "太长.txt", (path) => writeFileSync(path, "预算\n".repeat(MEGABYTE))],
  ["Word 文件", "公开.docx", (path) => writeFileSync(path, "PK\u0003\u0004……")],
  ["旧的 Excel 文件", "公开.xls", (path) => writeFileSync(path, Buffer.from("d0cf11e0a1b11ae1", "hex"))],
  ["图片", "公开.jpg", (path) => writeFileSync(path, Buffer.from("ffd8ffe000104a46", "hex"))],
  ["不是文本", "公开.bin", (path) => writeFileSync(path, Buffer.from([1, 0, 2, 0, 255, 254, 0]))],
  ["叫 PDF，里面不是", "改名.pdf", (path) => writeFileSync(path, "PK\u0003\u0004……")],
  ["没有下载完的 PDF", "半截.pdf", (path) => writeFileSync(path, own.subarray(0, own.length / 2))],
  ["只有开头像 PDF", "开头.pdf", (path) => writeFileSync(path, "%PDF-1.7\n什么也没有")],
  ["加了密的 PDF", "加密.pdf", (path) => writeFileSync(path, locked)],
  ["扫描的，没有文字", "扫描.pdf", (path) => writeFileSync(path, shapesPdf(FRAME, FRAME))],
  ["别的单位的", "别的.pdf", (path) => writeFileSync(path, foreign)],
  ["别的年度的", "去年.txt", (path) => writeFileSync(path, SEED.replaceAll("2023", "2022"))],
  ["不是预算公开", "通知.txt", (path) => writeFileSync(path, "关于放假的通知\n各科室：\n")],
];

async function refusalOf(name: string, make: (path: string) => void): Promise<readonly Diagnostic[]> {
  make(join(sample.project, name));
  try {
    await auditFile(name);
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostics;
    throw error;
  }
  return [];
}

function auditFile(file: string) {
  if (!data) throw new Error("no data");
  return audit({ data, file, folder: sample.project }, setting(sample.project));
}

const refused: { readonly what: string; readonly diagnostics: readonly Diagnostic[] }[] = [];
for (const [what, name, make] of REFUSED) refused.push({ what, diagnostics: await refusalOf(name, make) });

test.each(refused)("$what: it says why, and does not audit", ({ diagnostics }) => {
  expect(diagnostics).toHaveLength(1);
  const [only] = diagnostics;
  expect(only?.severity).toBe("错误");
  expect(only?.notes.at(-1)).toMatch(/^怎么改：/);
});

const edited = (
  await renderPdf(
    inCell("预算06表", "水费", "0.77", "0.71")(inText("811.63万元", "811.63元")(sample.report)),
    fonts,
  )
).bytes;
writeFileSync(join(sample.project, "改过.pdf"), edited);
const inPdf = await auditFile("改过.pdf");

test("in a PDF that was edited, page and words are pointed out", () => {
  expect(inPdf.findings.map(({ code, place }) => [code, place?.page, place?.excerpt])).toEqual([
    ["审核/单位", 5, expect.stringContaining("住房保障支出811.63元")],
    ["审核/矛盾", 17, "30205 | 水费 | 50502 | 商品和服务支出 | 0.71 | 0.77"],
  ]);
});

const ENCODINGS: readonly (readonly [name: string, encode: (text: string) => Uint8Array])[] = [
  ["UTF-8 with a BOM", (text) => Buffer.from(`\uFEFF${text}`)],
  ["GB18030", (text) => gbOf(text)],
  ["UTF-16", (text) => Buffer.from(`\uFEFF${text}`, "utf16le")],
  ["line ends of Windows", (text) => Buffer.from(text.replaceAll("\n", "\r\n"))],
];

/** The characters of GB 2312 by their two bytes, found by decoding all of them. */
function gbOf(text: string): Uint8Array {
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder("gb18030");
  for (let high = 0xa1; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++)
      codes.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  }
  return new Uint8Array(
    [...text].flatMap((character) => codes.get(character) ?? [character.codePointAt(0) ?? 63]),
  );
}

async function linesOf(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  writeFileSync(join(sample.project, name), bytes);
  const { pages } = await extract(readGiven(sample.project, name));
  return pages.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.kind === "line" ? [piece.text] : [])),
  );
}

test.each(ENCODINGS)("text in %s can be read", async (_, encode) => {
  expect(await linesOf("公布.txt", encode(SEED))).toEqual(SEED.split("\n"));
});

test("the path may be absolute or relative", () => {
  writeFileSync(join(sample.project, "通知.txt"), "预算公开");
  const given = readGiven("/", join(sample.project, "通知.txt"));
  expect({ ...given, file: "" }).toEqual({ ...readGiven(sample.project, "通知.txt"), file: "" });
});

test("what is said was read and found clear", () => {
  const file = join(PROGRAM, "test/audit/refused.txt");
  const printed = refused
    .map(({ what, diagnostics }) => `## ${what}\n\n${printDiagnostics(diagnostics)}`)
    .join("\n");
  expectFile(file, printed);
});
