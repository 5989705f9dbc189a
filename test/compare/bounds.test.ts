import { describe, expect, test } from "@jest/globals";
import { compareReports } from "../../src/compare/reports.js";
import type { Report, Row } from "../../src/model/report.js";
import { column, heading, paragraph, part, report, row, table } from "../render/sample.js";

/** In ms, on a computer that is busy with other things. */
const LIMIT = 5000;

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

function msOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

describe("两份毫不相干的文件，几秒之内也比得完", () => {
  test.each([
    ["一张一千行的表", 1, 1000],
    ["十一张九十行的表", 11, 90],
    ["五张二百行的表", 5, 200],
  ])("%s", (_name, tables, rows) => {
    const [before, after] = [large("甲乙", tables, rows), large("丙丁", tables, rows)];
    expect(msOf(() => compareReports(before, after))).toBeLessThan(LIMIT);
  });

  test("名称相近的一千行", () => {
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

  test("倒过来排的一千行", () => {
    const rows = Array.from({ length: 1000 }, (_, at) => rowOf(`项目${at}`, at));
    const [before, after] = [rows, rows.toReversed()].map((each) => report(part(table("表", HEADS, each))));
    let found: readonly { readonly kind: string }[] = [];
    const ms = msOf(() => {
      found = before && after ? compareReports(before, after) : [];
    });
    expect(ms).toBeLessThan(LIMIT);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(["order"]));
  });

  test("一句一万字的话", () => {
    const [before, after] = ["甲", "乙"].map((word) => report(part(paragraph(`${word}丙丁`.repeat(4000)))));
    expect(msOf(() => before && after && compareReports(before, after))).toBeLessThan(LIMIT);
  });
});
