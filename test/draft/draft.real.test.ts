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
