import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { orElseLater } from "../../src/diagnostic/refusal.js";
import { dataFile } from "../../src/project/data-files.js";
import { examineIn, makeProject } from "../project.js";
import { reportAsText } from "../report-text.js";

/** A file of the project, a text in it, and what stands there instead. */
export type Edit = readonly [file: string, find: string, replace: string];

export const PACK = "templates/henan/pack.yaml";
export const NARRATIVE = "templates/henan/narrative/three-public.hbs";
export const TABLE = "templates/henan/tables/05-general-public-budget.yaml";
export const DATA = "data/403008/2023.yaml";

const ASKED = `facts:
  - { name: 接待批次, kind: count, unit: 批次, says: 本年计划接待的批次 }
  - { name: 会议费, kind: amount, says: 本年会议费预算, required: false }
  - { name: 出国说明, kind: text, says: 出国任务是什么, when: { measure: 因公出国境费 } }
  - { name: 机关情况, kind: text, says: 机关的情况, when: { 单位性质: [行政单位, 参公事业单位] } }
  - { name: 整体绩效, kind: paragraphs, says: 整体绩效目标, required: false, next: copy }
  - { name: 购买服务, kind: yes-no, says: 有没有政府购买服务 }
  - { name: 服务项目, kind: list, says: 购买哪些服务, required: false }
  - { name: 上年执行数, kind: amount, per: 功能科目, says: 上年的执行数 }
  - { name: 用途, kind: text, per: 功能科目, says: 钱用在哪里, next: copy }
  - { name: 项目描述, kind: paragraphs, per: 项目, says: 项目的内容, next: copy }
  - { name: 计划购置, kind: count, unit: 辆, per: 资产类型, says: 本年计划购置, required: false }
`;

const SAID = `
版式事项:
  接待批次: 12
  会议费: 15000.00
  整体绩效: |
    2023年保障运转。
    服务群众。
  购买服务: 是
  服务项目: [保洁, 保安]
  功能科目:
CODES
  资产类型:
    其他用车: { 计划购置: 2 }
`;

const CODES = ["2080502", "2080505", "2101102", "2120199", "2210106", "2210201"];

/** The sample's data of a copy of henan that asks facts of its own, all said. */
export const FORMAT: readonly Edit[] = [
  [PACK, "disclosed:", `${ASKED}disclosed:`],
  [
    NARRATIVE,
    "具体支出情况如下：",
    `计划接待{{数量 接待批次}}，会议费{{万元 会议费}}，购置{{数量 计划购置}}。{{#if (是 购买服务 "是")}}购买{{顿号 服务项目}}。{{/if}}{{#if 出国说明}}{{出国说明}}。{{/if}}

{{整体绩效}}

{{#each (按 一般公共预算财政拨款支出 "功能科目")}}{{名称}}{{万元 本项}}，用于{{用途}}，上年执行数{{万元 上年执行数}}{{#unless @last}}；{{/unless}}{{/each}}。

{{#each (按 项目支出 "项目")}}{{名称}}：{{项目描述}}。{{/each}}

具体支出情况如下：`,
  ],
  [
    TABLE,
    "  - header: 项目支出",
    "  - { header: 用途, text: 功能科目.用途 }\n  - { header: 上年执行数, fact: 上年执行数 }\n  - header: 项目支出",
  ],
  [
    DATA,
    "\n# 政府采购：",
    `${SAID.replace("CODES", CODES.map((code, index) => `    ${code}: { 用途: ${code}的用途, 上年执行数: ${index + 1}0000.00 }`).join("\n"))}\n# 政府采购：`,
  ],
];

/** A project with edited files: `find` stands there instead wherever it occurs. */
export function projectWith(edits: readonly Edit[], format: readonly Edit[] = FORMAT): string {
  const project = makeProject();
  const data = join(project, DATA);
  // each project is described, in a line behind its name
  const described = readFileSync(data, "utf8").replaceAll(
    /\n( +)名称: (2023\S+)/g,
    "\n$1名称: $2\n$1版式事项: { 项目描述: $2的内容 }",
  );
  writeFileSync(data, described);
  for (const [name, find, replace] of [...format, ...edits]) {
    const file = join(project, name);
    const text = readFileSync(file, "utf8");
    expect(text).toContain(find);
    writeFileSync(
      file,
      text.replaceAll(find, () => replace),
    );
  }
  return project;
}

/** The report of that as text, or what is wrong. */
export async function printed(...edits: readonly Edit[]): Promise<string> {
  return printedIn(projectWith(edits));
}

/** The same of a project as it is. */
export async function printedIn(project: string, year = 2023): Promise<string> {
  return orElseLater(
    async () =>
      reportAsText((await examineIn(project, { data: dataFile("403008", year), output: "out" })).report),
    (found) => printDiagnostics(found),
  );
}
