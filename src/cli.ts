#!/usr/bin/env node
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Built, build, type Setting } from "./build.js";
import { type Command, HELP, readCommand } from "./console/command.js";
import { printDiagnostics } from "./console/diagnostics.js";
import { progress } from "./console/progress.js";
import { Refusal } from "./diagnostic.js";
import { chooseDataFiles, type DataFile } from "./read/data-files.js";

const DONE = 0;
const DATA_AT_FAULT = 1;
const PROGRAM_AT_FAULT = 2;

const { stdout, stderr, env } = process;
const setting: Setting = {
  program: dirname(dirname(fileURLToPath(import.meta.url))),
  project: process.cwd(),
  step: progress({
    write: (text) => stdout.write(text),
    terminal: stdout.isTTY === true,
    now: () => performance.now(),
  }),
};

process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  const command = await attempt(() => readCommand(args), PROGRAM_AT_FAULT);
  if (typeof command === "number") return command;
  if (command.help) {
    stdout.write(HELP);
    return DONE;
  }
  const { unit, year } = command;
  const files = await attempt(
    () => chooseDataFiles(setting.project, { ...(unit && { unit }), ...(year && { year }) }),
    DATA_AT_FAULT,
  );
  return typeof files === "number" ? files : buildAll(files, command);
}

/** Builds one after the other; what is wrong with one unit does not stop the next. */
async function buildAll(files: readonly DataFile[], { output, pack }: Command): Promise<number> {
  const failures: number[] = [];
  for (const data of files) {
    const built = await attempt(() => build({ data, output, ...(pack && { pack }) }, setting), DATA_AT_FAULT);
    if (typeof built === "number") failures.push(built);
    else summarize(built);
  }
  return Math.max(DONE, ...failures);
}

/** The result of `work`, or the exit code when it failed, with the reason told. */
async function attempt<T>(work: () => T | Promise<T>, refused: number): Promise<T | number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) {
      stderr.write(`\n${printDiagnostics(error.diagnostics, hasColour())}`);
      return refused;
    }
    stderr.write(`\n程序出了意外，不是数据的错：${error instanceof Error ? error.message : String(error)}\n`);
    stderr.write("没有生成 PDF，原来的文件没有动。请把上面的话和数据文件交给维护程序的人。\n");
    return PROGRAM_AT_FAULT;
  }
}

function summarize({ file, pages, bytes, warnings }: Built): void {
  if (warnings.length > 0) stderr.write(`\n${printDiagnostics(warnings, hasColour())}\n`);
  const size = `${Math.round(bytes / 1024)} KB`;
  const remark = warnings.length > 0 ? `${warnings.length} 个警告，见上` : "没有警告";
  stdout.write(`已生成 ${file}（${pages} 页，${size}，${remark}）\n`);
}

function hasColour(): boolean {
  return stderr.isTTY === true && !env.NO_COLOR;
}
