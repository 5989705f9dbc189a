import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, warning } from "../diagnostic/diagnostic.js";
import { Refusal } from "../diagnostic/refusal.js";
import type { LeftOut } from "../diagnostic/telling.js";
import type { Shelf } from "../files/bytes.js";
import { projectAround } from "../project/data-files.js";
import { openProgram, type Prepared, type Setting, type Step } from "../work/build.js";
import { wantsColours } from "./colour.js";
import { type Command, foundFrom, readCommand } from "./command.js";
import { printDiagnostics } from "./diagnostics.js";
import { type Work, worksOf } from "./dispatch.js";
import { help } from "./help.js";
import { type ProgressOutput, progress } from "./progress.js";
import { diagnosticsAsSarif } from "./sarif.js";

/** Exit codes: nothing wrong; the data needs attention; the call or the program is at fault. */
const DONE = 0;
const DATA_AT_FAULT = 1;
const PROGRAM_AT_FAULT = 2;

const PROGRAM = resolve(fileURLToPath(import.meta.url), "../../..");

/** Where a command is run, and whom it tells. */
export interface Surroundings {
  readonly stdout: Screen;
  readonly stderr: Screen;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** the folder of the project, or one within it */
  readonly project: string;
  readonly prepared?: Prepared;
  /** does each step, where its progress is not for a screen */
  readonly step?: Step;
  /** is told which files for readers were written, relative to the project */
  readonly wrote?: (files: readonly string[]) => void;
  /** where a file lies that the command names, if not on the disk */
  readonly given?: Shelf;
  /** opens the desk, where there is one */
  readonly desk?: DeskOpener;
}

/** Opens the desk on a folder, and gives an exit code when it is closed. */
export type DeskOpener = (order: DeskOrder) => Promise<number>;

export interface DeskOrder extends Pick<Command, "port" | "no-open"> {
  /** the program's folder, and the officer's */
  readonly program: string;
  readonly project: string;
  readonly screen: Pick<Screen, "write">;
  readonly env: Surroundings["env"];
}

export interface Screen {
  readonly isTTY?: boolean;
  /** how wide it is just now */
  readonly columns?: number;
  write(text: string): unknown;
}

/** Runs the command that the words of a command line ask for, and gives the exit code. */
export async function run(args: readonly string[], around: Surroundings): Promise<number> {
  const { stderr, env, project: standing } = around;
  const project = projectAround(standing);
  const read = (): Command => foundFrom(env, project, readCommand(args, env), standing);
  return guarded(
    () => runCommand(read(), { ...around, project }),
    teller(stderr, env),
    PROGRAM_AT_FAULT,
    around,
  );
}

async function runCommand(command: Command, around: Surroundings): Promise<number> {
  if (command.help) around.stdout.write(help(command.name));
  if (command.help) return DONE;
  // a result, so that it can be kept in a file
  const tell = teller(around.stdout, around.env);
  if (command.name === "start")
    return guarded(() => openDesk(command, tell, around), tell, DATA_AT_FAULT, around);
  if (command.format === "json") return runForMachines(command, around);
  return guarded(() => runAll(command, tell, around), tell, DATA_AT_FAULT, around);
}

async function openDesk(command: Command, tell: Listener, around: Surroundings): Promise<number> {
  const { desk, project, prepared, stdout: screen, env } = around;
  if (!desk) throw new Error("no desk");
  if (prepared?.program?.isStale()) tell([staleProgram()]);
  return desk({ ...command, program: PROGRAM, project, screen, env });
}

/** Runs a command, and tells `listener` what is found as it is, for whom shows it otherwise than a terminal does. */
export function runFor(args: readonly string[], listener: Listener, around: Surroundings): Promise<number> {
  return guarded(() => runAll(readCommand(args), listener, around), listener, DATA_AT_FAULT, around);
}

