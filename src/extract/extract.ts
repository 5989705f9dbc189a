import { type Diagnostic, problem, Refusal } from "../diagnostic.js";
import type { Given, Manuscript } from "../model/manuscript.js";
import { manuscriptOfPages, manuscriptOfText } from "./manuscript.js";
import { OBSTACLES, scriptOfPdf } from "./pdf.js";

/** What can be read of a file that was given. Throws a Refusal when that is nothing. */
export async function extract(given: Given): Promise<Manuscript> {
  const manuscript =
    given.kind === "pdf"
      ? await manuscriptOfPdf(given.file, given.bytes)
      : manuscriptOfText(given.file, given.text);
  if (manuscript.pages.some((page) => page.pieces.some(hasWords))) return manuscript;
  throw new Refusal([withoutWords(given.file, manuscript.pages.length)]);
}

async function manuscriptOfPdf(file: string, bytes: Uint8Array): Promise<Manuscript> {
  const script = await scriptOfPdf(bytes);
  if (script.kind === "read") return manuscriptOfPages(file, script.pages);
  const [message, remedy] = OBSTACLES[script.obstacle];
  throw new Refusal([problem("审核/读不出", `${file} ${message}`, undefined, `怎么改：${remedy}`)]);
}

function hasWords(piece: Manuscript["pages"][number]["pieces"][number]): boolean {
  return piece.kind === "grid" || piece.text.trim() !== "";
}

function withoutWords(file: string, pages: number): Diagnostic {
  return problem(
    "审核/读不出",
    `${file} 共 ${pages} 页，没有一个读得出的字，像是扫描的图`,
    undefined,
    "怎么改：用生成它的 Word、WPS 或 Excel 文件另存为 PDF；扫描的图要先用识别文字的软件转成文本，再核对",
  );
}
