import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@jest/globals";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { type Pdf, readPdf } from "../pdf/read.js";
import { makeProject, runIn } from "../project.js";

export const DATA = "data/403008/2023.yaml";
export const DRAFT = "三门峡市住房保障中心2023年度单位预算公开（草稿）.pdf";
export const SAMPLE = readFileSync(join(makeProject(), DATA), "utf8");

export interface Drafted {
  readonly project: string;
  readonly pdf: Pdf;
  readonly found: readonly Diagnostic[];
  /** the text of each page, and of the list at the end */
  readonly pages: readonly string[];
  readonly list: string;
}

/** The draft of the sample with the edits made, each of a text that occurs in it. */
export async function draftWith(
  ...edits: readonly (readonly [find: string, replace: string])[]
): Promise<Drafted> {
  const project = makeProject();
  const text = edits.reduce((rest, [find, replace]) => {
    expect(rest).toContain(find);
    return rest.replace(find, replace);
  }, SAMPLE);
  writeFileSync(join(project, DATA), text);
  const { warnings } = await runIn(project, ["build-report", "--draft"]);
  const pdf = await readPdf(readFileSync(join(project, "out", DRAFT)));
  const pages = pdf.pages.map(({ items }) => items.map((item) => item.text.replaceAll(" ", "")).join(""));
  const from = pages.findLastIndex((page) => page.includes("还要填的和要改的地方"));
  return { project, pdf, found: warnings, pages, list: pages.slice(from).join("") };
}

/** The page that a table begins on, which is not that of the contents. */
export function pageOfTable(pages: readonly string[], number: string): string | undefined {
  return pages.find((page) => page.includes(number) && page.includes("单位：万元"));
}
