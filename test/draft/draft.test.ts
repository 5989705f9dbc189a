import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { type Diagnostic, Refusal } from "../../src/diagnostic.js";
import { type Pdf, readPdf } from "../pdf/read.js";
import { makeProject, runIn } from "../project.js";

const DATA = "data/403008/2023.yaml";
const DRAFT = "三门峡市住房保障中心2023年度单位预算公开（草稿）.pdf";
const SAMPLE = readFileSync(join(makeProject(), DATA), "utf8");

interface Drafted {
  readonly project: string;
  readonly pdf: Pdf;
  readonly found: readonly Diagnostic[];
  /** the text of each page, and of the list at the end */
  readonly pages: readonly string[];
  readonly list: string;
}

/** The draft of the sample with the edits made, each of a text that occurs in it. */
async function draftWith(...edits: readonly (readonly [find: string, replace: string])[]): Promise<Drafted> {
  const project = makeProject();
  const text = edits.reduce((rest, [find, replace]) => {
    expect(rest).toContain(find);
    return rest.replace(find, replace);
  }, SAMPLE);
  writeFileSync(join(project, DATA), text);
  const { warnings } = await runIn(project, ["build-report", "--draft"]);
  const pdf = await readPdf(readFileSync(join(project, "out", DRAFT)));
  const pages = pdf.pages.map(({ items }) => items.map((item) => item.text.replaceAll(" ", "")).join(""));
  const from = pages.findLastIndex((page) => page.includes("还要填的和要改的地方"));
  return { project, pdf, found: warnings, pages, list: pages.slice(from).join("") };
}

describe("data without gaps and errors", () => {
  test("can be drafted: each page and the name say 草稿, warnings are listed at the end, and there is no record", async () => {
    const { project, pages, list } = await draftWith();
    for (const page of pages) expect(page).toContain("草稿");
    expect(list).toContain("共1处");
    expect(list).toContain("政府采购预算是0");
    expect(readdirSync(join(project, "out"))).toEqual([DRAFT]);
  });

  test("a draft does not take the place of the document", async () => {
    const project = makeProject();
    await runIn(project, ["build-report"]);
    const hashes = () =>
      readdirSync(join(project, "out"))
        .filter((name) => !name.includes("草稿"))
        .map((name) =>
          createHash("sha256")
            .update(readFileSync(join(project, "out", name)))
            .digest("hex"),
        );
    const before = hashes();
    await runIn(project, ["build-report", "--draft"]);
    expect(hashes()).toEqual(before);
    expect(readdirSync(join(project, "out"))).toContain(DRAFT);
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

  test("of a reason: it says 待填, other reasons are printed", async () => {
    const { pages } = await draftWith(["  收入总计: 加强经费管理，对项目经费进行压缩\n", ""]);
    expect(pages.join("")).toContain("主要原因是待填");
    expect(pages.join("")).toContain("主要原因是加强经费管理");
  });

  test("of an amount of last year: the comparison says 待填", async () => {
    const { pages } = await draftWith(["  收入总计: 11314000.00\n", ""]);
    expect(pages.join("")).toContain("收入待填");
  });

  test("of a name: it says 待填", async () => {
    const { pages } = await draftWith(["名称: 2023保障房年度审核费", "名称: 待填"]);
    expect(pages.find((page) => page.includes("预算10表"))).toContain("待填");
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

  test.each(["项目", "基本支出"])("of the whole list %s: sums of expenditure are marked", async (key) => {
    const [before = "", behind = ""] = SAMPLE.split(`\n${key}:\n`);
    const rest = behind.slice(behind.search(/^\S/m));
    const project = makeProject();
    writeFileSync(join(project, DATA), `${before}\n${key}: 待填\n${rest}`);
    await runIn(project, ["build-report", "--draft"]);
    const pdf = await readPdf(readFileSync(join(project, "out", DRAFT)));
    const text = pdf.pages.flatMap(({ items }) => items.map((item) => item.text)).join("");
    expect(text.replaceAll(" ", "")).toContain(
      key === "项目" ? "项目支出待填，占待填" : "基本支出待填，占待填",
    );
  });

  test("of a project's code: it says 待填, not 未赋码", async () => {
    const { pages } = await draftWith(
      ["编码: 411200230000000004112", "编码: 待填"],
      ["编码: 411200230000000004114", "编码: 4112"],
    );
    const table = pages.slice(pages.findIndex((page) => page.includes("预算11表"))).join("");
    expect(table).not.toContain("411200230000000004112");
    expect(table).toMatch(/待填2023保障房退房/);
    expect(table).toMatch(/待填2023保障房系/);
    expect(table).toMatch(/未赋码2023综合费/);
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

  test.each([
    ["head", "header: 科目编码", "header: XX科目编码"],
    ["number", "number: 预算03表", "number: 预算03表XX"],
  ])("a fault in the %s of a table is found on its page", async (_, find, replace) => {
    const project = makeProject();
    const file = join(project, "templates/henan/tables/03-expenditure.yaml");
    const text = readFileSync(file, "utf8");
    expect(text).toContain(find);
    writeFileSync(file, text.replace(find, replace));
    await runIn(project, ["build-report", "--draft"]);
    const { pages } = await readPdf(readFileSync(join(project, "out", DRAFT)));
    const list = pages.flatMap(({ items }) => items.map((item) => item.text.replaceAll(" ", ""))).join("");
    expect(list).toMatch(/错误\d+templates\/henan\/tables\/03-expenditure.yaml/);
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

  test("a character that no font has is a box", async () => {
    const { list } = await draftWith(["名称: 2023保障房年度审核费", "名称: 2023保障房年度审核费𪚥"]);
    expect(list).toContain("字体里没有“□”");
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
