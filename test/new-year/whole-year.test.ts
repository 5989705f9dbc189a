import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { dataFile } from "../../src/project/data-files.js";
import { expectFile } from "../golden.js";
import { readPdf } from "../pdf/read.js";
import { buildIn, examineIn, makeProject, newYearIn, PROGRAM } from "../project.js";
import { reportAsText } from "../report-text.js";
import { filled, replacedOnce } from "./filling.js";

/** The sample with what its comparisons lack: 三公 that will fall and end, and a budget that will stay as it is. */
const YEAR_2023: readonly (readonly [find: string, replacement: string])[] = [
  ["财政拨款: 是, 金额: 2018980.00 }", "财政拨款: 是, 金额: 2048980.00 }"],
  [
    "财政拨款: 否, 金额: 8000000.00 }",
    "财政拨款: 否, 金额: 8000000.00 }\n  - { 资金来源: 国有资本经营预算, 财政拨款: 是, 金额: 50000.00 }",
  ],
  [
    "# 工会经费\n",
    `# 工会经费
  - { 功能科目: 2120199, 经济科目: 30217, 类别: 商品和服务支出,     资金来源: 一般公共预算, 财政拨款: 是, 金额:  10000.00 } # 公务接待费
  - { 功能科目: 2120199, 经济科目: 30231, 类别: 商品和服务支出,     资金来源: 一般公共预算, 财政拨款: 是, 金额:  20000.00 } # 公务用车运行维护费
`,
  ],
  [
    "\n# 政府采购：",
    `
  - 编码: 411200230000000004130
    名称: 2023退休人员社会化管理费
    类别: 其他运转类
    支出:
      - { 功能科目: 2230105, 经济科目: 30299, 资金来源: 国有资本经营预算, 财政拨款: 是, 金额: 50000.00 }
    绩效目标:
      成本指标: [{ 三级指标: 项目总成本, 指标值: ≤5万元 }]
      产出指标: [{ 三级指标: 服务人数, 指标值: ≥20人 }]
      效益指标: []
      满意度指标: []

# 政府采购：`,
  ],
  ["应急保障用车: 0", "应急保障用车: 1"],
  ["  三公经费: 0.00\n", "  三公经费: 30000.00\n  国有资本经营预算收支: 50000.00\n"],
  ["公务接待费: 0.00", "公务接待费: 10000.00"],
  ["公务用车运行维护费: 0.00", "公务用车运行维护费: 20000.00"],
];

/** What the finance bureau approved for 2024, where it is not what it was in 2023. */
const YEAR_2024: Readonly<Record<string, string>> = {
  "收入“一般公共预算 财政拨款”的金额": "2078485.00",
  "收入“一般公共预算 非财政拨款”的金额": "7740000.00",
  "基本支出“2120199 30101”的金额": "612345.00",
  "基本支出“2120199 30217”的金额": "8000.00",
  "项目“2024物业管理费（含经济适用房费用）”的支出“2210106 30209”的金额": "2600000.00",
  "项目“2024物业管理费（含经济适用房费用）”的成本指标“项目总成本”的指标值": "≤260万元",
  "项目“2024保障房小区维护及维修费用（含经济适用房费…”的支出“2210106 30213”的金额": "3500000.00",
  "项目“2024保障房小区维护及维修费用（含经济适用房费…”的成本指标“项目总成本”的指标值": "≤350万元",
  国有资产的应急保障用车: "0",
  政府采购: "\n  - { 采购类型: 服务, 面向中小企业: 否, 金额: 2600000.00 }",
};

function approved(gap: string, before: string): string {
  return YEAR_2024[gap] ?? before.replace(/^41120023/, "41120024");
}

