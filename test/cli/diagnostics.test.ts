import { stripVTControlCharacters } from "node:util";
import { expect, test } from "@jest/globals";
import { wantsColours } from "../../src/cli/colour.js";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { columns } from "../../src/cli/width.js";
import { oncePerCause, type Place, problem, warning } from "../../src/diagnostic/diagnostic.js";

const place = (excerpt: string, marked: string, line = 6, file = "data/403008/2023.yaml"): Place => {
  const column = [...excerpt.slice(0, excerpt.indexOf(marked))].length + 1;
  return { file, line, column, length: [...marked].length, excerpt };
};

test("a problem is printed as a compiler prints it", () => {
  const imbalance = problem(
    "勾稽/收支平衡",
    "收入总计 1,234.56 万元，支出总计 1,324.56 万元，相差 -90.00 万元",
    place("    金额: 12345600.00", "12345600.00"),
    "规则：收支总体情况表 收入总计 = 支出总计",
  );
  expect(printDiagnostics([imbalance])).toBe(`\
错误 收入总计 1,234.56 万元，支出总计 1,324.56 万元，相差 -90.00 万元 [勾稽/收支平衡]
  --> data/403008/2023.yaml:6:9
  6 |     金额: 12345600.00
    |           ^^^^^^^^^^^
  = 规则：收支总体情况表 收入总计 = 支出总计

1 个错误
`);
});

test("nothing is printed of nothing", () => {
  expect(printDiagnostics([])).toBe("");
});

test("errors come before warnings", () => {
  const printed = printDiagnostics([
    warning("数据/科目未核", "警", place("甲", "甲", 1)),
    problem("数据/取值", "错", place("甲", "甲", 2)),
  ]);
  expect(printed.indexOf("错误 错")).toBeLessThan(printed.indexOf("警告 警"));
});

