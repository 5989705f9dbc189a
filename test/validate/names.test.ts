import { describe, expect, test } from "@jest/globals";
import { valueAt } from "../../src/model/source.js";
import { nearest, quoted, unknownName } from "../../src/validate/schema/names.js";
import { labelOf, nameOf } from "../../src/validate/schema/path.js";

const KINDS = ["货物", "工程", "服务"];

describe("the nearest name", () => {
  test.each([
    ["资金来原", ["资金来源", "财政拨款"], "资金来源"],
    ["财政拔款", ["财政拨款", "财政专户"], "财政拨款"],
    ["服务类", KINDS, "服务"],
    ["公务接待", ["公务接待费", "公务用车"], "公务接待费"],
    ["接待", ["公务接待费", "公务用车"], "公务接待费"],
    ["完全不同", KINDS, undefined],
    ["货", KINDS, undefined],
    ["", KINDS, undefined],
    ["货物", [], undefined],
  ])("%s", (word, candidates, found) => {
    expect(nearest(word, candidates)).toBe(found);
  });

  test("is not guessed where both are in the word", () => {
    expect(nearest("货物工程", KINDS)).toBe("货物");
    expect(nearest("货物和工程采购", KINDS)).toBeUndefined();
  });
});

describe("an unknown name", () => {
  test("is told with the one it is like, and all that there are", () => {
    const { message, notes } = unknownName("模板/未知", undefined, "口径", "收入总记", [
      "收入总计",
      "支出总计",
    ]);
    expect(message).toBe("没有叫“收入总记”的口径");
    expect(notes).toEqual([
      "是不是想写“收入总计”？",
      "怎么改：换成可用的口径：收入总计、支出总计；多余的，删去这一处",
    ]);
  });

  test("is told without a list that would be too long", () => {
    const many = Array.from({ length: 27 }, (_, index) => `口径第${index}`);
    expect(unknownName("模板/未知", undefined, "口径", "甲乙丙丁戊", many).notes).toEqual([
      "怎么改：换成可用的口径；多余的，删去这一处",
    ]);
  });
});

describe("what a place is called", () => {
  test.each([
    [[], "文件", "文件"],
    [["收入"], "收入", "“收入”"],
    [["收入", 1], "收入第 2 项", "“收入”第 2 项"],
    [["收入", "1", "金额"], "金额", "“金额”"],
    [[0], "第 1 项", "第 1 项"],
  ])("%j", (path, name, label) => {
    expect(nameOf(path)).toBe(name);
    expect(labelOf(path)).toBe(label);
  });

  test("and its value, if there is one", () => {
    const root = { 收入: [{ 金额: "1.00" }] };
    expect(valueAt(root, ["收入", 0, "金额"])).toBe("1.00");
    expect(valueAt(root, ["收入", 1, "金额"])).toBeUndefined();
    expect(valueAt(root, ["收入", 0, "金额", "分"])).toBeUndefined();
  });

  test("and how names are quoted", () => expect(quoted(["甲", "乙"])).toBe("“甲”“乙”"));
});
