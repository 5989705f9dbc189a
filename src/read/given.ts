import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { problem, Refusal } from "../diagnostic.js";

/** A disclosure has some hundred kilobytes; scanned ones, and those of departments with many units, some ten megabytes. */
const LARGEST = 200 * 1024 * 1024;

/** The bytes of a file that the officer names, wherever it lies; throws a Refusal when it cannot be read or is too large. */
export function readGiven(folder: string, file: string): Uint8Array {
  try {
    const path = resolve(folder, file);
    const stat = statSync(path);
    if (!stat.isFile()) throw new Refusal([unreadable(file, "它是文件夹，不是文件")]);
    if (stat.size > LARGEST) throw new Refusal([tooLarge(file, stat.size)]);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code } = error as { readonly code?: string };
    throw new Refusal([
      code === "ENOENT" ? missing(file) : unreadable(file, CAUSES[code ?? ""] ?? `系统报告 ${code}`),
    ]);
  }
}

/** The bytes of a PDF that the officer names; throws a Refusal when it cannot be read or is none. */
export function readGivenPdf(folder: string, file: string): Uint8Array {
  const bytes = readGiven(folder, file);
  if (isPdf(bytes)) return bytes;
  throw new Refusal([
    problem("文件/不能读", `${file} 不是 PDF`, undefined, "怎么改：核对文件名；Word、WPS 的文件先导出为 PDF"),
  ]);
}

/** Some programs write a few bytes before the beginning proper. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-");
}

const CAUSES: Readonly<Record<string, string>> = {
  EACCES: "没有读它的权限，或者别的程序正占用着它",
  EPERM: "没有读它的权限，或者别的程序正占用着它",
  EBUSY: "别的程序正占用着它",
  ENOTDIR: "路径中有一段是文件，不是文件夹",
};

function missing(file: string) {
  return problem(
    "文件/找不到",
    `找不到文件 ${file}`,
    undefined,
    "怎么改：核对文件名和所在的文件夹；名字里有空格的，整个名字用英文引号括起来",
  );
}

function unreadable(file: string, cause: string) {
  return problem(
    "文件/不能读",
    `文件 ${file} 读不出来：${cause}`,
    undefined,
    "怎么改：确认能打开它，再运行一次",
  );
}

function tooLarge(file: string, size: number) {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return problem(
    "文件/过大",
    `文件 ${file} 有 ${megabytes} MB，超过 200 MB，不像一份预算公开`,
    undefined,
    "怎么改：核对是不是拿错了文件",
  );
}
