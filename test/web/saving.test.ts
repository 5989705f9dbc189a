import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "@jest/globals";
import { installReady } from "../../src/startup/ready.js";
import { type Engine, openEngine } from "../../src/web/engine/engine.js";
import type { FileText, Saved, TextEdit } from "../../src/web/protocol.js";
import { makeProject, PROGRAM } from "../project.js";
import { deskOn, post } from "./desk.js";

const SAMPLE = { unit: "403008", year: 2023 };
const FILE = "data/403008/2023.yaml";
const UNSAVED = `.desk-unsaved/${FILE}`;

let project: string;
let engine: Engine;
let text: string;

beforeEach(() => {
  project = makeProject();
  engine = openEngine(PROGRAM, project, installReady());
  text = readFileSync(join(project, FILE), "utf8");
});

const onDisk = (): string => readFileSync(join(project, FILE), "utf8");
const put = (content: string): void => writeFileSync(join(project, FILE), content);
const save = (base: string, now: string): Promise<Saved> =>
  engine.answer("save", { file: FILE, base, text: now });
const read = (): Promise<FileText> => engine.answer("text", { ...SAMPLE, file: FILE });

function edited(own: string, edits: readonly TextEdit[]): string {
  const descending = edits.toSorted((a, b) => b.from - a.from);
  return descending.reduce(
    (done, { from, to, insert }) => done.slice(0, from) + insert + done.slice(to),
    own,
  );
}

describe("what is written at the desk", () => {
  test("is in the file, and nothing else of it is touched", async () => {
    const now = text.replace("金额: 2018980.00", "金额: 2018990.00");
    expect(await save(text, now)).toEqual({ kind: "saved" });
    expect(onDisk()).toBe(now);
    expect(existsSync(join(project, UNSAVED))).toBe(false);
  });

  test("keeps a mark at the beginning, and what each line ends in", async () => {
    const [first = "", second = "", ...others] = text.split("\n");
    put(`\u{FEFF}${[first, [second, ...others].join("\r\n")].join("\n")}`);
    const { text: shown, canBeWritten } = await read();
    expect([shown, canBeWritten]).toEqual([text, true]);
    expect(await save(shown, shown.replace("内设机构: [办公室", "内设机构: [\n    办公室"))).toEqual({
      kind: "saved",
    });
    const expected = [
      first,
      [second, ...others].join("\r\n").replace("内设机构: [办公室", "内设机构: [\r\n    办公室"),
    ];
    expect(onDisk()).toBe(`\u{FEFF}${expected.join("\n")}`);
  });

  test("meets what was changed elsewhere at the same time: neither is lost", async () => {
    const own = text.replace("金额: 2018980.00", "金额: 2018990.00");
    const other = text
      .replace("金额: 8000000.00 }\n", "金额: 8000000.00 }\n\n")
      .replace("年度: 2023", "年度: 2023 # 今年");
    put(other.replace("金额: 8000000.00 }\n\n", "金额: 8000000.00 }\n"));
    const saved = await save(text, own);
    expect(saved).toMatchObject({ kind: "changed", clashes: [] });
    expect(onDisk()).not.toContain("2018990.00");
    if (saved.kind !== "changed") throw new Error("not changed");
    const both = edited(own, saved.edits);
    expect(both).toContain("2018990.00");
    expect(both).toContain("年度: 2023 # 今年");
    expect(await save(saved.text, both)).toEqual({ kind: "saved" });
    expect(onDisk()).toBe(both);
  });

  test("is not written over what was changed elsewhere in the same place, and is kept until it is decided", async () => {
    const own = text.replace("金额: 2018980.00", "金额: 2018990.00");
    const other = text.replace("金额: 2018980.00", "金额: 2019000.00");
    put(other);
    const saved = await save(text, own);
    expect(saved).toMatchObject({ kind: "changed", edits: [], clashes: [{}] });
    expect(onDisk()).toBe(other);
    // another start of the desk finds it
    engine = openEngine(PROGRAM, project, installReady());
    expect(await read()).toMatchObject({ text: other, unsaved: { base: text, text: own } });
    expect((await engine.answer("open", { ...SAMPLE, have: [] })).hasUnsaved).toBe(true);
    expect(await save(other, own)).toEqual({ kind: "saved" });
    expect(onDisk()).toBe(own);
    expect((await read()).unsaved).toBeUndefined();
  });

  test("is kept where the file is gone", async () => {
    rmSync(join(project, FILE));
    engine.forget({ files: new Set([FILE]), areListed: false });
    await expect(save(text, `${text}# 还有`)).rejects.toThrow(`找不到文件 ${FILE}`);
    expect(existsSync(join(project, FILE))).toBe(false);
    put(text);
    engine.forget({ files: new Set([FILE]), areListed: false });
    expect((await read()).unsaved).toEqual({ base: text, text: `${text}# 还有` });
  });

  test("may be nothing, and goes on from there", async () => {
    expect(await save(text, "")).toEqual({ kind: "saved" });
    expect(onDisk()).toBe("");
    engine.forget({ files: new Set([FILE]), areListed: true });
    expect(await read()).toEqual({ file: FILE, text: "", canBeWritten: true });
    expect(await save("", text)).toEqual({ kind: "saved" });
  });
});

