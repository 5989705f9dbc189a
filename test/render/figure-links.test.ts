import { join } from "node:path";
import { test } from "@jest/globals";
import { runText } from "../../src/model/printed.js";
import type { Paragraph, Report } from "../../src/model/report.js";
import { dataFile } from "../../src/project/data-files.js";
import { findReferences, type References } from "../../src/render/tags/references.js";
import { expectFile } from "../golden.js";
import { examineIn, makeProject, PROGRAM } from "../project.js";

const DOCUMENTS = [
  { name: "sample", folder: PROGRAM, data: dataFile("403008", 2023) },
  {
    name: "administrative",
    folder: join(PROGRAM, "test/reports/administrative"),
    data: dataFile("410001", 2024),
  },
  { name: "second-year", folder: join(PROGRAM, "test/reports/second-year"), data: dataFile("410002", 2025) },
  {
    name: "department",
    folder: join(PROGRAM, "test/consolidation/department"),
    data: dataFile("403", 2024),
  },
] as const;

/** How much of a sentence stands before a figure in the expectation. */
const BEFORE = 14;

/** Under each heading the figures that are no change or share, with the words before them and where they lead. */
function figuresOf({ parts }: Report, references: References): string[] {
  let heading = "";
  return parts
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind === "heading") heading = `# ${block.lines.map(({ text }) => text).join("")}`;
      const figures = block.kind === "paragraph" ? figuresIn(block, references) : [];
      const above = figures.length > 0 && heading !== "" ? [heading] : [];
      if (above.length > 0) heading = "";
      return [...above, ...figures];
    });
}

function figuresIn({ runs }: Paragraph, references: References): string[] {
  let before = "";
  return runs.flatMap((run) => {
    const words = before.slice(-BEFORE);
    before += runText(run);
    if (run.kind === "text" || run.figure.derived) return [];
    return [`${words}【${runText(run)}】→ ${references.get(run)?.[0]?.says ?? "无"}`];
  });
}

test.each(DOCUMENTS)(
  "every figure leads to the cell that asks for what it asks for, or nearly so, or nowhere: $name",
  async ({ name, folder, data }) => {
    const { report } = await examineIn(makeProject(folder), { data, output: "out" });
    const text = `${figuresOf(report, findReferences(report)).join("\n")}\n`;
    const expected = join(PROGRAM, "test/render/figure-links", `${name}.txt`);
    expectFile(expected, text);
  },
);
