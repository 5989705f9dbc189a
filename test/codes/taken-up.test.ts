import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "@jest/globals";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { codesIn } from "../../src/extract/code-rows.js";
import { workbookOf } from "../../src/extract/workbook-worker.js";
import { readGivenTable } from "../../src/files/given.js";
import { examineIn, makeProject, runIn } from "../project.js";

type Rows = readonly (readonly (string | number)[])[];

/** The bytes of a workbook. */
function book(sheets: Readonly<Record<string, Rows>>, bookType: "xlsx" | "biff8" = "xlsx"): Uint8Array {
  const made = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(made, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  return write(made, { type: "buffer", bookType });
}

/** GBK of 编码,名称 and one row, as Excel in China saves a CSV. */
const GBK = Buffer.from("b1e0c2eb2cc3fbb3c60d0a323234303135302ccac2d2b5d4cbd0d00d0a", "hex");

interface Done {
  readonly says: string;
  /** the file of the year, if there is one */
  readonly list: string | undefined;
  readonly project: string;
}

async function takenUp(
  file: string,
  content: Uint8Array | string,
  args: readonly string[] = ["--year", "2025"],
  project = makeProject(),
): Promise<Done> {
  writeFileSync(join(project, file), content);
  const outcome = await runIn(project, ["codes", file, ...args]).catch((error) => {
    if (error instanceof Refusal) return { says: error.message };
    throw error;
  });
  const written = join(project, "data/科目/2025.yaml");
  const list = existsSync(written) ? readFileSync(written, "utf8") : undefined;
  return { says: outcome.says, list, project };
}

/** The codes in a file with their names, read without a thread of its own. */
function codesOf(file: string, content: Uint8Array | string): ReadonlyMap<string, string> {
  const project = makeProject();
  writeFileSync(join(project, file), content);
  const book = workbookOf(readGivenTable(project, file));
  if (book.kind !== "read") throw new Error(`${file} is ${book.obstacle}`);
  return new Map(codesIn(book.sheets).codes.map(({ code, name }) => [code, name]));
}

const ROWS: Rows = [
  ["2025年政府收支分类科目"],
  [],
  ["序号", "科目编码", "科目名称"],
  [1, 224, "灾害防治及应急管理支出"],
];

describe("a list of codes is taken up", () => {
  test.each<readonly [string, string, Uint8Array | string, string]>([
    [
      "numbers below a head, in a workbook",
      "a.xlsx",
      book({ 功能: [...ROWS, [2, 2240150, "事业运行"]] }),
      "事业运行",
    ],
    [
      "the old format of workbooks",
      "a.xls",
      book({ 功能: [...ROWS, [2, 2240150, "事业运行"]] }, "biff8"),
      "事业运行",
    ],
    ...[
      ['="2240150"', "as Excel is made to keep it"],
      ['"=""2240150"""', "the same in quotation marks"],
      ['=T("2240150")', "as a formula"],
      ["'2240150", "behind an apostrophe"],
      ["’2240150", "behind the apostrophe of an input method"],
      ["２２４０１５０", "in full-width digits"],
      ["2240150.0", "as a number with decimals"],
      ["2240150.00", "as a number with two"],
      [" 2240150\u3000", "among blanks"],
      ["\u00A02240150\u00A0", "among blanks of a web page"],
      ["\u200B2240150", "behind what nobody sees"],
    ].map(
      ([code, what]) => [`a code ${what}`, "a.csv", `编码,名称\n${code},事业运行\n`, "事业运行"] as const,
    ),
    ["code and name in one cell", "a.csv", "科目\n[2240150]事业运行\n", "事业运行"],
    ["code and name in one cell, with a dash", "a.csv", "2240150-事业运行\n", "事业运行"],
    [
      "a code with blanks, and a byte order mark",
      "a.csv",
      "\uFEFF编码,名称\r\n224 01 50,事业运行\r\n",
      "事业运行",
    ],
    [
      "names behind those above them",
      "a.csv",
      "编码,名称\n22401,应急管理事务\n2240150,应急管理事务-事业运行\n",
      "事业运行",
    ],
    [
      "a column of names for each level",
      "a.csv",
      "编码,类名称,款名称,项名称\n2240150,灾害,应急,事业运行\n",
      "事业运行",
    ],
    ["codes in three columns", "a.csv", "类,款,项,名称\n224,,,灾害\n,01,,应急\n,,50,事业运行\n", "事业运行"],
    [
      "with the codes above them behind",
      "a.csv",
      "科目编码,科目名称,上级编码,上级名称\n2240150,事业运行,22401,应急管理事务\n",
      "事业运行",
    ],
    [
      "with the codes above them before",
      "a.csv",
      "上级编码,上级名称,编码,名称\n22401,应急管理事务,2240150,事业运行\n",
      "事业运行",
    ],
    ["beside amounts", "a.csv", "科目编码,科目名称,金额\n2240150,事业运行,20101\n合计,,201\n", "事业运行"],
    [
      "behind a count of rows",
      "a.csv",
      "序号,科目编码,科目名称,状态\n201,2240150,事业运行,启用\n",
      "事业运行",
    ],
    ["behind a count of rows, without a head", "a.csv", "201,2240150,事业运行,启用\n", "事业运行"],
    ["beside amounts, without a head", "a.csv", "2240150,事业运行,20101\n合计,,201\n", "事业运行"],
    [
      "with the codes above them before, without a head",
      "a.csv",
      "22401,应急,2240150,事业运行\n22401,应急,2240151,别的\n",
      "事业运行",
    ],
    [
      "with code and name where the name is",
      "a.csv",
      "科目编码,科目名称\n2240150,2240150-事业运行\n",
      "事业运行",
    ],
    ["quoted fields", "a.csv", '"编码","名称"\n"2240150","事业运行（试点）"\n', "事业运行（试点）"],
  ])("%s", (_name, file, content, expected) => {
    const codes = codesOf(file, content);
    expect(codes.get("2240150")).toBe(expected);
    for (const code of ["201", "20101", "22401"]) expect(codes.get(code) ?? "应急").toMatch(/^应急/);
  });

  test.each(["xlsx", "biff8"] as const)("of a %s that the command is given", async (type) => {
    const { list } = await takenUp("a.xlsx", book({ 功能: [...ROWS, [2, 2240150, "事业运行"]] }, type));
    expect(list).toContain("  2240150: 事业运行\n");
  });

  test("and what is not understood is said first, what is not likely last", async () => {
    const rows = "2240150,事业运行\n2240000,灾害\n224010,什么\n2240151,\n201,安全监管\n合计,\n";
    const { says, list } = await takenUp("a.csv", `科目编码,科目名称\n${rows}`);
    expect(says).toMatch(
      /^没有看懂、没有录入的行 3 个：第 3 行“2240000”、第 4 行“224010”、第 5 行“2240151”\n功能科目 2 个/m,
    );
    expect(says).toMatch(/已写入[^\n]*\n请核对：与[^\n]*的 1 个：201 安全监管\n科目表里确是这样的[^\n]*$/);
    expect(list).toContain("  201: 安全监管\n");
  });

  test("in GBK", async () => {
    const { list } = await takenUp("a.csv", GBK);
    expect(list).toContain("  2240150: 事业运行\n");
  });

  test("in one file or several, and twice is once", async () => {
    const first = await takenUp("a.csv", "30101,基本工资\n30177,新设的款\n101,税收收入\n");
    expect(first.says).toContain(
      "部门经济科目 2 个（2025 年）\n  原来没有的 1 个：30177 新设的款（第 2 行）",
    );
    expect(first.says).toContain("没有用的 1 行");
    const second = await takenUp("b.csv", "50101,工资津贴\n", [], first.project).catch(String);
    expect(second).toMatchObject({ says: expect.stringContaining("看不出 b.csv 是哪一年的") });
    const third = await takenUp("b2025.csv", "50101,工资津贴\n", [], first.project);
    expect(third.says).toContain(
      "名称不同的 1 个：50101 工资津贴（第 1 行），原来是“工资奖金津补贴”（公开文件）",
    );
    expect(third.list).toContain("  30177: 新设的款\n");
    expect(third.list).toContain("  50101: 工资津贴\n");
    const again = await takenUp("b2025.csv", "50101,工资津贴\n", [], first.project);
    expect(again.says).toContain("没有改");
    expect(again.list).toBe(third.list);
  });

  test.each<readonly [string, string, Uint8Array | string, string]>([
    ["no codes", "a.csv", "姓名,电话\n张三,1234\n", "没有支出科目"],
    [
      "codes of which Excel kept the first digits",
      "a.csv",
      "科目编码,科目名称\n2.24E+06,安全监管\n2240101,行政运行\n",
      "1 个代码成了科学记数，后面的数字丢了：第 2 行 2.24E+06",
    ],
    ["such codes only", "a.csv", "2.24E+06,安全监管\n2.24E+06,行政运行\n", "2 个代码成了科学记数"],
    [
      "two classifications in one table",
      "a.csv",
      "功能科目编码,功能科目名称,经济科目编码,经济科目名称\n2240106,安全监管,30101,基本工资\n",
      "第 1 行的表头里，看不出哪一列是科目的：“功能科目编码”、“经济科目编码”",
    ],
    [
      "two columns of names",
      "a.csv",
      "编码,名称,备注,名称\n2240106,安全监管,,别的\n",
      "看不出哪一列是科目的：“名称”、“名称”",
    ],
    ["a PDF", "a.xlsx", "%PDF-1.7\n", "不是表格"],
    ["another archive", "a.xlsx", Buffer.from("504b0304000000", "hex"), "不是完整的表格"],
  ])("but not %s", async (_name, file, content, expected) => {
    const { says, list } = await takenUp(file, content);
    expect(says).toContain(expected);
    expect(list).toBeUndefined();
  });

  test("and names codes from then on", async () => {
    const project = makeProject();
    mkdirSync(join(project, "data/科目"));
    const list = "年度: 2023\n来源: [科目.xlsx]\n功能科目: { 2210106: 公租房 }\n";
    writeFileSync(join(project, "data/科目/2023.yaml"), list);
    const data = { unit: "403008", year: 2023, file: "data/403008/2023.yaml" };
    const { year, warnings } = await examineIn(project, { data, output: "out" });
    expect(year.codes.functional.get("2210106")).toMatchObject({
      name: { text: "公租房" },
      status: "财政部门",
    });
    expect(warnings.map(({ code }) => code)).not.toContain("数据/科目未核");
  });
});