test.each([
  "templates/henan/pack.yaml",
  "../x/2023.yaml",
  "data/../2023.yaml",
  "data/403008/../../package.json",
  "data/科目/2023.yaml",
  ".desk.json",
  UNSAVED,
])("nothing is written to %s", async (file) => {
  const asked = { file, base: "", text: "甲" };
  await expect(engine.answer("save", asked)).rejects.toThrow("没有存");
});

test("a text that no file has is not read to its end", async () => {
  const desk = await deskOn(project);
  const body = JSON.stringify({ file: FILE, base: "", text: "甲".repeat(6 * 1024 * 1024) });
  expect(await post(desk, "ask/save", body)).toMatchObject({
    status: 413,
    text: expect.stringContaining("没有存"),
  });
  expect(onDisk()).toBe(text);
});

/** What can be written where the mark stands, the first few of it. */
async function offered(find: string, replace: string, most = 4): Promise<readonly string[]> {
  const marked = text.replace(find, replace);
  const at = marked.indexOf("‸");
  await engine.answer("open", { ...SAMPLE, have: [] });
  const { options, from, to } = await engine.answer("complete", {
    ...SAMPLE,
    text: marked.replace("‸", ""),
    at,
  });
  expect(from <= at && at <= to).toBe(true);
  return options.slice(0, most).map(({ label }) => label);
}

describe("what can be written at a place", () => {
  test("keys that are not there yet", async () => {
    expect(await offered("财政拨款: 是, 金额: 2018980.00", "财政拨款: 是, 金额: 2018980.00, ‸")).toEqual([
      "年份来源",
    ]);
    expect(await offered("\n收入:\n", "\n新‸\n收入:\n", 3)).toEqual(["新设单位", "汇总单位", "科目名称"]);
    expect(await offered("    类别: 其他运转类\n", "    类别: 其他运转类\n    ‸\n", 2)).toEqual([
      "重点项目",
      "总投资",
    ]);
  });

  test("words of a list, codes with their names, and yes or no", async () => {
    expect(await offered("资金来源: 一般公共预算, 财政拨款: 否", "资金来源: ‸, 财政拨款: 否", 2)).toEqual([
      "一般公共预算",
      "政府性基金预算",
    ]);
    expect(await offered("财政拨款: 否", "财政拨款: ‸")).toEqual(["是", "否"]);
    expect(await offered("经济科目: 30229", "经济科目: 302‸", 1)).toEqual(["30101 基本工资"]);
    expect(await offered("[2011105,", "[‸, 2011105,", 1)).toEqual([expect.stringMatching(/^\d{7} /)]);
  });

  test("measures, as keys and in the midst of words", async () => {
    const some = `${text}\n`.includes("\n原因:\n") ? "\n原因:\n" : "\n项目:\n";
    expect(await offered(some, `\n原因:\n  ‸\n${some}`, 1)).toHaveLength(1);
    expect(await offered(some, `\n原因:\n  收入总计: 因为{{上年 ‸}}增加\n${some}`, 1)).toHaveLength(1);
  });

  test("whatever else the file holds, in the same time", async () => {
    const row = "  - { 功能科目: 2120199, 经济科目: 30201, 财政拨款: 是 }\n";
    const many = `基本支出:\n${row.repeat(20_000)}`;
    await engine.answer("open", { ...SAMPLE, have: [] });
    const completed = (content: string) =>
      engine.answer("complete", { ...SAMPLE, text: content, at: content.length });
    const begun = performance.now();
    expect((await completed(`${many}  - { 功能科目: 2120199, `)).options.map(({ label }) => label)).toContain(
      "金额",
    );
    for (const hostile of [
      `${"甲".repeat(500_000)}${" ".repeat(500_000)}`,
      "- ".repeat(200_000),
      "{{".repeat(200_000),
    ])
      await completed(`${hostile}x`);
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  test("nothing in comments, and nothing where nobody can tell", async () => {
    expect(await offered("# 福利费", "# 福‸利费")).toEqual([]);
    expect(await offered("金额: 2018980.00", "金额: ‸")).toEqual([]);
    expect(await offered("版式: henan", "版式: henan\n: [{‸")).toEqual([]);
  });
});
