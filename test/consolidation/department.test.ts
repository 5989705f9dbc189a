import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { consolidated } from "../../src/model/consolidation.js";
import { dataFile } from "../../src/project/data-files.js";
import { expectFile } from "../golden.js";
import { examineIn, makeProject, PROGRAM } from "../project.js";
import { reportAsText } from "../report-text.js";
import { type Disclosed, disclosed, figuresOf, unlikeSums } from "./sums.js";

const FOLDER = join(PROGRAM, "test/consolidation");
/** 行政, 参公, 事业单位; the last is a department itself and has a unit of its own. */
const CODES = ["403", "403001", "403002", "403010", "403011"];

/** The project with each file for itself: what the units disclose on their own. */
function apart(project: string): readonly Disclosed[] {
  for (const code of CODES) {
    const file = join(project, `data/${code}/2024.yaml`);
    writeFileSync(file, readFileSync(file, "utf8").replace(/^汇总单位: .*\n/m, ""));
  }
  return CODES.map((code) => disclosed(project, code, 2024));
}

describe("a department of five units", () => {
  let department: Disclosed;
  beforeAll(() => {
    department = disclosed(makeProject(join(FOLDER, "department")), "403", 2024);
  });

  test("prints what it should", () => {
    expect(department.diagnostics).toEqual([]);
    const text = reportAsText(department.report);
    const file = join(FOLDER, "department/expected.txt");
    expectFile(file, text);
  });

  test("every measure and every figure of a table is the sum of what the units disclose", () => {
    const units = apart(makeProject(join(FOLDER, "department")));
    expect(unlikeSums(department, units)).toEqual([]);
    expect(units.length).toBe(consolidated(department.budget).length);
  });

  test("every figure leads to files and lines of units", () => {
    const written = figuresOf(department.report)
      .filter(({ derived, lines }) => !derived && lines.length > 0)
      .flatMap(({ lines }) => lines);
    const files = new Set(written.map(({ place }) => place.file));
    for (const code of CODES) expect(files).toContain(`data/${code}/2024.yaml`);
    for (const { place, amount } of written) {
      const text =
        readFileSync(join(FOLDER, "department", place.file), "utf8").split("\n")[place.line - 1] ?? "";
      expect(amount.eq([...text].slice(place.column - 1, place.column - 1 + place.length).join(""))).toBe(
        true,
      );
    }
  });

  test("each unit's money follows its own kind: government economic codes and agency operation", () => {
    const { books, pack } = department;
    const government = (unit: string) =>
      new Set(books.lines(["支出"], { 单位: unit }).map(({ dimensions }) => dimensions.政府经济类));
    expect([...government("403002")]).toEqual(["501", "502"]);
    expect([...government("403011")]).toEqual(["505"]);
    const measure = pack.measures.get("机关运行经费");
    expect(measure && books.figure(measure).amount.toFixed(2)).toBe("250005.59");
  });
});

test("projects of two units with one name and no code stay two", () => {
  const project = makeProject(join(FOLDER, "department"));
  const file = join(project, "data/403/2024.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("住建信息平台维护", "信息系统维护"));
  const { books, pack, report } = disclosed(project, "403", 2024);
  const count = pack.measures.get("项目个数");
  expect(count && books.figure(count).amount.toFixed(0)).toBe("5");
  expect(reportAsText(report)).toContain("其他运转类 | 信息系统维护 | 某市建设局本级 | 5.00");
  expect(reportAsText(report)).toContain("其他运转类 | 信息系统维护 | 某市建设局机关 | 5.00");
});

test("last year's budget of the department comes from last year's files of its units", async () => {
  const project = makeProject(join(FOLDER, "second-year"));
  const { books, pack } = await examineIn(project, { data: dataFile("403", 2024), output: "out" });
  const total = pack.measures.get("收入总计");
  const before = total && books.lastYear(total);
  expect(before?.amount.toFixed(2)).toBe("1670005.59");
  expect(new Set(before?.lines.map(({ place }) => place.file))).toEqual(
    new Set(["403", "403001", "403002"].map((code) => `data/${code}/2023.yaml`)),
  );
});
