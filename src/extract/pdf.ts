import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { PageScript } from "./page-script.js";

/** A disclosure has some dozen pages; more than this is another kind of document. */
export const MOST_PAGES = 500;

/** Why a PDF cannot be read at all. */
export type Obstacle = "encrypted" | "damaged" | "too long" | "too large" | "too slow";

/** What was read of a PDF. It is plain data, so that one thread can send it to another. */
export type PdfScript =
  | { readonly kind: "read"; readonly pages: readonly PageScript[] }
  | { readonly kind: "unreadable"; readonly obstacle: Obstacle };

/** A PDF of 500 pages is read in much less; one that takes longer is made to exhaust its reader. */
const LONGEST = 60_000;
/** How much memory reading may take beyond what the program has, and how often that is looked at, in ms. */
const MOST_BYTES = 512 * 1024 ** 2;
const INTERVAL = 50;

/** The program as it is compiled: a thread runs nothing else. */
const READER = fileURLToPath(new URL("../../dist/extract/pdf-worker.js", import.meta.url));

/** The pages of a PDF, read in a thread of its own that is ended when it takes longer, in ms, or too much memory. */
export async function scriptOfPdf(bytes: Uint8Array, longest = LONGEST): Promise<PdfScript> {
  const worker = new Worker(READER, { workerData: bytes, stdout: true, stderr: true });
  const before = process.memoryUsage.rss();
  try {
    return await new Promise<PdfScript>((resolve) => {
      const giveUp = (obstacle: Obstacle) => resolve({ kind: "unreadable", obstacle });
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > MOST_BYTES) giveUp("too large");
      }, INTERVAL);
      const clock = setTimeout(giveUp, longest, "too slow");
      worker.once("message", resolve);
      // memory that the thread cannot have ends it with an error
      worker.once("error", () => giveUp("too large"));
      worker.once("exit", () => {
        clearInterval(watch);
        clearTimeout(clock);
        giveUp("damaged");
      });
    });
  } finally {
    await worker.terminate();
  }
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
