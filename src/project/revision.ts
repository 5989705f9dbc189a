import { spawnSync } from "node:child_process";
import { type Diagnostic, unplaced } from "../diagnostic/diagnostic.js";
import { orElse, Refusal } from "../diagnostic/refusal.js";
import type { Shelf } from "../files/bytes.js";
import { BUREAU_LISTS, CODE_LISTS } from "./codes.js";
import type { DataFile } from "./data-files.js";
import { unitsNamed } from "./department-units.js";
import { formerCodeIn } from "./former-code.js";

/** More than data, templates and code lists of a unit take. */
const LARGEST = 64 * 1024 * 1024;
const MOST = 5000;

/** The files of a disclosure as a commit has them; the code lists of the program where the commit has none. */
export interface Revision {
  readonly project: Shelf;
  readonly codes: Shelf | undefined;
}

/**
 * The data of a unit, and of those that it names as a department, all templates and the code lists as the commit
 * `revision` of the project's repository has them. Links are no files. Throws a Refusal when git, the commit or the
 * data in it is not there.
 */
export function readRevision(project: string, revision: string, { unit, file }: DataFile): Revision {
  const git = (args: readonly string[], input?: string): Buffer => {
    const result = runGit(project, args, input);
    if (Buffer.isBuffer(result)) return result;
    throw new Refusal([explain(project, revision, result)]);
  };
  const commit = git(["rev-parse", "--verify", "--quiet", `${revision}^{commit}`])
    .toString("utf8")
    .trim();
  const files = new Map(
    filesIn([`data/${unit}`, "templates", CODE_LISTS, BUREAU_LISTS], commit, git, revision),
  );
  if (!files.has(file)) throw new Refusal([missing(revision, file)]);
  const known = new Set([unit]);
  for (let units = unitsNamedIn(files, known); units.length > 0; units = unitsNamedIn(files, known)) {
    for (const each of units) known.add(each);
    const folders = units.map((each) => `data/${each}`);
    for (const [name, bytes] of filesIn(folders, commit, git, revision)) files.set(name, bytes);
  }
  const codes = [...files.keys()].some((name) => name.startsWith(`${CODE_LISTS}/`)) ? files : undefined;
  return { project: files, codes };
}

type Git = (args: readonly string[], input?: string) => Buffer;

function filesIn(
  folders: readonly string[],
  commit: string,
  git: Git,
  revision: string,
): ReadonlyMap<string, Uint8Array> {
  const blobs = blobsIn(git(["ls-tree", "-r", "-l", "-z", commit, "--", ...folders]).toString("utf8"));
  const size = blobs.reduce((sum, blob) => sum + blob.size, 0);
  if (blobs.length > MOST || size > LARGEST) throw new Refusal([tooLarge(revision)]);
  const listed = blobs.map(({ object }) => `${object}\n`).join("");
  return blobs.length === 0 ? new Map() : contents(blobs, git(["cat-file", "--batch"], listed));
}

/** The units that data files name, as below them or by the codes that they had before, and that are not known yet. What cannot be read names nobody here: it is read again. */
function unitsNamedIn(files: ReadonlyMap<string, Uint8Array>, known: ReadonlySet<string>): readonly string[] {
  const named = [...files.keys()]
    .filter((name) => /^data\/[^/]+\/\d{4}\.yaml$/.test(name))
    .flatMap((name) => [...(orElse(() => unitsNamed(files, name)) ?? []), formerCodeIn(files, name) ?? []])
    .flat();
  return [...new Set(named)].filter((unit) => !known.has(unit));
}

interface Blob {
  readonly object: string;
  readonly size: number;
  /** relative to the project, also where that lies within the repository */
  readonly file: string;
}

/** Of a listing the files; what is a link or another repository is none. */
function blobsIn(listing: string): readonly Blob[] {
  return listing.split("\0").flatMap((entry) => {
    const [, object, size, file] = /^100\d+ blob (\S+) +(\d+)\t(.+)$/su.exec(entry) ?? [];
    return object && file ? [{ object, size: Number(size), file }] : [];
  });
}

/** The contents follow each other, each behind a line of its own. */
function contents(blobs: readonly Blob[], batch: Buffer): ReadonlyMap<string, Uint8Array> {
  let at = 0;
  return new Map(
    blobs.map(({ file, size }) => {
      const begin = batch.indexOf("\n", at) + 1;
      at = begin + size + 1;
      return [file, Uint8Array.from(batch.subarray(begin, begin + size))];
    }),
  );
}

const OTHERWISE = "或者用 --published 与已公开的 PDF 比";

function explain(project: string, revision: string, failure: GitFailure): Diagnostic {
  switch (failure) {
    case "no git":
      return absent("这台电脑上没有 git，读不到以前的版本", `装上 git；${OTHERWISE}`);
    case "no repository":
      return absent(`${project} 没有用 git 管理，没有以前的版本`, `在项目的文件夹里运行；${OTHERWISE}`);
    case "another's repository": {
      const message = `${project} 的文件夹属于电脑上的另一个用户，git 不肯读它`;
      return unplaced("文件/不能读", message, `怎么改：请管理员把文件夹改为你的；${OTHERWISE}`);
    }
    case "no commit": {
      const remedy = "用 git log --oneline 查看有哪些版本，写版本号、标签或分支";
      return absent(`git 里没有版本 ${revision}`, remedy);
    }
  }
}

function absent(message: string, remedy: string): Diagnostic {
  return unplaced("文件/找不到", message, `怎么改：${remedy}`);
}

function missing(revision: string, file: string): Diagnostic {
  return absent(
    `git 的版本 ${revision} 里没有 ${file}`,
    `用 git log --oneline -- ${file} 查看哪些版本里有它，写公开时的那个；${OTHERWISE}`,
  );
}

function tooLarge(revision: string): Diagnostic {
  return unplaced(
    "文件/过大",
    `git 的版本 ${revision} 里数据和版式的文件太多或太大，不像一份预算公开`,
    `怎么改：核对 data 和 templates 里有没有误放的文件；${OTHERWISE}`,
  );
}

type GitFailure = "no git" | "no repository" | "another's repository" | "no commit";

const LARGEST_ANSWER = 256 * 1024 * 1024;
const SECONDS = 60;

/** What git answers in `folder`. It is asked for nothing that writes, asks the network or runs programs of the repository. */
function runGit(folder: string, args: readonly string[], input = ""): Buffer | GitFailure {
  const { error, status, stdout, stderr } = spawnSync("git", ["-C", folder, ...args], {
    input,
    env: { ...process.env, ...PLAIN },
    maxBuffer: LARGEST_ANSWER,
    timeout: SECONDS * 1000,
  });
  if (status === 0) return stdout;
  if ((error as { readonly code?: string } | undefined)?.code === "ENOENT") return "no git";
  const said = stderr.toString("utf8");
  if (said.includes("dubious ownership")) return "another's repository";
  return said.includes("not a git repository") ? "no repository" : "no commit";
}

/** In English, so that it is understood; without fetching what a partial copy lacks. */
const PLAIN = { LC_ALL: "C", LANGUAGE: "", GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0" } as const;
