import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Refusal } from "../../src/diagnostic.js";
import { makeProject, runIn } from "../project.js";
import { DATA, DRAFT, draftWith } from "./drafting.js";

describe("data without gaps and errors", () => {
  test("can be drafted: each page and the name say 草稿, warnings are listed at the end, and there is no record", async () => {
    const { project, pages, list } = await draftWith();
    for (const page of pages) expect(page).toContain("草稿");
    expect(list).toContain("共1个警告");
    expect(list).toContain("政府采购预算是0");
    expect(readdirSync(join(project, "out"))).toEqual([DRAFT]);
  });
});

describe("a gap", () => {
  test("of an amount: its cell and share say 待填, sums what there is; the end says where and what to do", async () => {
    const { pages, list, found } = await draftWith(["金额: 2430000.00", "金额: 待填"]);
    const narrative = pages.join("");
    expect(found.map(({ code }) => code)).toContain("数据/待填");
    expect(narrative).toContain("项目支出557.00万元，占待填");
    expect(pages.find((page) => page.includes("预算10表"))).toContain("待填");
    expect(list).toContain("data/403008/2023.yaml第56行");
    expect(list).toContain("把“待填”换成要填的内容");
    expect(list).toContain("勾稽和校对没有做");
  });

  test("of a whole list: it says 待填, not that there is nothing", async () => {
    const { pages, list } = await draftWith(
      ["政府采购: []", "政府采购: 待填"],
      ["专项转移支付: []", "专项转移支付: 待填\n年终结转: 待填"],
    );
    const narrative = pages.join("");
    expect(narrative).toContain("政府采购预算安排待填，其中：政府采购货物预算待填");
    expect(narrative).toContain("负责管理的专项转移支付项目共待填，资金待填");
    expect(narrative).toContain("年终结转结余待填");
    expect(list).toContain("政府采购还没有填");
  });

  test("of a whole entry: the rest is printed", async () => {
    const { pages, list } = await draftWith(["  主要职责: 承担廉租住房", "  #"]);
    expect(pages.join("")).toContain("主要职责是：待填");
    expect(list).toContain("主要职责");
  });
});

describe("errors", () => {
  test("a wrong amount is taken for a gap", async () => {
    const { pages, list } = await draftWith(["金额: 155000.00", "金额: 15.5万元"]);
    expect(list).toContain("后面写了单位");
    expect(pages.find((page) => page.includes("预算03表"))).toContain("待填");
  });

  test("a very short fault is found on its page", async () => {
    const { list } = await draftWith(["主要职责: 承担", "主要职责: 承担XX、"]);
    expect(list).toMatch(/错误1data\/403008\/2023.yaml第20行“XX”是没有填写的地方/);
  });

  test("a line with a wrong code is not printed, and listed at the end", async () => {
    const { list, pages } = await draftWith(["功能科目: 2080505", "功能科目: 20805"]);
    expect(list).toContain("功能科目“20805”写得不对");
    expect(pages.find((page) => page.includes("预算03表"))).not.toContain("15.50");
  });

  test("errors of sums and words are printed, and listed at the end with their pages", async () => {
    const { list, found } = await draftWith(
      ["金额: 3750000.00", "金额: 3750001.00"],
      ["名称: 2023政务API", "名称: 2022政务API"],
    );
    expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining(["勾稽/收支平衡", "勾稽/项目年份"]));
    expect(list).toContain("相差");
    expect(list).not.toContain("没有做");
  });
});

test.each([
  ["what is no YAML", "版式: [henan\n"],
  ["nothing at all", "# 空\n"],
])("no draft of %s, and it says why", async (_name, text) => {
  const project = makeProject();
  writeFileSync(join(project, DATA), text);
  await expect(runIn(project, ["build-report", "--draft"])).rejects.toThrow(Refusal);
});
