import { execFileSync } from "node:child_process";
import { problem, Refusal } from "../diagnostic.js";
import type { Shelf } from "./bytes.js";
import { unitsNamed } from "./units.js";

/** More than data and templates of many units take. */
const LARGEST = 256 * 1024 * 1024;

/**
 * The data of a unit, and of those that it names as a department, with all templates of the project, as a commit of git
 * has them; throws a Refusal when git or the commit is not there.
 */
export function readRevision(project: string, revision: string, unit: string): Shelf {
  const git = (...args: string[]): Buffer => runGit(project, revision, args);
  git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
  const shelf = filesOf(git, revision, ["templates"]);
  const known = new Set<string>();
  const take = (units: readonly string[]): void => {
    const news = units.filter((each) => !known.has(each));
    if (news.length === 0) return;
    for (const each of news) known.add(each);
    const files = filesOf(
      git,
      revision,
      news.map((each) => `data/${each}`),
    );
    for (const [name, bytes] of files) shelf.set(name, bytes);
    take([...files.keys()].flatMap((name) => unitsNamedIn(shelf, name)));
  };
  take([unit]);
  return shelf;
}

type Git = (...args: string[]) => Buffer;

function filesOf(git: Git, revision: string, folders: readonly string[]): Map<string, Uint8Array> {
  const names = git("ls-tree", "-r", "-z", "--name-only", "--end-of-options", revision, "--", ...folders)
    .toString("utf8")
    .split("\0")
    .filter((name) => name !== "");
  return new Map(names.map((name) => [name, git("cat-file", "blob", `${revision}:./${name}`)]));
}

/** What cannot be read names nobody here, and is reported where it is read again. */
function unitsNamedIn(shelf: Shelf, file: string): readonly string[] {
  try {
    return unitsNamed(shelf, file);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function runGit(project: string, revision: string, args: readonly string[]): Buffer {
  try {
    return execFileSync("git", ["-C", project, ...args], {
      maxBuffer: LARGEST,
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    throw new Refusal([
      explain(project, revision, error as { readonly code?: string; readonly stderr?: Buffer }),
    ]);
  }
}

function explain(
  project: string,
  revision: string,
  { code, stderr }: { readonly code?: string; readonly stderr?: Buffer },
) {
  const said = stderr?.toString("utf8") ?? "";
  if (code === "ENOENT") {
    const remedy = "怎么改：装上 git；或者用 --published 与已公开的 PDF 比";
    return problem("文件/找不到", "这台电脑上没有 git，读不到以前的版本", undefined, remedy);
  }
  if (/not a git repository/i.test(said)) {
    const remedy = "怎么改：在项目的文件夹里运行；或者用 --published 与已公开的 PDF 比";
    return problem("文件/找不到", `${project} 没有用 git 管理，没有以前的版本`, undefined, remedy);
  }
  const remedy = "怎么改：用 git log --oneline 查看有哪些版本，写版本号或标签";
  return problem("文件/找不到", `git 里没有版本 ${revision}`, undefined, remedy);
}
