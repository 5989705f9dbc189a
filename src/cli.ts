#!/usr/bin/env node
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Built, build, openProgram, type Setting } from "./build.js";
import { HELP, readCommand } from "./console/command.js";
import { printDiagnostics } from "./console/diagnostics.js";
import { progress } from "./console/progress.js";
import { type Diagnostic, Refusal } from "./diagnostic.js";
import { chooseDataFiles } from "./read/data-files.js";

/** Exit codes: built; the data needs attention; the call or the program is at fault. */
const DONE = 0;
const DATA_AT_FAULT = 1;
const PROGRAM_AT_FAULT = 2;

const { stdout, stderr, env } = process;
const PROGRAM = dirname(dirname(fileURLToPath(import.meta.url)));

process.exitCode = await guarded(() => run(process.argv.slice(2)), PROGRAM_AT_FAULT);

async function run(args: readonly string[]): Promise<number> {
  const { help, ...command } = readCommand(args);
  if (help) stdout.write(HELP);
  return help ? DONE : guarded(() => buildAll(command), DATA_AT_FAULT);
}

/** Builds one disclosure after the other; what is wrong with one does not stop the next. */
async function buildAll({
  unit,
  year,
  pack,
  output,
}: Omit<ReturnType<typeof readCommand>, "help">): Promise<number> {
  const setting: Setting = {
    program: openProgram(PROGRAM),
    project: process.cwd(),
    step: progress({
      write: (text) => stdout.write(text),
      terminal: stdout.isTTY === true,
      now: () => performance.now(),
    }),
  };
  const codes: number[] = [];
  for (const data of chooseDataFiles(setting.project, { unit, year })) {
    codes.push(
      await guarded(async () => summarize(await build({ data, output, pack }, setting)), DATA_AT_FAULT),
    );
  }
  return Math.max(...codes);
}

function summarize({ file, pages, bytes, warnings }: Built): number {
  if (warnings.length > 0) tell(warnings);
  const remark = warnings.length > 0 ? `${warnings.length} 个警告，见上` : "没有警告";
  stdout.write(`已生成 ${file}（${pages} 页，${Math.round(bytes / 1024)} KB，${remark}）\n`);
  return DONE;
}

/** The exit code of `work`, or `refused` when it was refused; the officer is told why, and never sees a stack. */
async function guarded(work: () => Promise<number>, refused: number): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) {
      tell(error.diagnostics);
      return refused;
    }
    stderr.write(`\n程序出了意外，不是数据的错：${error instanceof Error ? error.message : String(error)}\n`);
    stderr.write("没有生成 PDF，原来的文件没有动。请把上面的话和数据文件交给维护程序的人。\n");
    return PROGRAM_AT_FAULT;
  }
}

function tell(diagnostics: readonly Diagnostic[]): void {
  stderr.write(`\n${printDiagnostics(diagnostics, stderr.isTTY === true && !env.NO_COLOR)}\n`);
}
