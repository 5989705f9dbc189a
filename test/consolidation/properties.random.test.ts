import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "@jest/globals";
import fc from "fast-check";
import { makeProject } from "../project.js";
import { budgets, type RandomBudget } from "../properties/budgets.js";
import { RUNS, SIZES, tryInRounds } from "../properties/rounds.js";
import { disclosed, unlikeSums } from "./sums.js";

const project = makeProject();
const YEAR = 2024;
const DEPARTMENT = "100";
/** Each has up to four budgets. */
const DEPARTMENTS = Math.ceil(RUNS / 3);

tryInRounds(
  "every measure and every figure of a table of a random department is the sum of what its units disclose",
  fc.asyncProperty(fc.array(budgets(SIZES), { minLength: 1, maxLength: 4 }), holds),
  DEPARTMENTS,
);

async function holds(drawn: readonly RandomBudget[]): Promise<void> {
  const codes = drawn.map((_, index) => `${DEPARTMENT}00${index + 1}`);
  const files = [
    [DEPARTMENT, departmentOf(codes)] as const,
    ...drawn.map((budget, index) => [codes[index] ?? "", unitOf(budget, codes[index] ?? "")] as const),
  ];
  for (const [code, text] of files) write(`data/${code}/${YEAR}.yaml`, text);
  try {
    const units = codes.map((code) => disclosed(project, code, YEAR));
    expect(unlikeSums(disclosed(project, DEPARTMENT, YEAR), units)).toEqual([]);
  } finally {
    for (const [code] of files) rmSync(join(project, "data", code), { recursive: true });
  }
}

/** Names and codes of projects are drawn by unit: in a department each unit has its own. */
function unitOf({ facts, yaml }: RandomBudget, code: string): string {
  return yaml
    .replace(/^年度: \d+$/m, `年度: ${YEAR}`)
    .replace(/^ {2}代码: .*$/m, `  代码: ${code}`)
    .replace(`  名称: ${facts.unit.name}`, () => `  名称: ${facts.unit.name}甲${code}`)
    .replace(/编码: \d{6}/g, `编码: ${code}`);
}

function departmentOf(codes: readonly string[]): string {
  const assets = [
    "一般公务用车",
    "一般执法执勤用车",
    "特种专业技术用车",
    "其他用车",
    "单价50万元以上通用设备",
    "单价100万元以上专用设备",
  ];
  return [
    `版式: henan\n年度: ${YEAR}\n单位:\n  代码: ${DEPARTMENT}\n  名称: 某部门\n  性质: 行政单位`,
    `  主要职责: 甲\n  内设机构: []\n汇总单位: [${codes.join(", ")}]\n收入: []\n基本支出: []\n项目: []`,
    `国有资产: { ${assets.map((kind) => `${kind}: 0`).join(", ")} }`,
    "",
  ].join("\n");
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
}
