import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { Refusal } from "../../src/diagnostic/refusal.js";
import type { Plain } from "../../src/model/source.js";
import { mayHold, wordBehind } from "../../src/yaml/glance.js";
import { readYamlText } from "../../src/yaml/yaml.js";
import { PROGRAM } from "../project.js";

const SAMPLE = readFileSync(join(PROGRAM, "data/403008/2023.yaml"), "utf8");

/** What the reader finds behind a key of the outermost level; "refused" where it refuses the file. */
function read(text: string, key: string): Plain | "refused" | undefined {
  try {
    const { value } = readYamlText("data.yaml", text);
    return typeof value === "object" && Object.hasOwn(value, key)
      ? (value as Readonly<Record<string, Plain>>)[key]
      : undefined;
  } catch (error) {
    if (error instanceof Refusal) return "refused";
    throw error;
  }
}

/** What a glance says must be what the reader says, or the reader refuses the file; it may say too little. */
function expectAgreement(text: string): void {
  const [pack, units] = [read(text, "版式"), read(text, "汇总单位")];
  const word = wordBehind(text, "版式");
  if (word !== undefined && pack !== "refused") expect([text, word]).toEqual([text, pack]);
  const holds = units !== undefined && units !== "refused";
  if (!mayHold(Buffer.from(text), "汇总单位")) expect([text, holds]).toEqual([text, false]);
}

/** Texts, and what a glance is to see in them. */
const WRITTEN: readonly (readonly [string, string | undefined])[] = [
  ["版式: henan\n", "henan"],
  ["版式: henan", "henan"],
  ["年度: 2023\r\n版式: henan\r\n单位: x\r\n", "henan"],
  ["版式: 'henan' # 河南\n", "henan"],
  ['版式:   "henan"\t\n', "henan"],
  ["版式: henan#2\n", undefined],
  ["版式: 河南_2\n", "河南_2"],
  ["版式: henan # 不是 other\n", "henan"],
  ["# 版式: other\n版式: henan\n", "henan"],
  ["单位:\n  版式: other\n版式: henan\n", "henan"],
  ["单位:\n  版式: other\n", undefined],
  ["版式: henan\n  other\n", undefined],
  ["版式: henan\n\n  other\n", undefined],
  ["版式:\n  henan\n", undefined],
  ["版式: >\n  henan\n", undefined],
  ["{ 版式: henan }\n", undefined],
  ["{\n版式: henan\n}\n", undefined],
  ["{ 单位: {\n版式: other\n}, 版式: henan }\n", undefined],
  ["单位: {\n版式: other\n}\n", undefined],
  ["单位: |\n  a\n版式: henan\n", "henan"],
  ['单位: "a\n版式: other\n"\n', undefined],
  ['"a\n版式: other\n"\n', undefined],
  ["a\n版式: other\n", undefined],
  ['"版式": henan\n', undefined],
  ['"\\u7248式": henan\n', undefined],
  ["? 版式\n: henan\n", undefined],
  ["版式 : henan\n", undefined],
  ["版式: &a henan\n", undefined],
  ["版式: !!str henan\n", undefined],
  ["--- \n版式: henan\n", undefined],
  ["版式: henan\n---\n版式: other\n", undefined],
  ["版式: henan\n版式: other\n", "henan"],
  ["版式: 'henan\n", undefined],
  ["收入:\n- 版式: other\n", undefined],
  ["收入:\n- x\n版式: henan\n", "henan"],
  ["", undefined],
];

describe("what is glanced at, and not read as YAML", () => {
  test.each(WRITTEN)("%j", (text, word) => {
    expect(wordBehind(text, "版式")).toBe(word);
    expectAgreement(text);
  });

  test("finds what there is in the sample", () => {
    expect(wordBehind(SAMPLE, "版式")).toBe("henan");
    expect(mayHold(Buffer.from(SAMPLE), "汇总单位")).toBe(false);
  });

  test.each([
    "汇总单位: [1]\n",
    '"汇总单位": [1]\n',
    '"\\u6c47总单位": [1]\n',
    "{ 汇总单位: [1] }",
    "? 汇总单位\n: [1]\n",
  ])("may hold 汇总单位: %j", (text) => {
    expect(mayHold(Buffer.from(text), "汇总单位")).toBe(true);
    expectAgreement(text);
  });

  test("does not contradict the real reader, whatever is written", () => {
    const piece = fc.constantFrom(
      ..."版式: |henan|河南|other|汇总单位: |单位: |- |# |  |\n|\r\n|\"|'|{ |} |[ |] |, |: |>\n|\\u6c47|\t|---\n|? |x: |2023".split(
        "|",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => expectAgreement(pieces.join(""))),
      { numRuns: 3000 },
    );
  });

  test("does not contradict it where something is put into the sample, or taken out", () => {
    const head = SAMPLE.slice(SAMPLE.indexOf("版式:"), SAMPLE.indexOf("收入:"));
    const extra = fc.constantFrom(
      "\n",
      "  ",
      '"',
      "'",
      "{",
      "|\n",
      "# ",
      "版式: other\n",
      "\\u6c47总单位: [1]\n",
      ": ",
    );
    fc.assert(
      fc.property(fc.nat(head.length), fc.nat(8), extra, (at, length, text) =>
        expectAgreement(head.slice(0, at) + text + head.slice(at + length)),
      ),
      { numRuns: 500 },
    );
  });
});
