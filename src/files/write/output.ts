import { randomUUID } from "node:crypto";
import { lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Refusal } from "../../diagnostic/refusal.js";
import { unwritable, type WriteCause } from "./causes.js";
import { refuseForeign } from "./foreign.js";
import { removeLeftovers, unfinishedName } from "./leftovers.js";
import { claim } from "./new-file.js";
import { settle, writeWhole } from "./whole.js";

/** A file to be written: its path within the project, and what is in it. */
export interface Output {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes `bytes` to `file`, a path within the project: beside it first, then renamed, so that at every moment the old
 * file or the new one is there, whole. Throws a Refusal when the path leaves the project or cannot be written.
 */
export function writeOutput(project: string, file: string, bytes: Uint8Array): void {
  writeOutputs(project, [{ file, bytes }]);
}

/**
 * Writes files that belong together, each as `writeOutput` does, in their order. When one of them cannot be written, all
 * are as they were before.
 */
export function writeOutputs(project: string, outputs: readonly Output[]): void {
  for (const { file } of outputs) refuseForeign(project, file);
  const undo: (() => void)[] = [];
  const staged: Staged[] = [];
  try {
    for (const output of outputs) staged.push(attempt(output.file, () => stage(project, output, undo)));
    for (const each of staged.slice(0, -1)) attempt(each.file, () => keep(each, undo));
    for (const each of staged) attempt(each.file, () => renameSync(each.beside, each.target));
  } catch (error) {
    for (const each of undo.toReversed()) each();
    throw error;
  }
  for (const { kept, target } of staged) {
    rmSync(kept, { force: true });
    settle(dirname(target));
    removeLeftovers(dirname(target), target);
  }
}

/** A file that is whole and has not its name yet. */
interface Staged {
  readonly file: string;
  readonly target: string;
  readonly beside: string;
  /** where what has its name is kept until all are written */
  readonly kept: string;
}

function stage(project: string, { file, bytes }: Output, undo: (() => void)[]): Staged {
  const target = resolve(project, file);
  const folder = dirname(target);
  const [beside, kept] = [unfinished(folder), unfinished(folder)];
  mkdirSync(folder, { recursive: true });
  writeWhole(beside, bytes);
  undo.push(() => rmSync(beside, { force: true }));
  return { file, target, beside, kept };
}

function unfinished(folder: string): string {
  return join(folder, unfinishedName(process.pid, randomUUID()));
}

/** A link in the target's place gives way to the file; what it leads to stays as it is. */
function keep({ target, kept }: Staged, undo: (() => void)[]): void {
  if (!lstatSync(target, { throwIfNoEntry: false })) {
    undo.push(() => rmSync(target, { force: true }));
    return;
  }
  claim(target, kept);
  undo.push(() => {
    renameSync(kept, target);
    // two names of one file are both left by that
    rmSync(kept, { force: true });
  });
}

function attempt<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Refusal([unwritable(file, error, CAUSES)]);
  }
}

const OPEN: WriteCause = {
  says: "没有写的权限，或者文件正开着",
  remedy: "关掉正打开它的程序，再运行一次；还是不行，请管理员给这个文件夹写的权限",
};
const TAKEN: WriteCause = {
  says: "要建文件夹的地方已有同名的文件",
  remedy: "把那个文件移走或改名，或者用 --output 换一个文件夹",
};

const CAUSES: Readonly<Record<string, WriteCause>> = {
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
