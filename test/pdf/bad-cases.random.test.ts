import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { dataFile } from "../../src/project/data-files.js";
import { renderPdf } from "../../src/render/pdf/pdf.js";
import { makeProject, program } from "../project.js";
import { budgets } from "../properties/budgets.js";
import { composer } from "../properties/composed.js";
import { THOROUGH } from "../properties/rounds.js";
import { readingOfReport, readingOfStructure } from "./reading.js";
import { checkStrictly } from "./strict.js";
import { readTagged } from "./structure.js";

const { fonts } = program;
const project = makeProject();
const sample = readFileSync(join(project, "data/403008/2023.yaml"), "utf8");

interface ProjectCase {
  readonly name: string;
  readonly indicators: readonly string[];
}

/** The sample with other projects. */
function withProjects(projects: readonly ProjectCase[]): string {
  const [before = "", rest = ""] = sample.split(/^项目:\n/m);
  const after = rest.slice(rest.search(/^\S/m));
  return `${before}项目:\n${projects.map(projectYaml).join("")}\n${after}`;
}

function projectYaml({ name, indicators }: ProjectCase, index: number): string {
  const line = "功能科目: 2210106, 经济科目: 30209, 资金来源: 一般公共预算, 财政拨款: 否";
  return [
    `  - 编码: "4112002300000${String(index).padStart(8, "0")}"`,
    `    名称: ${JSON.stringify(name)}`,
    "    类别: 其他运转类",
    `    支出: [{ ${line}, 金额: ${index + 1}2345.67 }]`,
    "    绩效目标:",
    "      成本指标: [{ 三级指标: 项目总成本, 指标值: ≤3万元 }]",
    "      产出指标:",
    ...indicators.map((text) => `        - { 三级指标: ${JSON.stringify(text)}, 指标值: ≥95% }`),
    "      效益指标: [{ 三级指标: 改善程度, 指标值: 明显 }]",
    "      满意度指标: [{ 三级指标: 服务对象满意度, 指标值: ≥90% }]",
    "",
  ].join("\n");
}

function textOf(length: number, seed: number): string {
  const words = "保障性住房小区维护及维修费用含经济适用房物业管理系统建设运行升级";
  return Array.from({ length }, (_, index) => words[(index * 7 + seed) % words.length]).join("");
}

const indicators = (count: number, length: number): string[] =>
  Array.from({ length: count }, (_, index) => `${index + 1}${textOf(length, index)}`);

const BUDGETS = THOROUGH ? 4 : 1;

const SIGNS = "①②Ⅲ～·•—“”‘’…×÷±℃㎡〔〕《》〈〉＋＝≤≥％‰é";

const manyProjects = (count: number): string =>
  withProjects(
    Array.from({ length: count }, (_, index) => ({
      name: `项目${index}`,
      indicators: indicators(1 + (index % 5), 12),
    })),
  );

const SOME: Readonly<Record<string, string>> = {
  "characters that no font has": withProjects([
    { name: "𰻝𰻝面\u{1F600}专项𬺰", indicators: ["\u{2A6D6}", "甲\u{2A6D6}乙\u{2A6D7}"] },
  ]),
};

const OTHERS: Readonly<Record<string, string>> = {
  "12 projects": manyProjects(12),
  "200 projects": manyProjects(200),
  "a name of 300 letters without a break, and 40 rows beside a name of 300 characters": withProjects([
    { name: "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123".repeat(10), indicators: ["A".repeat(200), SIGNS] },
    { name: textOf(300, 5), indicators: indicators(40, 30) },
  ]),
  "names of 300 characters": withProjects(
    Array.from({ length: 12 }, (_, index) => ({ name: textOf(300, index), indicators: indicators(2, 20) })),
  ),
  "40 rows of indicators for one project, and one indicator as long as it may be": withProjects([
    { name: "多指标项目", indicators: indicators(40, 30) },
    { name: "长指标项目", indicators: [textOf(200, 3), "短指标"] },
  ]),
};

describe("all is laid out and nothing is lost, as reading every cell back shows", () => {
  test.each(Object.entries(THOROUGH ? { ...SOME, ...OTHERS } : SOME))("%s", (_, yaml) =>
    holds("403008", 2023, yaml),
  );

  const random = fc.sample(budgets({ lines: 10, projects: 6, targets: 9 }), { seed: 7, numRuns: BUDGETS });
  test.each(random.map(({ facts, yaml }, index) => ({ index, facts, yaml })))(
    "a random budget, $index",
    ({ facts, yaml }) => holds(facts.unit.code, facts.year, yaml),
  );
});

async function holds(unit: string, year: number, yaml: string): Promise<void> {
  const data = dataFile(unit, year);
  mkdirSync(dirname(join(project, data.file)), { recursive: true });
  writeFileSync(join(project, data.file), yaml);
  const { report } = composer(project, data)(yaml);
  const { bytes } = await renderPdf(report, fonts);
  const { root } = await readTagged(bytes);
  expect(readingOfStructure(root)).toEqual(readingOfReport(report));
  expect(await checkStrictly(bytes)).toContain("validation ok");
}
