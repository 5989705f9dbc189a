import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { makeProject, PROGRAM } from "../project.js";
import { sampleOf } from "../sample.js";
import { projectWith, refusalIn } from "./disclosure.js";
import { DATA, put } from "./run.js";

const RESERVED = ["__proto__", "constructor", "prototype"] as const;
const SAMPLE = readFileSync(join(PROGRAM, DATA), "utf8");

describe("names that the language reserves are no keys, wherever they stand", () => {
  const places: readonly (readonly [find: string, write: (key: string) => string])[] = [
    ["版式: henan", (key) => `版式: henan\n${key}: { 甲: 乙 }`],
    ["  内设机构: [", (key) => `  ${key}: 甲\n  内设机构: [`],
    [
      "{ 资金来源: 一般公共预算, 财政拨款: 是",
      (key) => `{ "${key}": 甲, 资金来源: 一般公共预算, 财政拨款: 是`,
    ],
    ["  收入总计:", (key) => `  ${key}: 1\n  收入总计:`],
    ["{ 三级指标: 项目总成本", (key) => `{ '${key}': {}, 三级指标: 项目总成本`],
    ["列示科目: [", (key) => `列示科目: [{ ${key}: 甲 }, `],
  ];
  const cases = RESERVED.flatMap((key) => places.map(([find, write]) => [write(key), find] as const));

  test.each(sampleOf(cases, 3))("data: %j", async (replace, find) => {
    expect(await refusalIn(projectWith(DATA, find, replace))).toContain("是程序语言的保留字，不能用作键");
  });

  test("also when an escape hides them", async () => {
    const replace = '版式: henan\n"\\u005f_proto__": 甲';
    expect(await refusalIn(projectWith(DATA, "版式: henan", replace))).toContain("是程序语言的保留字");
  });

  const files = ["pack.yaml", "measures.yaml", "terms.yaml", "tables/01-balance.yaml"];
  test.each(sampleOf(files, 3))("the pack's %s", async (name) => {
    const file = `templates/henan/${name}`;
    const project = makeProject();
    for (const key of RESERVED) {
      const text = readFileSync(join(PROGRAM, file), "utf8");
      const start = /^- /m.test(text) ? "- " : "";
      put(project, file, `${text}\n${start}${key}: 甲\n`);
      expect(await refusalIn(project)).toContain(`“${key}”是程序语言的保留字`);
    }
  });
});

/** Every key of the sample's data once, with the first value it has. */
function values(): readonly (readonly [key: string, text: string, value: string])[] {
  const pairs = SAMPLE.matchAll(/^ *(?:- )?(?:\{ )?(\p{Script=Han}+): ([^\s{[,]+)/gmu);
  const first = new Map([...pairs].reverse().map(([text, key = "", value = ""]) => [key, { text, value }]));
  return [...first].map(([key, { text, value }]) => [key, text, value]);
}

describe("names that every object of the language has mean nothing", () => {
  test.each(sampleOf(values(), 4))("as the value of %s, or in its place", async (key, text, value) => {
    for (const name of ["constructor", "toString"]) {
      const asValue = text.replace(value, name);
      const asKey = text.replace(key, name);
      // What is thrown besides a refusal fails the test.
      await refusalIn(projectWith(DATA, text, asValue));
      expect(await refusalIn(projectWith(DATA, text, asKey))).toContain(name);
    }
  });
});
