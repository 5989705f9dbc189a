import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Refusal } from "../diagnostic.js";
import { type Cause, unwritable } from "./causes.js";
import { refuseForeign } from "./foreign.js";
import { removeLeftovers, unfinishedName } from "./leftovers.js";
import { settle, writeWhole } from "./whole.js";

/**
 * Writes `bytes` to `file`, a path within the project: beside it first, then renamed, so that at every moment the old
 * file or the new one is there, whole. Throws a Refusal when the path leaves the project or cannot be written.
 */
export function writeOutput(project: string, file: string, bytes: Uint8Array): void {
  refuseForeign(project, file);
  const target = resolve(project, file);
  const folder = dirname(target);
  const beside = join(folder, unfinishedName(process.pid, randomUUID()));
  try {
    mkdirSync(folder, { recursive: true });
    writeWhole(beside, bytes);
    replace(beside, target);
  } catch (error) {
    throw new Refusal([unwritable(file, error, CAUSES)]);
  }
  settle(folder);
  removeLeftovers(folder, target);
}

/** A link in the target's place gives way to the file; what it leads to stays as it is. */
function replace(beside: string, target: string): void {
  try {
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

const OPEN: Cause = {
  says: "没有写的权限，或者文件正开着",
  remedy: "关掉正打开这个 PDF 的程序，再运行一次；还是不行，请管理员给这个文件夹写的权限",
};
const TAKEN: Cause = {
  says: "要建文件夹的地方已有同名的文件",
  remedy: "把那个文件移走或改名，或者用 --output 换一个文件夹",
};

const CAUSES: Readonly<Record<string, Cause>> = {
  EACCES: OPEN,
  EBUSY: OPEN,
  EPERM: OPEN,
  EEXIST: TAKEN,
  ENOTDIR: TAKEN,
  EISDIR: { says: "已有同名的文件夹", remedy: "把那个文件夹移走或改名，再运行一次" },
  ENAMETOOLONG: {
    says: "名字太长，磁盘放不下（一般不超过 75 个汉字）",
    remedy: "PDF 以单位名称命名：核对单位名称；文件夹的名字太长的，用 --output 换一个",
  },
};
