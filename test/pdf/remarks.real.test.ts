import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { dataFile } from "../../src/project/data-files.js";
import { buildAnewIn, makeProject } from "../project.js";
import { elementsIn, readTagged, textOf } from "./structure.js";

const DATA = dataFile("403008", 2023);
const REMARK = "因四舍五入，分项相加与合计略有出入。";

/** The paragraphs of the sample once amounts in its data, and words of its pack, are others. */
async function paragraphs(
  amounts: Readonly<Record<string, string>>,
  words: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): Promise<readonly string[]> {
  const project = makeProject();
  replace(join(project, DATA.file), amounts);
  replace(join(project, "templates/henan/pack.yaml"), words);
  for (const [file, edits] of Object.entries(files)) replace(join(project, file), edits);
  const { file } = await buildAnewIn(project, { data: DATA, output: "out" });
  const { root } = await readTagged(readFileSync(join(project, file)));
  return elementsIn(root, "P").map(textOf);
}

function replace(file: string, edits: Readonly<Record<string, string>>): void {
  const text = Object.entries(edits).reduce(
    (all, [from, to]) => {
      if (all.split(from).length !== 2) throw new Error(`“${from}” does not occur just once in ${file}`);
      return all.replace(from, to);
    },
    readFileSync(file, "utf8"),
  );
  writeFileSync(file, text);
}

function beginning(all: readonly string[], words: string): string {
  return all.find((each) => each.includes(words)) ?? "";
}

/** 45 元 more of each: 201.90 and 800.00 come to 1001.91. */
const APART = {
  "金额:   3360.00": "金额:   3405.00",
  "2430000.00": "2430045.00",
  "2018980.00": "2019025.00",
  "8000000.00": "8000045.00",
};

test("a sentence whose amounts add up has no remark", async () => {
  expect((await paragraphs({})).join("")).not.toContain(REMARK);
});

test("a sentence whose parts do not add up is followed by one remark, and no other is", async () => {
  const all = await paragraphs(APART);
  expect(beginning(all, "年支出合计")).toBe(
    "三门峡市住房保障中心2023年支出合计1001.91万元，其中：基本支出201.90万元，占20.15%；" +
      `项目支出800.00万元，占79.85%。${REMARK}`,
  );
  expect(beginning(all, "年收入合计")).toMatch(/收入合计1001.91万元，其中：一般公共预算收入1001.91万元。$/);
  expect(beginning(all, "一般公共预算当年财政拨款安排的基本支出")).not.toContain(REMARK);
});

test("the whole may stand in another sentence, before its parts or behind them", async () => {
  const text = beginning(await paragraphs(APART), "年初预算为");
  expect(text).toContain(`支出共计1001.91万元。${REMARK}其中基本支出`);
  expect(text).toContain(`项目支出800.00万元，占79.85%。${REMARK}主要用于`);
});

test("shares that do not come to 100% are followed by it, though the amounts add up", async () => {
  const all = await paragraphs({
    "金额: 155000.00": "金额: 155100.00",
    "2018980.00": "2019080.00",
  });
  for (const text of all.filter((each) => each.includes("占"))) {
    for (const sentence of text.split("。").slice(0, -1)) {
      const shares = [...sentence.matchAll(/占(\d+)\.(\d\d)%/g)].map(([, whole, rest]) =>
        Number(`${whole}${rest}`),
      );
      if (shares.length < 2) continue;
      const isWhole = shares.reduce((sum, each) => sum + each, 0) === 10_000;
      expect([sentence, text.includes(`${sentence}。${REMARK}`)]).toEqual([sentence, !isWhole]);
    }
  }
});

/** Of each of two kinds of money 40 元, which is printed as 0.00; together they make 0.01 more. */
const TINY = {
  "收入:\n": [
    "收入:",
    "  - { 资金来源: 事业收入, 财政拨款: 否, 金额: 40.00 }",
    "  - { 资金来源: 其他收入, 财政拨款: 否, 金额: 40.00 }\n",
  ].join("\n"),
  "项目:\n": [
    "项目:",
    "  - 名称: 零星支出",
    "    类别: 其他运转类",
    "    编码: 未赋码",
    "    绩效目标: { 未编制: 金额很小 }",
    "    支出:",
    "      - { 功能科目: 2210106, 经济科目: 30299, 资金来源: 事业收入, 财政拨款: 否, 金额: 40.00 }",
    "      - { 功能科目: 2210106, 经济科目: 30299, 资金来源: 其他收入, 财政拨款: 否, 金额: 40.00 }\n",
  ].join("\n"),
};

test("parts that are printed as zero are parts too", async () => {
  const all = await paragraphs(TINY);
  expect(beginning(all, "年收入合计")).toBe(
    "三门峡市住房保障中心2023年收入合计1001.91万元，其中：一般公共预算收入1001.90万元，" +
      `事业收入0.00万元，其他收入0.00万元。${REMARK}`,
  );
});

test("so are those that a format leaves out", async () => {
  const file = "templates/henan/narrative/revenue.hbs";
  const all = await paragraphs(TINY, {}, { [file]: { " 事业收入": "", " 其他收入": "" } });
  expect(beginning(all, "年收入合计")).toMatch(new RegExp(`一般公共预算收入1001.90万元。${REMARK}$`));
});

test("a pack that has no words for it says nothing", async () => {
  const all = await paragraphs(APART, { [`  residualInText: ${REMARK}\n`]: "" });
  expect(all.join("")).not.toContain(REMARK);
});

test("notes name columns and rows apart", async () => {
  const all = await paragraphs(APART, {
    "residual: 注：因四舍五入，本表有的分项相加与合计略有出入。":
      "residual: 注：因四舍五入，“{{处}}”{{栏行}}分项相加与合计相差{{差额}}万元。",
  });
  const notes = all.filter((each) => each.startsWith("注：因四舍五入，“"));
  expect(notes).toContain("注：因四舍五入，“合计”栏分项相加与合计相差0.01万元。");
  expect(notes.filter((each) => !/^注：因四舍五入，“.*”[栏行]分项相加/.test(each))).toEqual([]);
});
