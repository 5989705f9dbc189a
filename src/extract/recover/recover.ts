import { fileURLToPath } from "node:url";
import { unplaced } from "../../diagnostic/diagnostic.js";
import { Refusal } from "../../diagnostic/refusal.js";
import type { Given } from "../../model/manuscript.js";
import type { Recovered } from "../../model/recovered.js";
import { extract } from "../extract.js";
import { type GivenUp, readInThread } from "../thread.js";
import { recoverManuscript } from "./manuscript-tables.js";
import { recoverText } from "./text-tables.js";

type RecoveryObstacle = "encrypted" | "too many sheets" | GivenUp;

/** What a thread made of a file. */
export type Recovery =
  | ({ readonly kind: "read" } & Omit<Recovered, "file">)
  | { readonly kind: "unreadable"; readonly obstacle: RecoveryObstacle };

/** A file of tables: the bytes of a workbook or a Word document. */
export interface GivenTables {
  readonly kind: "tables";
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A large workbook is read in five seconds. */
const LONGEST = 60_000;

/** The program as it is compiled: a thread runs nothing else. */
const READER = fileURLToPath(new URL("../../../dist/extract/recover/recovery-worker.js", import.meta.url));

/** The tables and the prose of a file that was made elsewhere. Throws a Refusal where they cannot be read. */
export async function recover(given: Given | GivenTables, longest = LONGEST): Promise<Recovered> {
  const { file } = given;
  if (given.kind === "pdf") return { file, ...recoverManuscript(await extract(given)), remarks: [] };
  if (given.kind === "text" && !isSheet(given)) return { file, ...recoverText(given.text), remarks: [] };
  const content = given.kind === "text" ? given.text : given.bytes;
  const read = await readInThread<Recovery>(READER, content, longest);
  const recovery = typeof read === "string" ? { kind: "unreadable" as const, obstacle: read } : read;
  if (recovery.kind === "read") return { file, ...recovery };
  const [message, remedy] = OBSTACLES[recovery.obstacle];
  throw new Refusal([unplaced("导入/读不出", `${file} ${message}`, `怎么改：${remedy}`)]);
}

/** A CSV, or the web page or XML that some systems call .xls. */
function isSheet({ file, text }: { readonly file: string; readonly text: string }): boolean {
  if (/\.[ct]sv$/i.test(file) || /^\s*<(?:\?xml|!doctype|html|table|meta|style|Workbook)/i.test(text))
    return true;
  return !text.includes("\t") && /^(?:[^,\n]*,){2}/m.test(text);
}

const OBSTACLES: Readonly<Record<RecoveryObstacle, readonly [message: string, remedy: string]>> = {
  encrypted: ["加了密，要密码才能打开", "用 Excel、WPS 打开，另存为不加密的，再导入"],
  "too many sheets": ["里面有一百多张表，不像一个单位的预算", "只留下要导入的那几张表，另存，再导入"],
  damaged: [
    "读不出来：坏了，没有下载完，或者是别的文件改了名",
    "用 Excel、WPS 或 Word 打开看看，另存为 .xlsx 或 .docx，再导入",
  ],
  "too large": ["展开以后太大，没有读完", "只留下要导入的那几张表，另存为 .xlsx，再导入"],
  "too slow": ["读了一分钟还没有读完", "只留下要导入的那几张表，另存为 .xlsx，再导入"],
};
