import type { Correction, DataCorrection } from "../model/correction.js";

/** What was found different from what was published, and what was printed of it. */
interface Found {
  readonly source: string;
  readonly data: readonly DataCorrection[];
  readonly corrections: readonly { readonly correction: Correction; readonly page: number | undefined }[];
  readonly files: readonly string[];
}

const NOTHING = "空白";

/** All that was corrected, in the data and in the document, old and new, for the officer to read through. */
export function correctionWords({ source, data, corrections, files }: Found): string {
  const changed = data.map(({ name, before, after, place }) => {
    const where = place.file === source ? "" : `${place.file} `;
    return `  ${where}第 ${place.line} 行 ${name}：${change(before, after)}`;
  });
  const inData = data.length > 0 ? [`数据改了 ${data.length} 处：`, ...changed, ""] : [];
  if (corrections.length === 0) {
    return [...inData, data.length > 0 ? "无更正：印出的内容没有变" : "无更正：与公开的相同"].join("\n");
  }
  const lines = corrections.map(
    ({ correction, page }) => `  ${pageWords(page)} ${correctionLine(correction)}`,
  );
  return [
    ...inData,
    `文件改了 ${corrections.length} 处：`,
    ...lines,
    "",
    ...files.map((file) => `已生成 ${file}`),
  ].join("\n");
}

function correctionLine(correction: Correction): string {
  const { before, after } = correction;
  const texts = change(before?.text, after?.text);
  if (correction.kind === "sentence") return `${correction.under}：${texts}`;
  const { number, title, row, column } = correction;
  const where = column === undefined ? row : `${row}，${column}`;
  return `${number} ${title}（${where}）：${texts}`;
}

function change(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `增加 ${after || NOTHING}`;
  if (after === undefined) return `删去 ${before || NOTHING}`;
  return `${before || NOTHING} → ${after || NOTHING}`;
}

function pageWords(page: number | undefined): string {
  return page === undefined ? "封面" : `第 ${page} 页`;
}
