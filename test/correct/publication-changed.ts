import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../src/model/record.js";
import { type CorrectionOrder, type CorrectionResult, correct } from "../../src/work/correct.js";
import { ANNOUNCEMENT, edit, type Published, publishedCopy, settingOf } from "./correction-case.js";

/** The smallest change after publication. */
export const CHANGE = { find: "≥1次/季度", replace: "≥2次/季度" };

/** What is corrected by it. */
export const ONE = [["≥1次/季度", "≥2次/季度"]];

/** Published, announced, and with one indicator changed. */
export async function changed(folder?: string): Promise<Published> {
  const published = await publishedCopy(folder);
  appendFileSync(join(published.project, published.data.file), ANNOUNCEMENT);
  edit(join(published.project, published.data.file), CHANGE);
  return published;
}

export function textsOf({ corrections }: CorrectionResult): readonly (readonly (string | undefined)[])[] {
  return corrections.map(({ correction: { before, after } }) => [before?.text, after?.text]);
}

/** The files that were printed, as hashes. */
export function hashesOf({ project }: Published, { printed }: CorrectionResult): readonly string[] {
  return printed.map((file) => sha256(readFileSync(join(project, file))));
}

export function correctAs(published: Published, order: Partial<CorrectionOrder>): Promise<CorrectionResult> {
  return correct({ data: published.data, output: "out", ...order }, settingOf(published.project));
}