/** What came and went in 2024. */
const COME_AND_GONE: readonly (readonly [find: string | RegExp, replacement: string])[] = [
  [/ {2}- \{ 功能科目: 2120199, 经济科目: 30231,.*\n/, ""],
  [/ {2}- 编码: \d+\n {4}名称: 2024保障房系统建设费[\s\S]*?\n(?= {2}- 编码)/, ""],
  [
    "# 住房公积金\n",
    `# 住房公积金
  - { 功能科目: 2120199, 经济科目: 30212, 类别: 商品和服务支出, 资金来源: 一般公共预算, 财政拨款: 是, 金额: 30000.00 }
`,
  ],
  ["\n# 基本支出。", "  - { 资金来源: 政府性基金预算, 财政拨款: 是, 金额: 300000.00 }\n\n# 基本支出。"],
  [
    "\n# 政府采购：",
    `
  - 编码: 411200240000000004131
    名称: 2024智能门锁安装费
    类别: 特定目标类
    支出:
      - { 功能科目: 2210106, 经济科目: 30213, 资金来源: 一般公共预算, 财政拨款: 否, 金额: 120000.00 }
    绩效目标:
      成本指标: [{ 三级指标: 项目总成本, 指标值: ≤12万元 }]
      产出指标: [{ 三级指标: 安装数量, 指标值: ≥200套/2024年9月30日前 }]
      效益指标: []
      满意度指标: [{ 三级指标: 住户满意度, 指标值: ≥90% }]
  - 编码: 未赋码
    名称: 2024社会福利项目
    类别: 特定目标类
    支出:
      - { 功能科目: 2296002, 经济科目: 30299, 资金来源: 政府性基金预算, 财政拨款: 是, 金额: 300000.00 }
    绩效目标:
      成本指标: [{ 三级指标: 项目总成本, 指标值: ≤30万元 }]
      产出指标: [{ 三级指标: 资助人数, 指标值: ≥30人 }]
      效益指标: []
      满意度指标: []

# 政府采购：`,
  ],
];

const REASONS = `原因:
  收入总计: 新增政府性基金项目
  支出总计: 新增政府性基金项目
  一般公共预算收支: 压缩维修费用
  政府性基金预算收支: 新增彩票公益金项目
  政府性基金预算支出: 新增彩票公益金项目
  三公经费: 安排一次出国培训
  因公出国境费: 安排一次出国培训
  公务接待费: 压减公务接待
  公务用车运行维护费: 公务用车已经报废`;

const project = makeProject();
const [THIS, NEXT] = [dataFile("403008", 2023), dataFile("403008", 2024)];
const at = (file: string): string => join(project, file);
const read = (file: string): string => readFileSync(at(file), "utf8");
const edit = (file: string, edits: readonly (readonly [string | RegExp, string])[]): void =>
  writeFileSync(
    at(file),
    edits.reduce((text, [find, replacement]) => replacedOnce(text, find, replacement), read(file)),
  );

edit(THIS.file, YEAR_2023);
const original = read(THIS.file);
const { renewal } = await newYearIn(project, THIS);
const unfilled = await refusalOf(() => examineIn(project, { data: NEXT, output: "out" }));
writeFileSync(at(NEXT.file), filled(read(NEXT.file), renewal.changes, approved));
edit(NEXT.file, COME_AND_GONE);
const unexplained = await refusalOf(() => examineIn(project, { data: NEXT, output: "out" }));
edit(NEXT.file, [[/原因: \{\}.*/, REASONS]]);

async function refusalOf(work: () => Promise<unknown>): Promise<string> {
  return work().then(
    () => "",
    (error) => printDiagnostics(error.diagnostics),
  );
}

describe("before it is filled in", () => {
  test("every gap is listed as it was when the file was made, and there is no other error", () => {
    const gaps = renewal.changes.filter((change) => change.kind === "emptied");
    expect(unfilled.match(/^错误 .*/gm)).toEqual([
      `错误 ${NEXT.file} 还有 ${gaps.length} 处没有填 [数据/待填]`,
    ]);
    for (const { place, where } of gaps)
      expect(unfilled).toContain(`    第 ${place.line} 行 ${where.part || "有没有，有的逐项写"}\n`);
  });

  test("with the amounts filled in, it asks for reasons of just what has changed", () => {
    const wanted = [...unexplained.matchAll(/^ {2}(\S+): 待填$/gm)].map(([, name]) => name);
    const written = [...REASONS.matchAll(/^ {2}(.*):/gm)].map(([, name]) => name);
    expect(wanted.sort()).toEqual(written.sort());
    expect(unexplained.match(/^错误 .*/gm)).toEqual([
      `错误 比上年有增减，“原因”里没有写为什么的有 ${written.length} 项 [口径/缺少原因]`,
    ]);
    expect(unexplained).toContain("收入总计：比上年增加 6.95万元，增长 0.69%");
    expect(unexplained).toContain("公务用车运行维护费：比上年减少 2.00万元，下降 100.00%");
    expect(unexplained).toContain("因公出国境费：比上年增加 3.00万元，上年没有");
  });
});

describe("after it is filled in", () => {
  const report = examineIn(project, { data: NEXT, output: "out" });
  const built = buildIn(project, { data: NEXT, output: "out" });
  const text = built.then(async ({ file }) => {
    const { pages } = await readPdf(readFileSync(at(file)));
    const items = pages.flatMap((page) => page.items.map((item) => item.text));
    return items.join("").replace(/—\s*\d+\s*—|\s/g, "");
  });

  test("the document of 2024 is printed", async () => {
    expect((await built).file).toBe("out/三门峡市住房保障中心2024年度单位预算公开.pdf");
  });

  test("the whole text is what it should be", async () => {
    const file = join(PROGRAM, "test/new-year/whole-year.txt");
    const now = reportAsText((await report).report);
    expectFile(file, now);
  });

  test("this year's file is as it was", () => expect(read(THIS.file)).toBe(original));

  // 万元, by hand: 2023 is 204.898 + 800 + 5, 2024 is 207.8485 + 774 + 5 + 30
  test.each([
    [
      "more: 收入总计",
      "2024年收入总计1016.85万元，支出总计1016.85万元，与2023年预算相比，收入增加6.95万元，增长0.69%。主要原因是新增政府性基金项目；支出增加6.95万元，增长0.69%。主要原因是新增政府性基金项目。",
    ],
    ["less: 一般公共预算收支", "一般公共预算收支预算减少23.05万元，下降2.29%，主要原因是压缩维修费用；"],
    [
      "from nothing: 政府性基金收支",
      "政府性基金收支预算增加30.00万元（上年无该预算，不计算增长率），主要原因是新增彩票公益金项目；",
    ],
    ["the same: 国有资本经营收支", "国有资本经营收支预算持平。"],
    [
      "from nothing: 政府性基金支出",
      "2024年政府性基金预算支出30.00万元，比2023年增加30.00万元（上年无该预算，不计算增长率），主要原因是新增彩票公益金项目。",
    ],
    [
      "more: 三公经费",
      "2024年一般公共预算当年安排的“三公”经费预算为3.80万元。2024年“三公”经费支出预算数比2023年增加0.80万元，增长26.67%，主要原因是安排一次出国培训。",
    ],
    ["from nothing: 因公出国（境）费", "因公出国（境）费3.00万元，"],
    [
      "from nothing: the change of 因公出国（境）费",
      "预算数比2023年增加3.00万元（上年无该预算，不计算增长率），主要原因是安排一次出国培训。",
    ],
    ["less: 公务接待费", "预算数比2023年减少0.20万元，下降20.00%，主要原因是压减公务接待。"],
    [
      "the same, both nothing: 公务用车购置费",
      "公务用车购置费0.00万元，预算数与2023年持平，主要原因是无此项业务开展；",
    ],
    [
      "to nothing: 公务用车运行维护费",
      "公务用车运行维护费0.00万元，预算数比2023年减少2.00万元，下降100.00%，主要原因是公务用车已经报废。",
    ],
    ["assets are those of last year's end", "2023年期末，我单位共有车辆0辆，"],
    ["the new project is in the table", "2024智能门锁安装费"],
    ["years in names of projects", "2024物业管理费（含经济适用房费用）"],
    ["years in targets", "100%/2024年12月31日前完成支付"],
  ])("%s", async (_, sentence) => expect(await text).toContain(sentence));

  test.each([
    ["收支总计", "收入总计 | 1,016.85 | 支出总计 | 1,016.85"],
    ["一般公共预算", "一、一般公共预算 | 981.85 | "],
    ["政府性基金", "二、政府性基金预算拨款收入 | 30.00 | "],
    ["国有资本经营", "三、国有资本经营预算拨款收入 | 5.00 | "],
    ["三公经费", "3.80 | 3.00 | 0.00 | 0.00 | 0.00 | 0.80"],
    ["项目支出", "合计 | · | · | 809.00 | 774.00 | 30.00 | 5.00 |"],
    ["the project that grew", "2024物业管理费（含经济适用房费用） | 三门峡市住房保障中心 | 260.00 |"],
    ["the new project", "特定目标类 | 2024智能门锁安装费 | 三门峡市住房保障中心 | 12.00 |"],
  ])("the tables have the same figures: %s", async (_, row) =>
    expect(reportAsText((await report).report)).toContain(row),
  );

  test.each([
    ["the project that ended", "系统建设费"],
    ["last year's year", "2023物业"],
    ["a gap", "待填"],
  ])("not in it: %s", async (_, words) => expect(await text).not.toContain(words));
});
