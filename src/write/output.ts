import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { problem, Refusal } from "../diagnostic.js";

/**
 * Writes `bytes` to `file`, a path within the project: beside it first, then renamed, so that at every moment the old
 * file or the new one is there, whole. Throws a Refusal when the path leaves the project or cannot be written.
 */
export function writeOutput(project: string, file: string, bytes: Uint8Array): void {
  const target = resolve(project, file);
  const inside = relative(project, target);
  if (inside === "" || inside.split(sep)[0] === "..") throw new Refusal([outside(file)]);
  const beside = join(dirname(target), `.${process.pid}.tmp`);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeWhole(beside, bytes);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Refusal([unwritable(file, error)]);
  }
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, "w");
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const CAUSES: Readonly<Record<string, string>> = {
  EACCES: "没有写的权限，或者文件正开着",
  EBUSY: "文件正开着",
  EEXIST: "要建文件夹的地方已有同名的文件",
  EISDIR: "已有同名的文件夹",
  ENOSPC: "磁盘满了",
  ENOTDIR: "要建文件夹的地方已有同名的文件",
  EPERM: "没有写的权限，或者文件正开着",
  EROFS: "磁盘是只读的",
};

function unwritable(file: string, error: unknown) {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return problem(
    "文件/不能写",
    `结果写不进 ${file}：${CAUSES[code] ?? `系统报告 ${code}`}。原来的文件没有动`,
    undefined,
    "怎么改：关掉正打开这个 PDF 的程序，看磁盘有没有空间，再运行一次",
  );
}

function outside(file: string) {
  return problem(
    "文件/不能写",
    `${file} 不在本项目的文件夹里，不写`,
    undefined,
    "怎么改：输出文件夹只写项目里的，例如 out",
  );
}
