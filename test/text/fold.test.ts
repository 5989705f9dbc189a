import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { compact, folded, foldMarks, foldNumbers } from "../../src/text/fold.js";

const CHARACTERS = [..."（()）:：,，－—–~～＜<〈“”\"'’１Ａａ％．⼀⽤甲1.%a \u3000\n"];
const text = fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 30 });

describe("characters that are written differently and read alike", () => {
  test.each(Object.entries({ compact, foldMarks, folded, foldNumbers }))(
    "stay as they are when they are folded again: %s",
    (_name, fold) => {
      fc.assert(fc.property(text, (each) => expect(fold(fold(each))).toBe(fold(each))));
    },
  );

  test("keep their number when marks are folded", () => {
    fc.assert(fc.property(text, (each) => expect(foldMarks(each)).toHaveLength(each.length)));
  });

  test.each([
    ["⼀⽤", "一用"],
    ["２０２３年 预算\u3000（Ａ）", "2023年预算（A）"],
  ])("%s", (written, read) => {
    expect(compact(written)).toBe(read);
  });

  test("are quotation marks, brackets and dashes", () => {
    expect(folded("（甲）－“乙”")).toBe(folded('(甲)—"乙"'));
    expect(compact("（甲）")).not.toBe(compact("(甲)"));
  });
});
