import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { unplaced } from "../diagnostic/diagnostic.js";
import { Refusal } from "../diagnostic/refusal.js";

/** A budget file has some hundred kilobytes; this keeps a wrong file, such as a PDF, from being taken for one. */
const LARGEST = 2 * 1024 * 1024;

/** What files are read from: a folder by its path, or files held in memory by their names, with forward slashes. */
export type Shelf = string | ReadonlyMap<string, Uint8Array>;

/** The bytes of a file. Throws a Refusal when it is missing, unreadable, larger than `most` or outside of its folder. */
export function readBytes(shelf: Shelf, file: string, most = LARGEST): Uint8Array {
  if (typeof shelf === "string") return readFromDisk(shelf, file, most);
  const bytes = shelf.get(file);
  if (!bytes) throw new Refusal([missing(shelf, file)]);
  if (bytes.length > most) throw new Refusal([tooLarge(file, bytes.length, most)]);
  return bytes;
}

function readFromDisk(project: string, file: string, most: number): Uint8Array {
  const path = join(project, file);
  try {
    if (!lstatSync(path, { throwIfNoEntry: false })) throw new Refusal([missing(project, file)]);
    if (leadsOut(project, path)) throw new Refusal([outside(file)]);
    const stat = statSync(path);
    // Reading a pipe waits for ever, and a device may never end.
    if (!stat.isFile()) throw new Refusal([unreadable(file, stat.isDirectory() ? "EISDIR" : "ENODEV")]);
    if (stat.size > most) throw new Refusal([tooLarge(file, stat.size, most)]);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal([unreadable(file, codeOf(error))]);
  }
}

/** The names in a folder, sorted; none where there is no such folder. Throws a Refusal when it is outside. */
export function namesIn(shelf: Shelf, folder: string): readonly string[] {
  return typeof shelf === "string" ? namesOnDisk(shelf, folder) : namesInMemory(shelf, folder);
}

function namesInMemory(shelf: ReadonlyMap<string, Uint8Array>, folder: string): readonly string[] {
  const inside = [...shelf.keys()].filter((file) => file.startsWith(`${folder}/`));
  const names = inside.flatMap((file) => file.slice(folder.length + 1).split("/")[0] ?? []);
  return [...new Set(names)].sort();
}

function namesOnDisk(project: string, folder: string): readonly string[] {
  const path = join(project, folder);
  if (!existsSync(path) || !statSync(path).isDirectory()) return [];
  if (leadsOut(project, path)) throw new Refusal([outside(folder)]);
  try {
    return readdirSync(path)
      .filter((name) => !name.startsWith("."))
      .sort();
  } catch (error) {
    throw new Refusal([unreadable(folder, codeOf(error))]);
  }
}

/**
 * Whether a link leads out of the project. On Windows the way to another drive is an absolute path. Where a path really leads
 * the system says by itself in a fifth of the time in which Node asks it about each folder of the path.
 */
export function leadsOut(project: string, path: string): boolean {
  return leaves(relative(realpathSync.native(project), realpathSync.native(path)));
}

export function leaves(way: string): boolean {
  return way.split(sep)[0] === ".." || isAbsolute(way);
}

function missing(shelf: Shelf, file: string) {
  const folder = dirname(file);
  const names = namesIn(shelf, folder);
  const found =
    names.length > 0
      ? `文件夹 ${folder} 里现有：${names.join("、")}`
      : `文件夹 ${folder} 不存在，或者里面没有文件`;
  return unplaced(
    "文件/找不到",
    `找不到文件 ${file}`,
    found,
    `怎么改：核对文件夹名和文件名，扩展名是 ${basename(file).replace(/^.*\./, ".")}；Windows 可能把扩展名藏起来，如 2023.yaml.txt`,
  );
}

const MEGABYTE = 1024 * 1024;

function tooLarge(file: string, size: number, most: number) {
  const what = most === LARGEST ? "一份预算数据" : "一个构建记录";
  return unplaced(
    "文件/过大",
    `文件 ${file} 有 ${(size / MEGABYTE).toFixed(1)} MB，超过 ${most / MEGABYTE} MB，不像${what}`,
    "怎么改：核对是不是把别的文件（如 Excel、PDF）改名放在了这里",
  );
}

const CAUSES: Readonly<Record<string, string>> = {
  EISDIR: "它是一个文件夹，不是文件",
  EACCES: "没有读它的权限，或者别的程序正占用着它",
  EPERM: "没有读它的权限，或者别的程序正占用着它",
  EBUSY: "别的程序正占用着它",
  ELOOP: "它是一个链接，指来指去指回自己",
  ENODEV: "它不是普通的文件，而是管道或设备",
  ENOENT: "它是一个链接，指到的文件不存在",
  ENOTDIR: "它所在的文件夹是一个文件",
};

export function codeOf(error: unknown): string {
  return String((error as { readonly code?: unknown }).code ?? "未知的错误");
}

/** `opener` is the program that officers look into such a file with. */
export function unreadable(file: string, code: string, opener = "记事本") {
  const remedy =
    code === "EISDIR"
      ? "怎么改：这里要的是一个文件；写它里面的那个文件，或者移走占了这个名字的文件夹"
      : `怎么改：关掉正打开它的程序，确认能用${opener}打开，再运行一次`;
  return unplaced("文件/不能读", `文件 ${file} 读不出来：${CAUSES[code] ?? `系统报告 ${code}`}`, remedy);
}

function outside(file: string) {
  return unplaced(
    "文件/不能读",
    `${file} 是链接，或者在链接里，通到项目外面，不读`,
    "怎么改：把要读的文件复制到项目里，代替这个链接",
  );
}
