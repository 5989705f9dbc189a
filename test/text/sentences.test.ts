import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { partsIn, sentencesIn, statementsIn } from "../../src/text/sentences.js";

const text = fc.string({ unit: fc.constantFrom(..."甲乙。！；，（）“”()》"), maxLength: 30 });

function cut(whole: string, stretchesIn: typeof sentencesIn): readonly string[] {
  return stretchesIn(whole).map(({ from, to }) => whole.slice(from, to));
}

describe("a paragraph cut into sentences", () => {
  test.each(Object.entries({ sentencesIn, partsIn, statementsIn }))(
    "is the paragraph when put together, with no empty piece: %s",
    (_name, stretchesIn) => {
      fc.assert(
        fc.property(text, (whole) => {
          const pieces = cut(whole, stretchesIn);
          expect(pieces.join("")).toBe(whole);
          expect(pieces).not.toContain("");
        }),
      );
    },
  );

  test("is not cut further when a sentence is cut again", () => {
    fc.assert(
      fc.property(text, (whole) => {
        for (const sentence of cut(whole, sentencesIn))
          expect(cut(sentence, sentencesIn)).toEqual([sentence]);
      }),
    );
  });

  test.each([
    ["甲。乙！？丙", ["甲。", "乙！？", "丙"]],
    ["“甲。”乙（丙。）丁", ["“甲。”", "乙（丙。）", "丁"]],
    ["甲；乙。", ["甲；乙。"]],
    ["（甲。乙", ["（甲。", "乙"]],
  ])("%s", (whole, sentences) => {
    expect(cut(whole, sentencesIn)).toEqual(sentences);
  });

  test("has parts of a sentence between semicolons", () => {
    expect(cut("甲；乙。", partsIn)).toEqual(["甲；", "乙。"]);
  });
});
