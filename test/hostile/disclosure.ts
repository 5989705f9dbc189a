import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { chooseDataFiles } from "../../src/project/data-files.js";
import { examineIn, makeProject } from "../project.js";
import { put } from "./run.js";

/** The sample's project with a change of a text that a file of it holds. */
export function projectWith(file: string, find: string, replace: string): string {
  const project = makeProject();
  const text = readFileSync(join(project, file), "utf8");
  if (!text.includes(find)) throw new Error(`${file} holds no “${find}”`);
  put(
    project,
    file,
    text.replace(find, () => replace),
  );
  return project;
}

/** What is refused when the sample's unit is examined, as codes and messages; nothing when nothing is wrong. */
export async function refusalIn(project: string, pack?: string): Promise<string> {
  return refused(async () => {
    const [data] = chooseDataFiles(project, { unit: "403008" });
    if (data) await examineIn(project, { data, pack, output: "out" });
  });
}

/** Codes and messages of what `work` refuses. Whatever else it throws is a fault of the program. */
export async function refused(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.diagnostics.map(({ code, message }) => `[${code}] ${message}`).join("\n");
  }
  return "";
}
