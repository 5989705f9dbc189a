import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readPdf } from "../pdf/read.js";
import { makeProject, runIn } from "../project.js";

/** The mark is larger than all else on a page, in pt. */
const MARK_FROM = 60;

const project = makeProject();
const folder = join(project, "out/样张/henan");
const pdfOf = (name: string) => readPdf(readFileSync(join(folder, `${name}.pdf`)));
const { says, warnings } = await runIn(project, ["pack", "henan"]);

describe("specimens of henan", () => {
  test("find nothing wrong with it", () => {
    expect(warnings).toEqual([]);
    expect(says).toMatch(/版式 henan：18 份样张，在 out\/样张\/henan 里；没有发现错$/);
  });

  test("are as many as they are said to be, with their data beside them", () => {
    const names = readdirSync(folder).filter((name) => name.endsWith(".pdf"));
    expect(names).toHaveLength(18);
    const data = readdirSync(join(folder, "数据")).map((name) => `${name}.pdf`);
    expect(data.sort()).toEqual(names.sort());
  });

  test("are marked on every page, and in their titles", async () => {
    const { info, pages } = await pdfOf("部门");
    expect(info.Title).toBe("样张市样张局2025年度部门预算公开（样张）");
    const isMark = ({ text, size }: { readonly text: string; readonly size: number }) =>
      /^[样张]+$/.test(text) && size > MARK_FROM;
    expect(pages.filter(({ items }) => !items.some(isMark)).map(({ number }) => number)).toEqual([]);
  });

  test.each([
    ["零基数", "上年无该预算，不计算增长率"],
    ["全部为零", "没有支出安排"],
    ["新设单位", "没有上年预算，各项预算数不与上年比较"],
    ["降为零", "下降100.00%，主要原因是工作任务减少"],
    ["减少", "一般公务用车1辆"],
    ["持平", "2025年“三公”经费支出预算数与2024年持平"],
    ["增加", "一般公共服务支出"],
    ["只有政府性基金预算", "2025年没有使用一般公共预算安排的支出"],
  ])("%s says %s", async (name, words) => {
    const { pages } = await pdfOf(name);
    const text = pages.flatMap(({ items }) => items.map((item) => item.text)).join("");
    expect(text.replaceAll(/\s/g, "")).toContain(words);
  });

  test("print the same bytes again", async () => {
    const before = readFileSync(join(folder, "名称最长.pdf"));
    await runIn(project, ["pack", "henan"]);
    expect(before.equals(readFileSync(join(folder, "名称最长.pdf")))).toBe(true);
  });
});
