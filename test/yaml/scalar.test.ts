import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { stringify } from "yaml";
import { readYamlText } from "../../src/yaml/yaml.js";

/** Of a scalar under 键 each character with what is written for it in the file, on its line. */
function writtenFor(yaml: string): readonly string[] {
  const written = readYamlText("a.yaml", yaml).written(["键"]);
  return [...written.text].map((character, index) => {
    const { line, column, length, excerpt } = written.at(index, 1);
    return `${character}=${line}:${[...excerpt].slice(column - 1, column - 1 + length).join("")}`;
  });
}

describe("each character of a scalar is placed", () => {
  test.each([
    ["plain", "键: 收入，支出", "收=1:收 入=1:入 ，=1:， 支=1:支 出=1:出"],
    ["single quotes", "键: '甲''乙'", "甲=1:甲 '=1:'' 乙=1:乙"],
    [
      "double quotes and escapes",
      '键: "甲\\u002c\\"\\x41乙"',
      '甲=1:甲 ,=1:\\u002c "=1:\\" A=1:\\x41 乙=1:乙',
    ],
    ["a literal block", "键: |-\n  甲\n  乙", "甲=2:甲 \n=2: 乙=3:乙"],
    ["a folded block", "键: >-\n  甲\n  乙", "甲=2:甲  =2: 乙=3:乙"],
    ["a plain text over lines", "键: 甲\n  乙", "甲=1:甲  =1: 乙=2:乙"],
    ["quotes over lines", '键: "甲\\\n  乙"', "甲=1:甲 乙=2:乙"],
    ["the end of lines on Windows", "键: |-\r\n  甲\r\n  乙\r\n", "甲=2:甲 \n=2: 乙=3:乙"],
  ])("in %s", (_, yaml, expected) => {
    expect(writtenFor(yaml).join(" ")).toBe(expected);
  });

  test("whatever it is and however it is written", () => {
    const character = fc.constantFrom(..."甲乙A1,，\"'\\:#-{}[] \n𠅤");
    const text = fc
      .string({ unit: character, minLength: 1, maxLength: 30 })
      .filter((each) => each.trim() === each);
    const style = fc.constantFrom("PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE", "BLOCK_LITERAL", "BLOCK_FOLDED");
    fc.assert(
      fc.property(text, style, fc.integer({ min: 20, max: 80 }), (words, type, lineWidth) => {
        const yaml = stringify({ 键: words }, { defaultStringType: type as "PLAIN", lineWidth });
        const written = readYamlText("a.yaml", yaml).written(["键"]);
        for (let at = 0; at < words.length; at++) {
          if (/^[\uDC00-\uDFFF]/.test(words.slice(at))) continue;
          const { excerpt, column } = written.at(at, 1);
          const [there = ""] = [...excerpt].slice(column - 1);
          if (/[^\s"'\\]/.test(words[at] ?? ""))
            expect(there.startsWith([...words.slice(at)][0] ?? "")).toBe(true);
        }
      }),
    );
  });
});
