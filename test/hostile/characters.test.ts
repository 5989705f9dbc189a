import { describe, expect, test } from "@jest/globals";
import { projectWith, refusalIn } from "./disclosure.js";
import { DATA } from "./run.js";

const NAME = "名称: 2023保障房年度审核费";

/** What is said when a project has this name, written in double quotes as YAML has them. */
function saidOfName(name: string): Promise<string> {
  return refusalIn(projectWith(DATA, NAME, `名称: "${name}"`));
}

describe("what no spreadsheet computes here is printed as it is", () => {
  test.each(["=1+1", "@SUM(A1:A9)", "+1", "-1+2", "=cmd|' /C calc'!A0"])("%s", async (name) => {
    expect(await saidOfName(name)).toBe("");
  });
});

describe("a character that cannot be printed is refused", () => {
  test.each([
    ["an emoji", "甲😀", "[校对/缺字]"],
    ["a family of emoji", "甲👩‍👩‍👧", "[数据/字符]"],
    ["Hebrew", "甲שלום", "[校对/缺字]"],
    ["Arabic", "甲سلام", "[校对/缺字]"],
    ["a combining accent", "甲e\u0301", "[校对/缺字]"],
    ["a combining circle", "甲\u20DD", "[校对/缺字]"],
    ["a variation selector", "甲\uFE0F", "[校对/缺字]"],
    ["a character beyond the basic plane", "𰻝", "[校对/缺字]"],
  ])("%s", async (_name, text, code) => {
    expect(await saidOfName(text)).toContain(code);
  });
});

describe("a character that must not be in a file is not let in by an escape", () => {
  test.each([
    ["\\u202E", "改变文字方向的控制字符（U+202E）"],
    ["\\u200B", "看不见的零宽字符（U+200B）"],
    ["\\uFEFF", "看不见的零宽字符（U+FEFF）"],
    ["\\U000E0041", "看不见的零宽字符（U+E0041）"],
    ["\\_", "不换行空格（U+00A0）"],
    ["\\uE000", "私用区的字符（U+E000）"],
    ["\\uFFFD", "字已损坏"],
    ["\\0", "控制字符（U+0000）"],
    ["\\e[31m", "控制字符（U+001B）"],
    ["\\r", "控制字符（U+000D）"],
    ["\\N", "控制字符（U+0085）"],
    ["\\L", "控制字符（U+2028）"],
    ["\\uD800", "控制字符（U+D800）"],
    ["\\uFFFE", "控制字符（U+FFFE）"],
    ["\\U00110000", "这里的写法不认识"],
  ])("%s", async (written, sentence) => {
    expect(await saidOfName(`甲${written}乙`)).toContain(sentence);
  });
});
