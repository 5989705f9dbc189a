import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { runText } from "../../src/model/printed.js";
import type { Block, Report } from "../../src/model/report.js";
import { chooseDataFiles } from "../../src/project/data-files.js";
import { audit } from "../../src/work/audit/audit.js";
import { buildIn } from "../project.js";
import { auditOf, setting, subject } from "./auditing.js";
import { manuscriptOf } from "./typed.js";

type Name = Parameters<typeof subject>[0];

/** A subject with its finished PDF, and what is found in it. */
async function audited(name: Name) {
  const whose = await subject(name);
  const { project } = whose;
  const [data] = chooseDataFiles(project, {});
  if (!data) throw new Error(`no data in ${name}`);
  const { file, pages } = await buildIn(project, { data, output: "out" });
  const before = readFileSync(join(project, file));
  const {
    findings,
    pages: read,
    sentences,
    cells,
  } = await audit({ data, file, folder: project }, setting(project));
  const counts = { pages: read, sentences, cells };
  const isUntouched = readFileSync(join(project, file)).equals(before);
  return { name, whose, pages, findings, counts, isUntouched };
}

/** That nothing is found in the own files of these subjects. */
export async function holdAgainstThemselves(names: readonly Name[]): Promise<void> {
  const all: Awaited<ReturnType<typeof audited>>[] = [];
  for (const name of names) all.push(await audited(name));

  describe.each(all)(
    "$name: nothing is found in the own file",
    ({ whose, pages, findings, counts, isUntouched }) => {
      test("every sentence and cell of the PDF was audited", () => {
        expect(printDiagnostics(findings)).toBe("");
        expect(counts).toEqual({ pages, sentences: sentencesIn(whose.report), cells: cellsIn(whose.report) });
        expect(isUntouched).toBe(true);
      });

      test("so it is without a PDF in between", () => {
        const { findings: others, counts: held } = auditOf(manuscriptOf(whose.report), whose);
        expect(printDiagnostics(others)).toBe("");
        // the table of contents is made with the pages
        expect(held.sentences).toBe(sentencesIn(whose.report) - 1);
        expect(held.cells).toBe(cellsIn(whose.report));
      });
    },
  );
}

function sentencesIn({ parts }: Report): number {
  return parts.flatMap((part) => part.blocks.flatMap(sentencesOf)).length;
}

function sentencesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "cover":
    case "heading":
      return block.lines.map(({ text }) => text);
    case "contents":
      return [block.title.text];
    case "paragraph":
      return (
        block.runs
          .map(runText)
          .join("")
          .match(/[^。]+/gu) ?? []
      );
    case "signature":
    case "table":
    case "chart":
      return [];
  }
}

function cellsIn({ parts }: Report): number {
  const tables = parts.flatMap((part) => part.blocks.filter((block) => block.kind === "table"));
  const cells = tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
  return cells.filter(({ kind }) => kind === "text" || kind === "figure").length;
}
