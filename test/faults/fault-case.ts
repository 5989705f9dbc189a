import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { readCommand } from "../../src/cli/command.js";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { staleProgram } from "../../src/cli/run.js";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { dataFile } from "../../src/project/data-files.js";
import { expectFile } from "../golden.js";
import { buildIn, examineIn, makeProject, PROGRAM, runIn, VERSION } from "../project.js";
import { deskOn } from "../web/desk.js";

export const CASES = join(PROGRAM, "test/faults");
const SAMPLE = "data/403008/2023.yaml";

/** case.json: how the files of a case come about. Beside it, input.yaml stands in place of the sample's data. */
export interface FaultCase {
  /** what the officer did */
  readonly says: string;
  /** changes to a file, the data if none is named, each of a text that occurs in it just once */
  readonly edits?: readonly { readonly file?: string; readonly find: string; readonly replace: string }[];
  /** files of this program that are put into the project before the edits, by where they are put */
  readonly copies?: Readonly<Record<string, string>>;
  /** the folder of this program whose data stands in place of the sample's */
  readonly project?: string;
  /** where the data is put, if not at the sample's place */
  readonly at?: string;
  /** the file that is read, if it is not the data */
  readonly reads?: string;
  /** the command line, where it is what is wrong */
  readonly args?: readonly string[];
  /** whether the program's sources were changed behind it */
  readonly stale?: boolean;
  /** the command given after the sample was built and the edits were made; `*` in a file's name is whatever fits */
  readonly then?: readonly string[];
  /** the command given after the edits were made, without any data in question */
  readonly runs?: readonly string[];
  /** the desk that is opened: on a folder that has one already, or on a port that is taken */
  readonly desk?: "again" | "port";
  /** the folder that the PDF is to be printed to; without it the case goes through the gates only */
  readonly output?: string;
  /** whether so many PDFs are printed that only test:real has the time */
  readonly long?: boolean;
}

export function caseNames(): readonly string[] {
  return readdirSync(CASES, { withFileTypes: true }).flatMap((each) =>
    each.isDirectory() ? [each.name] : [],
  );
}

export function readCase(name: string): FaultCase {
  return JSON.parse(readFileSync(join(CASES, name, "case.json"), "utf8"));
}

/** That the program prints for a case what is written beside it. */
export async function expectTold(name: string): Promise<void> {
  expectFile(join(CASES, name, "expected.txt"), await printedFor(name));
}

/** What the program prints for the files of a case. */
export async function printedFor(name: string): Promise<string> {
  const {
    args,
    at = SAMPLE,
    copies = {},
    desk,
    edits = [],
    output,
    project: other,
    reads = at,
    runs,
    stale,
    then,
  } = readCase(name);
  if (stale) return told(async () => ({ warnings: [staleProgram()] }));
  if (args) return told(async () => ({ ...readCommand(args), warnings: [] }));
  if (desk) return toldByDesk(desk);
  const project = makeProject(other && join(PROGRAM, other));
  const input = join(CASES, name, "input.yaml");
  if (existsSync(input)) cpSync(input, join(project, SAMPLE));
  if (then) await buildIn(project, { data: dataFile("403008", 2023), output: "out" });
  for (const [to, from] of Object.entries(copies)) put(join(PROGRAM, from), join(project, to));
  for (const { file = SAMPLE, find, replace } of edits) edit(found(project, file), find, replace);
  if (runs) return told(() => runIn(project, runs));
  if (then) {
    const words = then.map((word) => nameOf(project, word));
    return unnamed(await told(() => runIn(project, words)));
  }
  if (!existsSync(input) && !other) silence(join(project, SAMPLE));
  if (at !== SAMPLE) move(project, at);
  const [, unit = "", year = ""] = /^data\/(.*)\/(.*)\.yaml$/.exec(reads) ?? [];
  const data = { unit, year: Number(year), file: reads };
  if (output !== undefined) return unnamed(await told(() => buildIn(project, { data, output })));
  return told(() => examineIn(project, { data, output: "out" }));
}

/** What is told when a desk cannot be opened; its port and its token are others each time. */
async function toldByDesk(why: "again" | "port"): Promise<string> {
  const project = makeProject();
  const { address, close } = await deskOn(project);
  const { port } = new URL(address);
  const open = () => (why === "again" ? deskOn(project) : deskOn(makeProject(), port));
  const printed = await told(async () => {
    await open();
    return { warnings: [] };
  });
  await close();
  return printed.replaceAll(address, "http://127.0.0.1:8023/（口令）/").replaceAll(port, "8023");
}

/** A record's name holds the beginning of the PDF's hash, which any change of the layout changes. */
function unnamed(printed: string): string {
  return printed.replaceAll(/\.[0-9a-f]{12}\.json/g, ".（指纹）.json").replaceAll(VERSION, "（版本）");
}

function nameOf(project: string, word: string): string {
  return relative(project, found(project, word));
}

/** The path of a file whose name may have a `*` in it; of a word that is no file's name, the word. */
function found(project: string, word: string): string {
  const [before = "", after] = word.split("*");
  if (after === undefined) return join(project, word);
  const folder = dirname(before + after);
  const name = readdirSync(join(project, folder)).find((each) => {
    const file = `${folder}/${each}`;
    return file.startsWith(before) && file.endsWith(after);
  });
  return join(project, folder, name ?? word);
}

function edit(file: string, find: string, replace: string): void {
  const parts = readFileSync(file, "utf8").split(find);
  if (parts.length !== 2) throw new Error(`“${find}” occurs ${parts.length - 1} times in ${file}`);
  writeFileSync(file, parts.join(replace));
}

/** Mends what the sample is warned of, so that a case shows its own fault only. */
function silence(file: string): void {
  const procurement = "政府采购: [{ 采购类型: 服务, 面向中小企业: 否, 金额: 6180000.00 }]";
  writeFileSync(file, readFileSync(file, "utf8").replace("政府采购: []", procurement));
}

function put(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

/** Puts the sample's data elsewhere in the project. */
function move(project: string, at: string): void {
  const data = readFileSync(join(project, SAMPLE));
  rmSync(join(project, "data"), { recursive: true });
  mkdirSync(dirname(join(project, at)), { recursive: true });
  writeFileSync(join(project, at), data);
}

/** What the officer is told of `work`: its warnings, or why it was refused. */
async function told(work: () => Promise<{ readonly warnings: readonly Diagnostic[] }>): Promise<string> {
  try {
    return printDiagnostics((await work()).warnings);
  } catch (error) {
    if (error instanceof Refusal) return printDiagnostics(error.diagnostics);
    throw error;
  }
}
