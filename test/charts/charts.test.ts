import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { orElseLater } from "../../src/diagnostic/refusal.js";
import { figureText } from "../../src/model/printed.js";
import type { Chart } from "../../src/model/report.js";
import { blocksOf } from "../../src/model/walk.js";
import { draw, marksOf } from "../../src/render/chart/draw.js";
import { printedFigures } from "../../src/render/figures/figures.js";
import { audit } from "../../src/work/audit/audit.js";
import { setting } from "../audit/auditing.js";
import { readWord } from "../forms/read-word.js";
import { written } from "../forms/reports.js";
import { wordLines } from "../forms/word-lines.js";
import { holdAgainstStandards } from "../pdf/conformance.js";
import { openObjects } from "../pdf/objects.js";
import { elementsIn, readTagged } from "../pdf/structure.js";
import { buildAnewIn, examineIn, program } from "../project.js";
import { sampleOf } from "../sample.js";
import { DATA, projectWithCharts } from "./format.js";

const project = projectWithCharts();
const order = { data: DATA, output: "out" };
const { report } = await examineIn(project, order);
const { file } = await buildAnewIn(project, order);
const pdf = readFileSync(join(project, file));
const charts = blocksOf(report).filter((block): block is Chart => block.kind === "chart");

const SAYS = [
  "收支：收入总计1001.90万元，基本支出201.90万元，支出总计1001.90万元（见预算01表）。",
  "2023年支出构成：基本支出201.90万元，项目支出800.00万元，三公经费0.00万元（见预算03表）。",
];

test("a format has its charts behind the texts that they belong to, but none of nothing", () => {
  expect(charts.map(({ says }) => says)).toEqual(SAYS);
  const blocks = blocksOf(report);
  const [, last] = charts;
  const before = last && blocks[blocks.indexOf(last) - 1];
  expect(before?.kind === "paragraph" && before.explains).toEqual(["预算03表"]);
});

test("its figures are among those that a report prints", () => {
  const known = new Set(charts.flatMap(({ points }) => points.map((point) => point.figure)));
  const found = printedFigures(report).filter(({ figure }) => known.has(figure));
  expect(found.map(({ figure, measure }) => `${measure} ${figureText(figure)}`)).toEqual(
    charts.flatMap(({ points }) => points.map(({ figure }) => `${figure.measure} ${figureText(figure)}`)),
  );
});

describe("the PDF", () => {
  test("has each as a figure that is said in words, in its place", async () => {
    const { root } = await readTagged(pdf);
    const figures = elementsIn(root, "Figure");
    expect(figures.map(({ alt }) => alt)).toEqual(SAYS);
  });

  test("is read by audit without a word of complaint", async () => {
    const { findings } = await audit({ data: DATA, file, folder: project }, setting(project));
    expect(printDiagnostics(findings)).toBe("");
  });
});

holdAgainstStandards([{ name: "charts", bytes: pdf, objects: await openObjects(pdf) }]);

test("the page draws each, and says it for who does not see it", async () => {
  const page = new TextDecoder().decode(await written(report, "html"));
  for (const says of SAYS) expect(page).toContain(`role="img" aria-label="${says}"`);
});

test("the Word file says each", async () => {
  const { lines } = await readWord(await written(report, "docx"));
  expect(lines).toEqual(wordLines(report, program.fonts));
  for (const says of SAYS) expect(lines).toContain(`p ${says}`);
});

describe("a drawing", () => {
  test.each(charts)("of $form keeps within its width and height", (chart) => {
    const { width, height, shapes, labels } = draw(chart.form, marksOf(chart), 300, 10);
    const inside = (x: number, y: number) => x >= 0 && x <= width && y >= 0 && y <= height;
    for (const shape of shapes) {
      if (shape.kind === "bar") {
        expect(inside(shape.x, shape.y)).toBe(true);
        expect(inside(shape.x + shape.width, shape.y + shape.height)).toBe(true);
      } else {
        const points = [...shape.path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
        expect(points.length).toBeGreaterThan(1);
        expect(points.every(([, x, y]) => inside(Number(x), Number(y)))).toBe(true);
      }
    }
    for (const { x, y } of labels) expect(inside(x, y)).toBe(true);
  });

  test("has bars as long as its figures are large", () => {
    const marks = [1, 4, 0, -2].map((size) => ({ name: "数", printed: String(size), size }));
    const { shapes } = draw("bar", marks, 300, 10);
    const bars = shapes.flatMap((shape) => (shape.kind === "bar" ? [shape] : []));
    expect(bars.map(({ x, width }) => [x, width])).toEqual([
      [100, 50],
      [100, 200],
      [100, 0],
      [0, 100],
    ]);
  });

  test("shortens names that would run into amounts", () => {
    const marks = [{ name: "很长的名称".repeat(20), printed: "1.00万元", size: 1 }];
    const [name] = draw("bar", marks, 300, 10).labels;
    expect([...(name?.text ?? "")].length).toBeLessThan(27);
    expect(name?.text.endsWith("…")).toBe(true);
  });
});

describe("what a format says wrong of charts is told", () => {
  async function told(find: string, replace: string): Promise<string> {
    return orElseLater(
      async () => String(await examineIn(projectWithCharts([find, replace]), order)),
      (found) => printDiagnostics(found),
    );
  }

  test.each(
    sampleOf(
      [
        ["after: expenditure", "after: duties", "没有叫“duties”的说明文件"],
        ["[基本支出, 项目支出", "[基本支出, 项目之出", "没有叫“项目之出”的口径"],
        ["table: 03-expenditure", "table: 03-expenditures", "没有叫“03-expenditures”的附表文件"],
        ["[基本支出, 项目支出", "[基本支出, 车辆", "一张图里的数单位不同，长短不能相比"],
        ["form: bar", "form: pie", "bar"],
        ["{{年}}年支出构成", "{{哪年}}支出构成", "哪年"],
      ],
      3,
    ),
  )("%s → %s", async (find, replace, says) => {
    const text = await told(find, replace);
    expect(text).toContain(says);
    expect(text).toContain("templates/henan/pack.yaml:");
  });
});
