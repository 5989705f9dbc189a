import { describe, expect, test } from "@jest/globals";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { runText } from "../../src/model/printed.js";
import type { Block } from "../../src/model/report.js";
import { leavesOf } from "../../src/model/walk.js";
import { dataFile } from "../../src/project/data-files.js";
import { renderPdf } from "../../src/render/pdf/pdf.js";
import { examineIn, makeProject, program } from "../project.js";

const { report } = await examineIn(makeProject(), { data: dataFile("403008", 2023), output: "out" });
const { bytes, pages, where } = await renderPdf(report, program.fonts);

interface ReadPage {
  readonly landscape: boolean;
  /** pieces of text as a reader hands them out, spaces and all */
  readonly texts: readonly string[];
  /** of the characters, in pt */
  readonly sizes: readonly number[];
  readonly colours: readonly unknown[];
}

async function readPages(): Promise<ReadPage[]> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const all: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const texts = items.flatMap((item) => ("str" in item ? [item] : []));
    const { fnArray, argsArray } = await page.getOperatorList();
    const { width, height } = page.getViewport({ scale: 1 });
    all.push({
      landscape: width > height,
      texts: texts.map(({ str }) => str),
      sizes: texts.filter(({ str }) => str.trim() !== "").map((item) => item.height),
      colours: [...fnArray.entries()]
        .filter(([, operator]) => operator === OPS.setFillRGBColor || operator === OPS.setStrokeRGBColor)
        .map(([index]) => (argsArray[index] as unknown[])[0]),
    });
  }
  await loading.destroy();
  return all;
}

const read = await readPages();
const blocks = report.parts.flatMap((part) => part.blocks);

/** What a block of the text says, as it should be copied. */
function wordsOf(block: Block): string {
  if (block.kind === "heading") return block.lines.map(({ text }) => text).join("");
  return block.kind === "paragraph" ? block.runs.map(runText).join("") : "";
}

describe("text that is taken out of the file", () => {
  const narrative = blocks
    .filter((block) => block.kind === "heading" || block.kind === "paragraph")
    .slice(0, -1);
  const numbers = new Set(narrative.flatMap((block) => where.get(block) ?? []).map(({ index }) => index - 1));
  const text = [...numbers].map((page) => read[page]?.texts.join("").replace(/— \d+ —$/, "")).join("");

  test("is the narrative, character for character, in order and without spaces", () => {
    expect(text).toBe(narrative.map(wordsOf).join(""));
  });

  test("has its numbers whole", () => {
    const pieces = new Set([...numbers].flatMap((page) => read[page]?.texts ?? []));
    const figures = blocks.flatMap((block) => (block.kind === "paragraph" ? block.runs : []));
    for (const run of figures) {
      if (run.kind !== "figure") continue;
      const printed = runText(run);
      const digits = /^-?[\d.]+/.exec(printed)?.[0] ?? "";
      expect(pieces.has(digits) || pieces.has(printed)).toBe(true);
    }
  });

  test("has no private-use characters anywhere", () => {
    expect(read.flatMap(({ texts }) => texts).filter((each) => /\p{Co}|\uFFFD/u.test(each))).toEqual([]);
  });
});

describe("on paper", () => {
  test("no type is smaller than 7.5 pt", () => {
    expect(read).toHaveLength(pages);
    for (const { sizes } of read) expect(Math.min(...sizes)).toBeGreaterThanOrEqual(7.5 - 1e-6);
  });

  test("all is black, as a black-and-white printer wants it", () => {
    for (const { colours } of read) expect(new Set(colours)).toEqual(new Set(["#000000"]));
  });

  test("tables of more than six columns lie", () => {
    for (const block of blocks) {
      if (block.kind !== "table" || leavesOf(block.columns).length <= 6) continue;
      const [cell] = block.rows[0]?.cells ?? [];
      const [page] = (cell && where.get(cell)) ?? [];
      expect(page && read[page.index - 1]?.landscape).toBe(true);
    }
  });
});
