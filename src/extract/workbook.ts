import { fileURLToPath } from "node:url";
import { type GivenUp, readInThread } from "./thread.js";

/** A sheet, row by row from its first, each cell as text. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export type WorkbookObstacle = "encrypted" | GivenUp;

/** What was read of a workbook. It is plain data, so that one thread can send it to another. */
export type Workbook =
  | { readonly kind: "read"; readonly sheets: readonly Sheet[] }
  | { readonly kind: "unreadable"; readonly obstacle: WorkbookObstacle };

/** A book of code lists is read in a second; one that takes longer is made to exhaust its reader. */
const LONGEST = 30_000;

/** The program as it is compiled: a thread runs nothing else. */
const READER = fileURLToPath(new URL("../../dist/extract/workbook-worker.js", import.meta.url));

/** The sheets of a workbook, of whatever version, or of the text of a CSV. */
export async function readWorkbook(content: Uint8Array | string, longest = LONGEST): Promise<Workbook> {
  const read = await readInThread<Workbook>(READER, content, longest);
  return typeof read === "string" ? { kind: "unreadable", obstacle: read } : read;
}

/** What to say of a workbook that cannot be read, and what to do about it. */
export const WORKBOOK_OBSTACLES: Readonly<
  Record<WorkbookObstacle, readonly [message: string, remedy: string]>
> = {
  encrypted: ["加了密，要密码才能打开", "用 Excel 或 WPS 打开，另存为不加密的 .xlsx，再录入"],
  damaged: [
    "不是完整的表格文件：坏了，没有下载完，或者是别的文件改了名",
    "用 Excel 或 WPS 打开看看，另存为 .xlsx 或 .csv，再录入",
  ],
  "too large": ["展开以后太大，没有读完", "只留下科目表的那几张表，另存为 .xlsx 或 .csv，再录入"],
  "too slow": ["读了半分钟还没有读完", "只留下科目表的那几张表，另存为 .xlsx 或 .csv，再录入"],
};