/** Collects all that is found, and writes nothing else to standard output. */
async function runForMachines(command: Command, around: Surroundings): Promise<number> {
  const found: Diagnostic[] = [];
  const collect = (diagnostics: readonly Diagnostic[]): number => found.push(...diagnostics);
  const code = await guarded(() => runAll(command, collect, around), collect, DATA_AT_FAULT, around);
  around.stdout.write(diagnosticsAsSarif(found));
  return code;
}

export type Listener = (diagnostics: readonly Diagnostic[], leftOut?: readonly LeftOut[]) => void;

/** One piece of work after the other; what is wrong with one does not stop the next. */
async function runAll(command: Command, listener: Listener, around: Surroundings): Promise<number> {
  const { stderr, project } = around;
  const screen: ProgressOutput = {
    write: (text) => stderr.write(text),
    terminal: stderr.isTTY === true,
    get columns() {
      return stderr.columns;
    },
    now: () => process.uptime() * 1000,
  };
  const setting: Setting = {
    program: openProgram(PROGRAM, around.prepared),
    project,
    strict: command.strict,
    step: around.step ?? progress(screen),
    ...(around.given && { given: around.given }),
  };
  if (around.prepared?.program?.isStale()) {
    if (command.strict) throw new Refusal([staleProgram()]);
    listener([staleProgram()]);
  }
  const runOnce = () =>
    guarded(() => runWorks(command, setting, screen, listener, around), listener, DATA_AT_FAULT, around);
  if (!command.watch) return runOnce();
  const { watching } = await import("./watching.js");
  return watching(project, runOnce, (text) => stderr.write(text));
}

async function runWorks(
  command: Command,
  setting: Setting,
  screen: ProgressOutput,
  listener: Listener,
  around: Surroundings,
): Promise<number> {
  const codes: number[] = [];
  for (const work of worksOf(command, setting.project, screen)) {
    codes.push(
      await guarded(() => runOne(work, command, setting, listener, around), listener, DATA_AT_FAULT, around),
    );
  }
  return Math.max(...codes);
}

/** What is written meanwhile is what the program of before makes, and its record says so: the officer is told. */
export function staleProgram(): Diagnostic {
  return warning(
    "程序/没有重做",
    "程序的源文件改过，现在运行的还是改以前的程序",
    undefined,
    "怎么改：运行 npm ci（没有换过程序库的，npm run prepare 就可以），再运行这条命令",
  );
}

async function runOne(
  work: Work,
  command: Command,
  setting: Setting,
  listener: Listener,
  { stdout, stderr, wrote }: Surroundings,
): Promise<number> {
  const { says, warnings, leftOut, lacking = [], written = [], failed, crashed } = await work(setting);
  wrote?.(written);
  if (warnings.length > 0) listener(warnings, leftOut);
  if (command.format === "text") stdout.write(`${says}\n`);
  else if (crashed) stderr.write(`${says}\n`);
  if (lacking.length > 0) listener(lacking);
  if (crashed) return PROGRAM_AT_FAULT;
  return failed || lacking.length > 0 ? DATA_AT_FAULT : DONE;
}

/** The exit code of `work`, or `refused` when it was refused; the officer is told why, and never sees a stack. */
async function guarded(
  work: () => Promise<number>,
  listener: Listener,
  refused: number,
  { stderr }: Surroundings,
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) {
      listener(error.diagnostics, error.leftOut);
      return refused;
    }
    stderr.write(`\n程序出了意外，不是数据的错：${error instanceof Error ? error.message : String(error)}\n`);
    stderr.write("没有生成 PDF，原来的文件没有动。请把上面的话和数据文件交给维护程序的人。\n");
    return PROGRAM_AT_FAULT;
  }
}

function teller(screen: Screen, env: Surroundings["env"]): Listener {
  return (diagnostics, leftOut = []) => {
    const terminal = screen.isTTY === true;
    const showing = {
      colour: wantsColours(terminal, env),
      width: terminal ? screen.columns : undefined,
      leftOut,
    };
    screen.write(`\n${printDiagnostics(diagnostics, showing)}\n`);
  };
}