test("problems come by file, line and column, those without a place first", () => {
  const at = (file: string, line: number, marked: string) =>
    problem("数据/取值", `${file} ${line} ${marked}`, place("甲乙", marked, line, file));
  const printed = printDiagnostics([
    at("b", 1, "甲"),
    at("a", 10, "甲"),
    at("a", 9, "乙"),
    at("a", 9, "甲"),
    problem("命令/用法", "无处"),
  ]);
  expect([...printed.matchAll(/^错误 (.*) \[/gm)].map(([, message]) => message)).toEqual([
    "无处",
    "a 9 甲",
    "a 9 乙",
    "a 10 甲",
    "b 1 甲",
  ]);
});

test("errors and warnings are counted apart", () => {
  const [error, warned] = [problem("数据/取值", "错"), warning("数据/科目未核", "警")];
  expect(printDiagnostics([error, warned, error])).toMatch(/\n2 个错误，1 个警告\n$/);
  expect(printDiagnostics([warned])).toMatch(/\n1 个警告\n$/);
});

test("a place that stands for a whole file shows the file alone", () => {
  const file = { file: "data/403008/2023.yaml", line: 1, column: 1, length: 0, excerpt: "" };
  expect(printDiagnostics([problem("文件/空", "空", file)])).toContain(
    "--> data/403008/2023.yaml\n\n1 个错误",
  );
});

test("a place on a page is shown with its page, without the number of its line", () => {
  const onPage = { ...place("人员经费支出194.20万元", "194.20万元", 7, "公开.pdf"), page: 5 };
  expect(printDiagnostics([problem("审核/数", "错", onPage)])).toBe(`\
错误 错 [审核/数]
  --> 公开.pdf 第 5 页
    | 人员经费支出194.20万元
    |             ^^^^^^^^^^

1 个错误
`);
  const wholePage = { file: "公开.pdf", page: 3, line: 1, column: 1, length: 0, excerpt: "" };
  expect(printDiagnostics([warning("审核/没有核对", "警", wholePage)])).toContain(
    "--> 公开.pdf 第 3 页\n\n1 个",
  );
});

test("places on pages come by page, then by line", () => {
  const on = (page: number, line: number) =>
    problem("审核/数", `${page} ${line}`, { ...place("甲", "甲", line, "公开.pdf"), page });
  const printed = printDiagnostics([on(10, 1), on(2, 9), on(2, 1)]);
  expect([...printed.matchAll(/^错误 (.*) \[/gm)].map(([, message]) => message)).toEqual([
    "2 1",
    "2 9",
    "10 1",
  ]);
});

test.each([
  ["Chinese counts twice", "名称: 中心", "中心", "      ^^^^"],
  ["characters beyond the BMP count as characters", "𠮷: 𠮷野家", "野家", "      ^^^^"],
  ["a tab counts as a blank", "\t名称", "名称", " ^^^^"],
])("the caret stands under its place: %s", (_, excerpt, marked, caret) => {
  const [, below] = printDiagnostics([problem("数据/取值", "错", place(excerpt, marked))]).split("\n    | ");
  expect(below?.split("\n")[0]).toBe(caret);
});

test("an empty place behind the end of its line still has a caret", () => {
  const empty = { ...place("金额:", "金额:"), column: 4, length: 0 };
  expect(printDiagnostics([problem("数据/缺少", "空", empty)])).toContain("  6 | 金额:\n    |      ^\n");
});

test("a long line is cut around the place, to the width there is", () => {
  const excerpt = `${"前".repeat(300)}这里${"后".repeat(300)}`;
  const found = [problem("数据/取值", "错", place(excerpt, "这里"))];
  for (const width of [60, 80, 120, undefined]) {
    const lines = printDiagnostics(found, { width }).split("\n").slice(2, 4);
    const [line = "", carets = ""] = lines;
    expect(Math.max(...lines.map(columns))).toBeLessThanOrEqual(width ?? 100);
    expect(columns(line)).toBeGreaterThan((width ?? 100) - 8);
    expect(line).toMatch(/^ {2}6 \| …前+这里后+…$/);
    expect(columns(carets)).toBe(columns(line.slice(0, line.indexOf("这里") + 2)));
  }
});

test("a place near the end of a long line has its end shown, one near the beginning its beginning", () => {
  const excerpt = `起${"中".repeat(300)}止`;
  expect(printDiagnostics([problem("数据/取值", "错", place(excerpt, "止"))])).toMatch(/\| …中+止\n/);
  expect(printDiagnostics([problem("数据/取值", "错", place(excerpt, "起"))])).toMatch(/\| 起中+…\n/);
});

test("one cause in several places is one problem, with the places of the others", () => {
  const at = (line: number, file = "data/403008/2023.yaml") =>
    problem("数据/科目", "表里没有 2080598", place("甲乙", "甲", line, file), "怎么改：核对");
  const printed = printDiagnostics(oncePerCause([at(3), at(5), at(6), at(2, "data/403009/2023.yaml")]));
  expect(printed).toContain(
    "  = 同样的还有 3 处：第 5-6 行；data/403009/2023.yaml 第 2 行\n  = 怎么改：核对\n",
  );
  expect(printed).toMatch(/\n1 个错误\n$/);
});

test("beyond twenty of a kind the places are enough, and other kinds are told all the same", () => {
  const many = Array.from({ length: 906 }, (_, index) =>
    problem("数据/取值", `错 ${index}`, place("甲乙", "甲", index + 1)),
  );
  const printed = printDiagnostics([...many, warning("数据/科目未核", "警")]);
  expect(printed.match(/^错误 错 /gm)).toHaveLength(20);
  expect(printed).toContain("错误 同样的还有 886 处 [数据/取值]\n  --> data/403008/2023.yaml 第 21-906 行\n");
  expect(printed).toMatch(/警告 警 [\s\S]*\n906 个错误，1 个警告\n$/);
});

test("many gaps are a list to work through, a few are told one by one", () => {
  const gap = (line: number, section: string, part: string) => ({
    ...problem("数据/待填", `${section}的${part}还没有填`, place("金额: 待填", "待填", line)),
    gap: { section, part, kind: "金额" },
  });
  const few = Array.from({ length: 10 }, (_, index) => gap(index + 1, "收入", `第 ${index + 1} 项的金额`));
  expect(printDiagnostics(few).match(/^错误 /gm)).toHaveLength(10);
  const many = printDiagnostics([warning("数据/科目表年份", "警"), ...few, gap(20, "年终结转", "")]);
  expect(many).toContain(`错误 data/403008/2023.yaml 还有 11 处没有填 [数据/待填]
  data/403008/2023.yaml:1-10 收入
    第 1 行 第 1 项的金额
`);
  expect(many).toContain("  data/403008/2023.yaml:20 年终结转\n    第 20 行 有没有，有的逐项写\n");
  expect(many).toMatch(/\n\n警告 警 .*\n\n11 处待填，1 个警告\n$/);
});

test("lines to paste are printed as they are to stand in the file", () => {
  const found = {
    ...problem("口径/缺少原因", "缺", undefined, "怎么改：加上："),
    paste: ["原因:", "  三公经费: 待填"],
  };
  expect(printDiagnostics([found])).toContain("  = 怎么改：加上：\n\n原因:\n  三公经费: 待填\n\n1 个错误\n");
});

test("what has not been checked is said at the end", () => {
  expect(printDiagnostics([problem("数据/金额", "错")], { leftOut: ["勾稽", "校对"] })).toMatch(
    /\n1 个错误\n还没有填完，或者还有写错的：勾稽和校对没有做，填完、改对以后再看。\n$/,
  );
});

test("what the data holds cannot command the terminal", () => {
  const evil = "\u001B[2J\u202E甲\r\u0007";
  const printed = printDiagnostics([problem("数据/取值", evil, place(evil, "甲"), evil)]);
  expect(printed).not.toMatch(/[^\P{C}\n]/u);
});

test("a message is never shortened, however long it is", () => {
  const message = `项目“${"名".repeat(500)}”的支出不对`;
  const note = `支出 = ${"123,456.78（第 1 行 甲） + ".repeat(50)}`;
  const printed = printDiagnostics([problem("数据/取值", message, undefined, note)]);
  expect(printed).toContain(message);
  expect(printed).toContain(note);
});

test.each([
  [true, {}, true],
  [true, { NO_COLOR: "" }, true],
  [true, { NO_COLOR: "1" }, false],
  [true, { TERM: "dumb" }, false],
  [false, {}, false],
])("terminal %j with %j: colours %j", (terminal, env, expected) => {
  expect(wantsColours(terminal, env)).toBe(expected);
});

test("colours are there when asked for, and change nothing else", () => {
  const diagnostics = [warning("数据/科目未核", "警", place("甲乙", "乙"), "说明")];
  const coloured = printDiagnostics(diagnostics, { colour: true });
  expect(coloured).toContain("\u001B[1;33m警告\u001B[0m");
  expect(stripVTControlCharacters(coloured)).toBe(printDiagnostics(diagnostics));
});
