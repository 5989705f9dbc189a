#!/usr/bin/env node
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { openProgram, type Setting } from "./build.js";
import { type Work, worksOf } from "./commands.js";
import { wantsColours } from "./console/colour.js";
import { type Command, readCommand } from "./console/command.js";
import { printDiagnostics } from "./console/diagnostics.js";
import { help } from "./console/help.js";
import { type ProgressOutput, progress } from "./console/progress.js";
import { diagnosticsAsSarif } from "./console/sarif.js";
import { type Diagnostic, Refusal } from "./diagnostic.js";

/** Exit codes: nothing wrong; the data needs attention; the call or the program is at fault. */
const DONE = 0;
const DATA_AT_FAULT = 1;
const PROGRAM_AT_FAULT = 2;
/** As shells say it of what Ctrl-C has ended. */
const INTERRUPTED = 130;

const { stdout, stderr, env } = process;
const PROGRAM = dirname(dirname(fileURLToPath(import.meta.url)));

// a document is done before optimized code has paid for its compiling, which took a quarter of the time; what runs on and
// on is still optimized
setFlagsFromString("--interrupt-budget=4000000");

// who no longer listens is told no more, and the work goes on
for (const stream of [stdout, stderr]) stream.on("error", () => {});

process.exitCode = await guarded(() => run(process.argv.slice(2)), tell, PROGRAM_AT_FAULT);

async function run(args: readonly string[]): Promise<number> {
  const command = readCommand(args);
  if (command.help) stdout.write(help(command.name));
  if (command.help) return DONE;
  return command.format === "json"
    ? runForMachines(command)
    : guarded(() => runAll(command, tell), tell, DATA_AT_FAULT);
}

/** Collects all that is found, and writes nothing else to standard output. */
async function runForMachines(command: Command): Promise<number> {
  const found: Diagnostic[] = [];
  const collect = (diagnostics: readonly Diagnostic[]): number => found.push(...diagnostics);
  const code = await guarded(() => runAll(command, collect), collect, DATA_AT_FAULT);
  stdout.write(diagnosticsAsSarif(found));
  return code;
}

type Listener = (diagnostics: readonly Diagnostic[]) => void;

/** One piece of work after the other; what is wrong with one does not stop the next. */
async function runAll(command: Command, listener: Listener): Promise<number> {
  const stream = command.format === "text" ? stdout : stderr;
  const screen: ProgressOutput = {
    write: (text) => stream.write(text),
    terminal: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
    now: () => performance.now(),
  };
  const setting: Setting = {
    program: openProgram(PROGRAM),
    project: process.cwd(),
    strict: command.strict,
    step: progress(screen),
  };
  if (command.all) process.once("SIGINT", interrupted);
  const codes: number[] = [];
  for (const work of worksOf(command, setting.project, screen)) {
    codes.push(await guarded(() => runOne(work, command, setting, listener), listener, DATA_AT_FAULT));
  }
  return Math.max(...codes);
}

async function runOne(work: Work, command: Command, setting: Setting, listener: Listener): Promise<number> {
  const { says, warnings, lacking = [], failed, crashed } = await work(setting);
  if (warnings.length > 0) listener(warnings);
  if (command.format === "text") stdout.write(`${says}\n`);
  else if (crashed) stderr.write(`${says}\n`);
  if (lacking.length > 0) listener(lacking);
  if (crashed) return PROGRAM_AT_FAULT;
  return failed || lacking.length > 0 ? DATA_AT_FAULT : DONE;
}

/** Each file is there whole or not at all, so nothing need be put in order. */
function interrupted(): never {
  stderr.write("\n中断了。做好的都在；再运行一次，就接着做完。\n");
  process.exit(INTERRUPTED);
}

/** The exit code of `work`, or `refused` when it was refused; the officer is told why, and never sees a stack. */
async function guarded(work: () => Promise<number>, listener: Listener, refused: number): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) {
      listener(error.diagnostics);
      return refused;
    }
    stderr.write(`\n程序出了意外，不是数据的错：${error instanceof Error ? error.message : String(error)}\n`);
    stderr.write("没有生成 PDF，原来的文件没有动。请把上面的话和数据文件交给维护程序的人。\n");
    return PROGRAM_AT_FAULT;
  }
}

function tell(diagnostics: readonly Diagnostic[]): void {
  stderr.write(`\n${printDiagnostics(diagnostics, wantsColours(stderr.isTTY === true, env))}\n`);
}
