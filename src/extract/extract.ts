import { type Diagnostic, unplaced } from "../diagnostic/diagnostic.js";
import { Refusal } from "../diagnostic/refusal.js";
import { type Given, linesOf, type Manuscript, type Piece } from "../model/manuscript.js";
import { manuscriptOfPages, manuscriptOfText } from "./manuscript.js";
import { OBSTACLES, scriptOfPdf } from "./pdf.js";

/** The largest disclosures have a fifth of it. */
const MOST_CHARACTERS = 300_000;

/** What can be read of a file that was given. Throws a Refusal when that is nothing. */
export async function extract(given: Given): Promise<Manuscript> {
  const manuscript =
    given.kind === "pdf"
      ? await manuscriptOfPdf(given.file, given.bytes)
      : manuscriptOfText(given.file, given.text);
  const length = lengthOf(manuscript);
  if (length > MOST_CHARACTERS) throw new Refusal([tooLong(given.file, length)]);
  if (manuscript.pages.some(({ pieces }) => pieces.some(hasWords))) return manuscript;
  throw new Refusal([withoutWords(given.file, manuscript.pages.length)]);
}

async function manuscriptOfPdf(file: string, bytes: Uint8Array): Promise<Manuscript> {
  const script = await scriptOfPdf(bytes);
  if (script.kind === "read") return manuscriptOfPages(file, script.pages);
  const [message, remedy] = OBSTACLES[script.obstacle];
  throw new Refusal([unplaced("审核/读不出", `${file} ${message}`, `怎么改：${remedy}`)]);
}

function lengthOf({ pages }: Manuscript): number {
  const lines = pages.flatMap(({ pieces }) => linesOf(pieces));
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

function tooLong(file: string, length: number): Diagnostic {
  const message = `${file} 有 ${Math.round(length / 10_000)} 万字，不像一份单位预算公开`;
  const remedy = "怎么改：核对是不是选错了文件；只把本单位的那一份另存，再核对";
  return unplaced("文件/过大", message, remedy);
}

function hasWords(piece: Piece): boolean {
  return piece.kind === "grid" || piece.text.trim() !== "";
}

function withoutWords(file: string, pages: number): Diagnostic {
  const message = `${file} 共 ${pages} 页，没有一个读得出的字，像是扫描的图`;
  const remedy =
    "怎么改：用生成它的 Word、WPS 或 Excel 文件另存为 PDF；扫描的图要先用识别文字的软件转成文本，再核对";
  return unplaced("审核/读不出", message, remedy);
}
