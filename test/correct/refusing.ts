import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { sha256 } from "../../src/model/record.js";
import { expectFile } from "../golden.js";
import { PROGRAM, runIn, VERSION } from "../project.js";
import { ANNOUNCEMENT, edit, publishedCopy } from "./correction-case.js";
import { REFUSALS, type RefusalCase } from "./refusals.js";

/** What is printed for all of them, each under a heading. */
const GALLERY = join(PROGRAM, "test/correct/refusals.txt");

const { env } = process;

afterEach(() => {
  process.env = env;
});

/** What differs from run to run: where the project lies, and the hashes of PDFs. */
function lasting(printed: string, project: string): string {
  return printed
    .replaceAll(project, "（项目）")
    .replaceAll(/\.[0-9a-f]{12}\.json/g, ".（指纹）.json")
    .replaceAll(VERSION, "（版本）");
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).map((name) => `${name} ${sha256(readFileSync(join(folder, name)))}`);
}

/** That nothing is written where each case is refused, and what is said, under a heading. */
async function refused({ says, prepare, args = [], env: other }: RefusalCase): Promise<string> {
  const published = await publishedCopy();
  const { project, data } = published;
  appendFileSync(join(project, data.file), ANNOUNCEMENT);
  edit(join(project, data.file), { find: "≥1次/季度", replace: "≥2次/季度" });
  await prepare?.(published);
  const before = filesIn(join(project, "out"));
  process.env = { ...env, GIT_CEILING_DIRECTORIES: project, ...other };
  const said = lasting(await told(project, args), project).trim();
  expect(said).toContain("错误 ");
  expect(filesIn(join(project, "out"))).toEqual(before);
  return `## ${says}\n\n${said}\n`;
}

/** All of them; what is printed was read and found good. */
export function refuseAll(): void {
  const printed: string[] = [];
  test.each(REFUSALS)("$says", async (each) => void printed.push(await refused(each)));
  test("what is printed was read and found good", () => expectFile(GALLERY, printed.join("\n")));
}

/** Every third. */
export function refuseSome(): void {
  const gallery = readFileSync(GALLERY, "utf8");
  test.each(REFUSALS.filter((_, place) => place % 3 === 1))("$says", async (each) =>
    expect(gallery).toContain(await refused(each)),
  );
}

async function told(project: string, args: readonly string[]): Promise<string> {
  try {
    return printDiagnostics((await runIn(project, ["correct", ...args])).warnings);
  } catch (error) {
    if (error instanceof Refusal) return printDiagnostics(error.diagnostics);
    throw error;
  }
}
