import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { compact, folded, foldMarks, foldNumbers } from "../../src/text/fold.js";

const CHARACTERS = [..."（()）:：,，－—–~～＜<〈“”\"'’１Ａａ％．⼀⽤甲1.%a \u3000\n"];
const text = fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 30 });

describe("写法不同、读来一样的字", () => {
  test.each([compact, foldMarks, folded, foldNumbers])("折过再折不变：$name", (fold) => {
    fc.assert(fc.property(text, (each) => expect(fold(fold(each))).toBe(fold(each))));
  });

  test("标点折了长度不变", () => {
    fc.assert(fc.property(text, (each) => expect(foldMarks(each)).toHaveLength(each.length)));
  });

  test.each([
    ["⼀⽤", "一用"],
    ["２０２３年 预算\u3000（Ａ）", "2023年预算（A）"],
  ])("%s", (written, read) => {
    expect(compact(written)).toBe(read);
  });

  test("引号、括号、横线", () => {
    expect(folded("（甲）－“乙”")).toBe(folded('(甲)—"乙"'));
    expect(compact("（甲）")).not.toBe(compact("(甲)"));
  });
});
