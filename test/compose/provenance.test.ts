import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { Block, Report } from "../../src/model/report.js";
import { blocksOf, cellWords, headsIn, ownWords, runsOf } from "../../src/model/walk.js";
import type { Origin, Wording } from "../../src/model/wording.js";
import { dataFile } from "../../src/project/data-files.js";
import { examineIn, makeProject, PROGRAM } from "../project.js";

/** All words that a report prints, but for figures. */
function wordingsOf(report: Report): readonly Wording[] {
  return [report.title, ...blocksOf(report).flatMap(wordingsIn)];
}

function wordingsIn(block: Block): readonly Wording[] {
  const runs = runsOf(block).flatMap((run) => (run.kind === "text" ? [run] : []));
  if (block.kind !== "table") return [...ownWords(block), ...runs];
  return [
    ...ownWords(block),
    ...headsIn(block.columns).map(({ header }) => header),
    ...cellWords(block),
    ...runs,
  ];
}

/** The words of a wording that were written nowhere. */
function unwritten({ text, origins }: Wording): readonly string[] {
  let at = 0;
  const gaps = [...origins, { from: text.length, to: text.length }].flatMap(({ from, to }) => {
    const gap = text.slice(at, from);
    at = to;
    return gap === "" ? [] : [gap];
  });
  return gaps;
}

/** Whether the characters of an origin stand at their places as they are printed. */
function standsThere(text: string, { from, to, written, start, end }: Origin): boolean {
  if (end - start !== to - from) return true;
  return [...text.slice(from, to)].every((character, index) => {
    const { excerpt, column, length } = written.at(start + index, 1);
    const there = [...excerpt].slice(column - 1, column - 1 + length).join("");
    // what stands for something as a whole is placed as a whole
    return there === character || there.length !== character.length;
  });
}

describe.each([
  ["the sample", PROGRAM, dataFile("403008", 2023)],
  ["a department", join(PROGRAM, "test/consolidation/department"), dataFile("403", 2024)],
])("in %s", (_, folder, data) => {
  const examined = examineIn(makeProject(folder), { data, output: "out" });

  test("all words know where they were written, but for numbers, the signs between names and 本级", async () => {
    const { report } = await examined;
    const own = new Set(wordingsOf(report).flatMap(unwritten));
    const numbers = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[、：，（）]|本级)$/;
    expect([...own].filter((words) => !numbers.test(words))).toEqual([]);
  });

  test("they stand there as they are printed", async () => {
    const { report } = await examined;
    const wrong = wordingsOf(report).flatMap(({ text, origins }) =>
      origins.filter((origin) => !standsThere(text, origin)).map(({ from, to }) => text.slice(from, to)),
    );
    expect(wrong).toEqual([]);
  });

  test("figures know the tags that they stand for", async () => {
    const { report } = await examined;
    const figures = report.parts
      .flatMap((part) => part.blocks)
      .flatMap((block) => (block.kind === "paragraph" ? block.runs : []))
      .flatMap((run) => (run.kind === "figure" ? run.origins : []));
    expect(figures.length).toBeGreaterThan(30);
    for (const { written, start, end } of figures)
      expect(written.text.slice(start, end)).toMatch(/^\{\{.*\}\}$/);
  });
});
