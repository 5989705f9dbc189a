import { describe, expect, test } from "@jest/globals";
import { compareReports } from "../../src/compare/reports.js";
import type { Report, Row } from "../../src/model/report.js";
import { column, heading, paragraph, part, report, row, table } from "../render/sample.js";
import { atNight } from "../sample.js";

const COLUMNS = 20;
const HEADS = [column("名称"), ...Array.from({ length: COLUMNS - 1 }, (_, index) => column(`第${index}栏`))];

/** As much as 20,000 cells and 2,000 sentences, all of whose words begin with `word`. */
function large(word: string, tables: number, rows: number): Report {
  const names = Array.from({ length: rows }, (_, index) => `${word}${word}${index}${word}`);
  return report(
    part(
      ...Array.from({ length: 10 }, (_, index) => [
        heading("section", `${word}节${index}`),
        paragraph(Array.from({ length: 200 }, (_, sentence) => `${word}话${sentence}句${word}。`).join("")),
      ]).flat(),
    ),
    part(
      ...Array.from({ length: tables }, (_, index) =>
        table(
          `${word}表${index}`,
          HEADS,
          names.map((name, at) => rowOf(name, at)),
        ),
      ),
    ),
  );
}

function rowOf(name: string, at: number): Row {
  return row(name, ...Array.from({ length: COLUMNS - 1 }, (_, index) => `${at + index}.00`));
}

/** What is quadratic in cells or words takes longer than a test may. */
describe("two documents with nothing in common are compared", () => {
  test.each([
    ["one table of a thousand rows", 1, 1000],
    ["eleven tables of ninety rows", 11, 90],
    ["five tables of two hundred rows", 5, 200],
  ])("%s", (_name, tables, rows) => {
    const [before, after] = [large("甲乙", tables, rows), large("丙丁", tables, rows)];
    expect(compareReports(before, after).length).toBeGreaterThan(1000);
  });

  test("a thousand rows of similar names", () => {
    const rename = (year: string) =>
      report(
        part(
          table(
            "表",
            HEADS,
            Array.from({ length: 1000 }, (_, at) => rowOf(`${year}年项目${at}`, at)),
          ),
        ),
      );
    const found = compareReports(rename("2023"), rename("2024"));
    expect(found.every(({ kind }) => kind === "cell")).toBe(true);
    expect(found).toHaveLength(1000);
  });

  atNight("a thousand rows turned round", () => {
    const rows = Array.from({ length: 1000 }, (_, at) => rowOf(`项目${at}`, at));
    const [before, after] = [rows, rows.toReversed()].map((each) => report(part(table("表", HEADS, each))));
    const found = before && after ? compareReports(before, after) : [];
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(["order"]));
  });

  test("a sentence of ten thousand characters", () => {
    const [before, after] = ["甲", "乙"].map((word) => report(part(paragraph(`${word}丙丁`.repeat(4000)))));
    expect(before && after && compareReports(before, after)).toHaveLength(1);
  });
});
