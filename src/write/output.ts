import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { problem, Refusal } from "../diagnostic.js";
import { refuseForeign } from "./foreign.js";
import { removeLeftovers, unfinishedName } from "./leftovers.js";

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
    throw new Refusal([unwritable(file, error)]);
  }
  settle(folder);
  removeLeftovers(folder, target);
}

/** "wx": what already has the name, a link above all, is never written to. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, "wx");
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } catch (error) {
    closeSync(handle);
    rmSync(path, { force: true });
    throw error;
  }
  closeSync(handle);
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

/** Makes the new name last through a power cut. Windows opens no folders, and keeps names by itself. */
function settle(folder: string): void {
  try {
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // the file is there, whole; only its name is not known to be on the disk yet
  }
}

interface Cause {
  readonly says: string;
  readonly remedy: string;
}

const OPEN: Cause = {
  says: "没有写的权限，或者文件正开着",
  remedy: "关掉正打开这个 PDF 的程序，再运行一次；还是不行，请管理员给这个文件夹写的权限",
};
const TAKEN: Cause = {
  says: "要建文件夹的地方已有同名的文件",
  remedy: "把那个文件移走或改名，或者用 --output 换一个文件夹",
};
const FULL: Cause = { says: "磁盘满了，或者超出了给你的限额", remedy: "腾出磁盘空间，再运行一次" };

const CAUSES: Readonly<Record<string, Cause>> = {
  EACCES: OPEN,
  EBUSY: OPEN,
  EPERM: OPEN,
  EEXIST: TAKEN,
  ENOTDIR: TAKEN,
  EDQUOT: FULL,
  EFBIG: FULL,
  ENOSPC: FULL,
  EISDIR: { says: "已有同名的文件夹", remedy: "把那个文件夹移走或改名，再运行一次" },
  ENAMETOOLONG: {
    says: "名字太长，磁盘放不下（一般不超过 75 个汉字）",
    remedy: "PDF 以单位名称命名：核对单位名称；文件夹的名字太长的，用 --output 换一个",
  },
  EROFS: { says: "磁盘是只读的", remedy: "把项目放到能写的磁盘上，再运行一次" },
};

function unwritable(file: string, error: unknown) {
  const code = String((error as { readonly code?: unknown }).code ?? error);
  const { says, remedy } = CAUSES[code] ?? { says: `系统报告 ${code}`, remedy: "看磁盘是否完好，再运行一次" };
  return problem(
    "文件/不能写",
    `结果写不进 ${file}：${says}。原来的文件没有动`,
    undefined,
    `怎么改：${remedy}`,
  );
}
