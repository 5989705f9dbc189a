import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readPdf } from "../pdf/read.js";
import { makeProject, runIn } from "../project.js";
import { DATA, DRAFT, draftWith, pageOfTable, SAMPLE } from "./drafting.js";

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

describe("a gap", () => {
  test("of a line's fund: what may take it says 待填, and what takes it whatever it is counts it", async () => {
    const { pages, found } = await draftWith([
      "资金来源: 一般公共预算, 财政拨款: 否, 金额: 8000000.00",
      "资金来源: 待填, 财政拨款: 否, 金额: 8000000.00",
    ]);
    const text = pages.join("");
    expect(text).toContain("收入合计1001.90万元，其中：一般公共预算收入待填，待填。");
    expect(text).toContain("一般公共预算收支预算待填，待填，待填。");
    expect(found.map(({ code }) => code)).toContain("数据/待填");
  });

  test("of a whole entry: the rest is printed", async () => {
    const { pages, list } = await draftWith(["  主要职责: 承担廉租住房", "  #"]);
    expect(pages.join("")).toContain("主要职责是：待填");
    expect(list).toContain("主要职责");
  });

  test.each([
    [
      "内设机构",
      "内设机构: [办公室, 财务科, 工程管理科, 物业管理科, 住房保障管理科]",
      "机构设置待填",
      "下设",
    ],
    ["下属单位", "下属单位: []", "预算单位构成情况待填", "本级预算"],
    ["性质", "性质: 事业单位", "机关运行经费支出情况待填", "较2022年预算"],
  ])("of %s: what depends on it says 待填", async (key, find, says, never) => {
    const { pages } = await draftWith([find, `${key}: 待填`]);
    const text = pages.join("").replaceAll(/—\d+—/g, "");
    expect(text).toContain(says);
    expect(text).not.toContain(never);
  });

  test("of a project's kind or money: its row and amount are printed, and what may take them says 待填", async () => {
    const { pages, list } = await draftWith(
      ["类别: 其他运转类", "类别: 待填"],
      ["财政拨款: 否, 金额: 2430000.00", "财政拨款: 待填, 金额: 2430000.00"],
    );
    const text = pages.join("");
    expect(text).toContain("以上项目3个，支出总额726.00万元");
    expect(text).not.toContain("年初预算为");
    expect(pageOfTable(pages, "预算03表")).toContain(
      "三门峡市住房保障中心1,001.90201.90191.632.627.65800.00待填待填",
    );
    expect(list).toMatch(/错误\d+data\/403008\/2023.yaml第54行/);
    expect(list).toMatch(/错误\d+data\/403008\/2023.yaml第57行/);
  });

  test("in an item of a list: what the other items come to is no sum", async () => {
    const transfers = "[{ 名称: 甲补助, 金额: 10000.00 }, { 名称: 乙补助, 金额: 待填 }]";
    const { pages, list } = await draftWith(
      ["政府采购: []", "政府采购:\n  - 采购类型: 待填\n    面向中小企业: 是\n    金额: 10000.00"],
      ["专项转移支付: []", `专项转移支付: ${transfers}`],
    );
    const text = pages.join("");
    expect(text).toContain("政府采购预算安排1.00万元，其中：政府采购货物预算待填、政府采购工程预算待填");
    expect(text).toContain("面向中小企业预留1.00万元");
    expect(text).toContain("专项转移支付项目共待填，资金待填");
    expect(list).toMatch(/错误\d+data\/403008\/2023.yaml第262行/);
  });

  test("of a function: what may be under it says 待填, which is no 尾差", async () => {
    const { pages } = await draftWith([
      "功能科目: 2120199, 经济科目: 30101",
      "功能科目: 待填, 经济科目: 30101",
    ]);
    const text = pages.join("");
    expect(text).not.toContain("59.08万元。");
    expect(text).toContain("城乡社区支出待填，占待填；");
    expect(text).toContain("待填59.08万元，占5.90%");
  });

  test("of the kind of unit: the government codes that depend on it say 待填, and are not doubted", async () => {
    const { pages, found } = await draftWith(["性质: 事业单位", "性质: 待填"]);
    const table = pageOfTable(pages, "预算06表");
    expect(table).toMatch(/30101基本工资待填待填59.08/);
    expect(table).toMatch(/30302退休费50905离退休费2.62/);
    expect(found.map(({ code }) => code)).toEqual(["数据/待填"]);
  });

  test("of a project's code: the list at the end has its page", async () => {
    const { list } = await draftWith(["编码: 411200230000000004112", "编码: 待填"]);
    expect(list).toMatch(/错误\d+data\/403008\/2023.yaml第77行/);
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
    expect(pageOfTable(pages, "预算10表")).toContain("待填");
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
    const table = pages.slice(pages.indexOf(pageOfTable(pages, "预算11表") ?? "")).join("");
    expect(table).not.toContain("411200230000000004112");
    expect(table).toMatch(/待填2023保障房退房/);
    expect(table).toMatch(/待填2023保障房系/);
    expect(table).toMatch(/未赋码2023综合费/);
  });
});

describe("errors", () => {
  test("a line with a wrong code says 待填 in its place, and is listed at the end", async () => {
    const { list, pages } = await draftWith(["功能科目: 2080505", "功能科目: 20805"]);
    expect(list).toContain("功能科目“20805”要写成代码");
    const table = pageOfTable(pages, "预算03表");
    expect(table).toContain("待填");
    expect(table).toContain("15.50");
  });

  test("a wrong amount is taken for a gap", async () => {
    const { pages, list } = await draftWith(["金额: 155000.00", "金额: 15.5万元"]);
    expect(list).toContain("后面写了单位");
    expect(pageOfTable(pages, "预算03表")).toContain("待填");
  });

  test.each([
    ["commas in an amount", "金额: 2430000.00", "金额: 2,430,000.00", "千分位逗号"],
    ["a colon of a Chinese keyboard", "    名称: 2023物业", "    名称：2023物业", "冒号用了中文全角"],
    ["such a colon before a list", "政府采购: []", "政府采购：[]", "冒号用了中文全角"],
  ])("%s: read as it was meant, and told", async (_, find, replace, told) => {
    const { pages, found } = await draftWith([find, replace]);
    expect(pages.join("")).toContain("支出合计1001.90万元");
    expect(found.map(({ message }) => message).join()).toContain(told);
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

  test("a character that no font has is a box", async () => {
    const { list } = await draftWith(["名称: 2023保障房年度审核费", "名称: 2023保障房年度审核费𪚥"]);
    expect(list).toContain("字体里没有“□”");
  });
});
