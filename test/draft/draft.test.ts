import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { makeProject, runIn } from "../project.js";
import { atNight, sampleOf } from "../sample.js";
import { DATA, DRAFT, draftWith, pageOfTable, SAMPLE } from "./drafting.js";

describe("data without gaps and errors", () => {
  test("can be drafted: each page and the name say 草稿, warnings are listed at the end, and there is no record", async () => {
    const { project, pages, list } = await draftWith();
    for (const page of pages) expect(page).toContain("草稿");
    expect(list).toContain("共1个警告");
    expect(list).toContain("政府采购预算是0");
    expect(readdirSync(join(project, "out"))).toEqual([DRAFT]);
  });
});

/** Each with what takes it away, and what stands there instead. */
const WITHOUT = [
  ["a project's expenditure", / {4}支出:\n.*物业管理费\n/, ""],
  ["a project's expenditure, which is empty", / {4}支出:\n.*物业管理费\n/, "    支出: []\n"],
  ["the offices", / {2}内设机构:.*\n/, ""],
  ["the offices, which are no list", /内设机构: .*/, "内设机构: 办公室、财务科"],
] as const;

describe("a gap", () => {
  test("of an amount: its cell, its sums and shares say 待填; the end says where and what to do", async () => {
    const { pages, list, found } = await draftWith(["金额: 2430000.00", "金额: 待填"]);
    const narrative = pages.join("");
    expect(found.map(({ code }) => code)).toContain("数据/待填");
    expect(narrative).toContain("项目支出待填，占待填");
    expect(pageOfTable(pages, "预算10表")).toContain("待填");
    expect(list).toContain("data/403008/2023.yaml第57行");
    expect(list).toContain("把“待填”换成要填的内容");
    expect(list).toContain("勾稽和校对没有做");
  });

  test("that is only to choose: 待定 where one of the candidates would stand, and nowhere else", async () => {
    const { pages, list, found } = await draftWith(["经济科目: 30209", "经济科目: 待定（30209、30299）"]);
    expect(found.filter(({ severity }) => severity === "错误").map(({ code }) => code)).toEqual([
      "数据/待定",
    ]);
    const narrative = pages
      .slice(
        0,
        pages.findIndex((page) => page.includes("预算01表")),
      )
      .join("");
    expect(narrative).not.toMatch(/待[填定]/);
    expect(pageOfTable(pages, "预算07表")).toContain("待定待定待定待定243.00");
    expect(pages.slice(0, -1).join("")).not.toContain("待填");
    expect(list).toContain("30209物业管理费、30299其他商品和服务支出");
  });

  atNight("of a whole list: it says 待填, not that there is nothing", async () => {
    const { pages, list } = await draftWith(
      ["政府采购: []", "政府采购: 待填"],
      ["专项转移支付: []", "专项转移支付: 待填\n年终结转: 待填"],
    );
    const narrative = pages.join("");
    expect(narrative).toContain("政府采购预算安排待填，其中：政府采购货物预算待填");
    expect(narrative).toContain("专项转移支付项目情况待填我单位将");
    expect(narrative).not.toContain("负责管理的专项转移支付项目");
    expect(list).toContain("政府采购还没有填");
  });

  test.each(sampleOf(WITHOUT, 2))(
    "of %s: what depends on it says 待填, and nothing is denied",
    async (what, find, replace) => {
      const [written = ""] = find.exec(SAMPLE) ?? [];
      const { pages } = await draftWith([written, replace]);
      const narrative = pages.slice(0, 6).join("");
      expect(narrative).not.toContain("无内设机构");
      if (what.includes("targets")) expect(narrative).not.toContain("均按要求编制了绩效目标");
      if (what.includes("expenditure")) expect(narrative).toContain("支出合计待填");
    },
  );

  atNight("of all of last year and all reasons: each is told once", async () => {
    const sections = /\n上年:\n.*$/s.exec(SAMPLE)?.[0] ?? "";
    const { found } = await draftWith([sections, "\n上年: 待填\n原因: 待填\n"]);
    expect(found.filter(({ severity }) => severity === "错误").map(({ code }) => code)).toEqual([
      "数据/待填",
      "数据/待填",
    ]);
  });

  test("of last year, of listed functions, of a reason that is missing: the list at the end has their pages", async () => {
    const { list, found } = await draftWith(
      ["三公经费: 0.00", "三公经费: 待填"],
      [/列示科目: .*/.exec(SAMPLE)?.[0] ?? "", "列示科目: 待填"],
      ["  收入总计: 加强经费管理，对项目经费进行压缩\n", ""],
      ["  支出总计: 加强经费管理，对项目经费进行压缩\n", ""],
    );
    expect(found).toHaveLength(3);
    expect(list.match(/错误\d+data/g)).toHaveLength(3);
    expect(list).toContain("只写话，不写数：“收入总计:待填”“支出总计:待填”");
  });
});

describe("errors", () => {
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
