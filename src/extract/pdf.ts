import { fileURLToPath } from "node:url";
import type { PageScript } from "./page-script.js";
import { type GivenUp, readInThread } from "./thread.js";

/** A disclosure has some dozen pages; more than this is another kind of document. */
export const MOST_PAGES = 500;

/** Why a PDF cannot be read at all. */
export type Obstacle = "encrypted" | "too long" | GivenUp;

/** What was read of a PDF. It is plain data, so that one thread can send it to another. */
export type PdfScript =
  | { readonly kind: "read"; readonly pages: readonly PageScript[] }
  | { readonly kind: "unreadable"; readonly obstacle: Obstacle };

/** A PDF of 500 pages is read in much less; one that takes longer is made to exhaust its reader. */
const LONGEST = 60_000;

/** The program as it is compiled: a thread runs nothing else. */
const READER = fileURLToPath(new URL("../../dist/extract/pdf-worker.js", import.meta.url));

/** The pages of a PDF, read in a thread of its own that is ended when it takes longer, in ms, or too much memory. */
export async function scriptOfPdf(bytes: Uint8Array, longest = LONGEST): Promise<PdfScript> {
  const read = await readInThread<PdfScript>(READER, bytes, longest);
  return typeof read === "string" ? { kind: "unreadable", obstacle: read } : read;
}

/** What to say of a PDF that cannot be read, and what to do about it. */
export const OBSTACLES: Readonly<Record<Obstacle, readonly [message: string, remedy: string]>> = {
  encrypted: ["是加了密的 PDF，要密码才能打开", "用原来的程序打开，另存为不加密的 PDF，再核对"],
  damaged: [
    "不是完整的 PDF：坏了，或者没有下载、复制完",
    "用阅读器打开看看；打不开的，找来原件，或者重新导出 PDF",
  ],
  "too long": [`超过 ${MOST_PAGES} 页，不像一份单位预算公开`, "只把本单位的那一份另存为 PDF，再核对"],
  "too large": ["读的时候用的内存太多，没有读完", "用打印的办法另存一份 PDF，再核对"],
  "too slow": ["读了一分钟还没有读完", "用打印的办法另存一份 PDF，再核对"],
};
