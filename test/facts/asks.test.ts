import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { DATA, type Edit, PACK, printed, printedIn, projectWith } from "./format.js";

const MEASURES = "templates/henan/measures.yaml";
const KINDS = ["主要领导干部用车", "机要通信用车"];
const OLD = ["机要通信用车", "应急保障用车", "执法执勤用车", "特种专业技术用车", "其他用车"];
const FORMER = ["一般公务用车", "一般执法执勤用车"];
const EQUIPMENT = ["单价50万元以上通用设备", "单价100万元以上专用设备"];

/** A format that counts vehicles by kinds of its own. */
const OTHER_KINDS: readonly Edit[] = [
  [PACK, "facts:", `assets: [${KINDS.join(", ")}]\nfacts:`],
  [MEASURES, `[${[...OLD, ...FORMER].join(", ")}]`, `[${KINDS.join(", ")}]`],
  [MEASURES, `[${FORMER.join(", ")}]`, "主要领导干部用车"],
  ...[...OLD.slice(1), ...FORMER, ...EQUIPMENT].map(
    (kind): Edit => [MEASURES, `资产类型: ${kind} }`, "资产类型: 主要领导干部用车 }"],
  ),
  ...[...OLD, "以前种类的车辆"].map((kind): Edit => [MEASURES, `即: ${kind}, `, ""]),
  ...EQUIPMENT.map((kind): Edit => [DATA, `  ${kind}: 0\n`, ""]),
  ...OLD.slice(2).map((kind): Edit => [DATA, `  ${kind}: 0\n`, ""]),
  [DATA, "  应急保障用车: 0\n", "  主要领导干部用车: 3\n"],
  [DATA, "    其他用车: {", "    主要领导干部用车: {"],
];

/** One that asks neither for categories of projects nor for targets. */
const OMITTING: readonly Edit[] = [
  [PACK, "facts:", "omits: [项目类别, 绩效目标, 国有资产]\nfacts:"],
  [DATA, "    类别: 其他运转类\n", ""],
  ...["03-expenditure", "05-general-public-budget"].map(
    (table): Edit => [
      `templates/henan/tables/${table}.yaml`,
      "where: { 类别: 其他运转类 }",
      "where: { 支出性质: 项目支出 }",
    ],
  ),
];

test("kinds of assets are the format's", async () => {
  const text = await printed(...OTHER_KINDS);
  expect(text).toContain("我单位共有车辆3辆");
  expect(text).toContain("购置2辆");
});

test.each<readonly [string, readonly string[], readonly Edit[]]>([
  [
    "a kind that is another format's",
    ["“国有资产”里不能写“应急保障用车”", "没有写“主要领导干部用车”"],
    [...OTHER_KINDS, [DATA, "  主要领导干部用车: 3\n", "  应急保障用车: 3\n"]],
  ],
  [
    "a measure of a kind that the format does not count",
    ["“资产类型”没有“其他用车”这个取值", "可用的取值：主要领导干部用车、机要通信用车"],
    [...OTHER_KINDS, [MEASURES, "资产类型: 机要通信用车 }", "资产类型: 其他用车 }"]],
  ],
  ["a category that the format asks", ["没有写“类别”"], OMITTING.slice(1, 2)],
])("%s is told", async (_, says, edits) => {
  const found = await printed(...edits);
  for (const each of says) expect(found).toContain(each);
});

test("what a format omits need not be said", async () => {
  const project = projectWith(OMITTING);
  const file = join(project, DATA);
  const said = readFileSync(file, "utf8");
  writeFileSync(file, said.replaceAll(/\n( *)(?:绩效目标|国有资产):\n(?:\1 +.*\n)+/g, "\n"));
  const text = await printedIn(project);
  expect(text).toContain("项目支出800.00万元");
  expect(text).not.toContain("三级指标 | ≤");
  expect(text).not.toContain("项目总成本");
});
