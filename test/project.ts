import {
  type Dirent,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "@jest/globals";
import { readCommand } from "../src/cli/command.js";
import { type Outcome, worksOf } from "../src/cli/dispatch.js";
import type { DataFile } from "../src/project/data-files.js";
import { installReady } from "../src/startup/ready.js";
import type { Built, Examined, Order, Step } from "../src/work/build.js";
import { build, examine, openProgram } from "../src/work/build.js";
import { newYear, type Renewed } from "../src/work/new-year.js";
import { contentsOf, madeOnce, share } from "./made.js";

/** The folder of the program itself. */
export const PROGRAM = fileURLToPath(new URL("..", import.meta.url));

/** The version of the program. */
export const VERSION: string = JSON.parse(readFileSync(join(PROGRAM, "package.json"), "utf8")).version;

const made: string[] = [];

afterAll(() => {
  for (const project of made) rmSync(project, { recursive: true, force: true });
});

/**
 * A project in a new folder: the program's templates with the data and the templates of `folder`, the sample's where none is given. It is
 * gone when the tests of the file have run.
 */
export function makeProject(folder = PROGRAM): string {
  const project = mkdtempSync(join(tmpdir(), "disclosure-"));
  made.push(project);
  putFolder(join(PROGRAM, "templates"), join(project, "templates"));
  putFolder(join(folder, "data"), join(project, "data"));
  if (existsSync(join(folder, "templates"))) putFolder(join(folder, "templates"), join(project, "templates"));
  return project;
}

interface Folder {
  readonly folders: readonly string[];
  readonly files: readonly (readonly [name: string, bytes: Buffer])[];
}

const folders = new Map<string, Folder>();

/** Copies a folder that no test changes: it is read once, as it is copied a thousand times. */
function putFolder(from: string, to: string): void {
  const folder = folders.get(from) ?? readFolder(from);
  folders.set(from, folder);
  for (const name of folder.folders) mkdirSync(join(to, name), { recursive: true });
  for (const [name, bytes] of folder.files) writeFileSync(join(to, name), bytes);
}

function readFolder(from: string): Folder {
  const entries = readdirSync(from, { recursive: true, withFileTypes: true });
  const nameOf = (entry: Dirent): string => relative(from, join(entry.parentPath, entry.name));
  return {
    folders: ["", ...entries.filter((entry) => entry.isDirectory()).map(nameOf)],
    files: entries
      .filter((entry) => entry.isFile())
      .map((entry) => [nameOf(entry), readFileSync(join(from, nameOf(entry)))]),
  };
}

/** The program as officers run it, with what `npm run prepare` has made ready. */
export const program = openProgram(PROGRAM, installReady());
const silently: Step = async (_name, _subject, work) => work();

/** Examines a disclosure of the project without a word. */
export function examineIn(project: string, order: Order): Promise<Examined> {
  return examine(order, { program, project, strict: false, step: silently });
}

/** Does what a command line asks for in the project, without a word. */
export async function runIn(project: string, args: readonly string[]): Promise<Outcome> {
  const setting = { program, project, strict: false, step: silently };
  const outcomes: Outcome[] = [];
  for (const work of worksOf(readCommand(args), project, { write: () => {}, terminal: false, now: () => 0 }))
    outcomes.push(await work(setting));
  return {
    says: outcomes.map(({ says }) => says).join("\n"),
    warnings: outcomes.flatMap(({ warnings, lacking = [] }) => [...warnings, ...lacking]),
    failed: outcomes.some(({ failed }) => failed),
  };
}

/** Builds a disclosure of the project without a word, whatever was built before. */
export function buildAnewIn(project: string, order: Order): Promise<Built> {
  return build(order, { program, project, strict: false, step: silently });
}

/** A build, and what it has written. */
interface Kept {
  readonly built: Built;
  /** in base 64, by file */
  readonly written: Readonly<Record<string, string>>;
}

/**
 * Builds a disclosure of the project without a word. From the same files a build writes the same, so that it is done once
 * for all suites; but not where something lies in the output folder, which a build looks at.
 */
export async function buildIn(project: string, order: Order): Promise<Built> {
  if (existsSync(join(project, order.output))) return buildAnewIn(project, order);
  const key = `${JSON.stringify(order)}${contentsOf(project, ["data", "templates"])}`;
  const { built, written } = await madeOnce("build", key, async (): Promise<Kept> => {
    const built = await buildAnewIn(project, order);
    const read = (file: string) => [file, readFileSync(join(project, file), "base64")] as const;
    share(readFileSync(join(project, built.file)));
    return { built, written: Object.fromEntries([built.file, built.record].map(read)) };
  });
  mkdirSync(join(project, order.output), { recursive: true });
  for (const [file, bytes] of Object.entries(written)) writeFileSync(join(project, file), bytes, "base64");
  return built;
}

/** Makes the data of the year after `data` in the project without a word. */
export function newYearIn(project: string, data: DataFile): Promise<Renewed> {
  return newYear({ data }, { program, project, step: silently });
}
