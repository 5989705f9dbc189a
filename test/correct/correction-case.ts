import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@jest/globals";
import { correctionWords } from "../../src/cli/corrections.js";
import { chooseDataFiles, type DataFile } from "../../src/project/data-files.js";
import type { Setting } from "../../src/work/build.js";
import { type CorrectionResult, correct } from "../../src/work/correct.js";
import { expectFile } from "../golden.js";
import { buildAnewIn, buildIn, makeProject, PROGRAM, program } from "../project.js";
import type { Evidence } from "./agreement.js";
import { readGrounds } from "./grounds.js";
import { readComparison, readDisclosure } from "./reading.js";

export const CASES = join(PROGRAM, "test/correct");

/** case.json: what the officer did after the disclosure was published. */
export interface CorrectionCase {
  readonly says: string;
  /** the folder with the data that was published, if it is not the sample's */
  readonly of?: string;
  /** changes to a file, the data if none is named, each of a text that occurs in it just once or, if told, so often */
  readonly edits?: readonly Edit[];
  /** files of the case that were added to the project, by where they were put */
  readonly adds?: Readonly<Record<string, string>>;
  /** whether whole sections stand in another order now */
  readonly moves?: boolean;
}

interface Edit {
  readonly file?: string;
  readonly find: string;
  readonly replace: string;
  readonly times?: number;
}

export function caseNames(): readonly string[] {
  return readdirSync(CASES, { withFileTypes: true }).flatMap((each) =>
    each.isDirectory() ? [each.name] : [],
  );
}

export function readCase(name: string): CorrectionCase {
  return JSON.parse(readFileSync(join(CASES, name, "case.json"), "utf8"));
}

export function settingOf(project: string): Setting {
  return { program, project, strict: false, step: async (_name, _subject, work) => work() };
}

/** A project whose newest disclosure has been built, as it was published. */
export interface Published {
  readonly project: string;
  readonly data: DataFile;
  readonly bytes: Uint8Array;
}

/** A project of its own with the data of `folder`, published. */
export function publishedCopy(folder = PROGRAM): Promise<Published> {
  return publish(makeProject(folder));
}

/** Builds the newest disclosure of a project. */
export async function publish(project: string): Promise<Published> {
  const [data] = chooseDataFiles(project, {});
  if (!data) throw new Error(`no data in ${project}`);
  const { file } = await buildIn(project, { data, output: "out" });
  return { project, data, bytes: readFileSync(join(project, file)) };
}

export const ANNOUNCEMENT = "\n更正: { 公开日期: 2023-02-20, 更正日期: 2023-05-20, 原因: 录入时有误 }\n";

/** The project of a case, published and edited since. */
export async function editedProject(name: string): Promise<Published> {
  const { of, edits = [], adds = {} } = readCase(name);
  const published = await publishedCopy(join(PROGRAM, of ?? ""));
  const { project, data } = published;
  appendFileSync(join(project, data.file), ANNOUNCEMENT.replaceAll("2023", String(data.year)));
  for (const { file = data.file, ...each } of edits) edit(join(project, file), each);
  for (const [file, source] of Object.entries(adds)) {
    writeFileSync(join(project, file), readFileSync(join(CASES, name, source)));
  }
  return published;
}

/** Changes a text of a file, which occurs in it just so often. */
export function edit(path: string, { find, replace, times = 1 }: Omit<Edit, "file">): void {
  const parts = readFileSync(path, "utf8").split(find);
  if (parts.length !== times + 1) throw new Error(`“${find}” occurs ${parts.length - 1} times in ${path}`);
  writeFileSync(path, parts.join(replace));
}

export function correctIn({ project, data }: Published, output = "out"): Promise<CorrectionResult> {
  return correct({ data, output }, settingOf(project));
}

/** Corrects the project of a case: what is told is what its expected.txt says, and nothing is printed of no corrections. */
export async function correctAsExpected(name: string, published: Published): Promise<CorrectionResult> {
  const printed = () => readdirSync(join(published.project, "out"));
  const before = printed();
  const result = await correctIn(published);
  expectFile(join(CASES, name, "expected.txt"), unnamed(`${correctionWords(result)}\n`));
  if (result.corrections.length > 0) expect(result.lacking).toEqual([]);
  else expect(printed()).toEqual(before);
  return result;
}

/** Records are named by the PDF's hash, which any change of the layout changes. */
function unnamed(says: string): string {
  return says.replaceAll(/\.[0-9a-f]{12}\.json/g, ".（指纹）.json");
}

/** What a correction is held against: the PDFs, read anew. */
export async function evidenceOf(
  { project, data, bytes }: Published,
  { corrections, printed }: CorrectionResult,
  moves = false,
): Promise<Evidence> {
  const [announcement = "", review = ""] = printed;
  const { file } = await buildAnewIn(project, { data, output: "corrected" });
  const read = (path: string): Uint8Array => readFileSync(join(project, path));
  const pack = /^版式: (\S+)$/m.exec(readFileSync(join(project, data.file), "utf8"))?.[1];
  return {
    corrections,
    moves,
    published: await readDisclosure(bytes, pack),
    corrected: await readDisclosure(read(file), pack),
    review: await readGrounds(read(review)),
    announced: await readComparison(read(announcement)),
  };
}
