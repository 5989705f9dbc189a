import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { dataFile } from "../../src/project/data-files.js";
import type { Setting } from "../../src/work/build.js";
import { verify } from "../../src/work/verify.js";
import { buildIn, makeProject, program, VERSION } from "../project.js";

export const DATA = dataFile("403008", 2023);

export function settingOf(project: string): Setting {
  return {
    program,
    project,
    strict: false,
    step: async (_name, _subject, work) => work(),
  };
}

/** What is said of the PDF, or why it is refused. */
export async function answer(project: string, file: string, setting = settingOf(project)): Promise<string> {
  try {
    return (await verify({ file, output: "out" }, setting)).join("\n");
  } catch (error) {
    if (error instanceof Refusal) return printDiagnostics(error.diagnostics);
    throw error;
  }
}

export async function built() {
  const project = makeProject();
  const { file, record } = await buildIn(project, { data: DATA, output: "out" });
  return { project, file, record: join(project, record), pdf: join(project, file) };
}

export function edit(file: string, find: string, replace: string): void {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(find);
  writeFileSync(file, text.replace(find, replace));
}

/** The record as an earlier version of the program would have written it. */
export function madeBy(version: string, record: string): void {
  edit(record, `"version": ${JSON.stringify(VERSION)}`, `"version": ${JSON.stringify(version)}`);
}
