import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Refusal } from "../../src/diagnostic/refusal.js";
import { dataFile } from "../../src/project/data-files.js";
import { installReady } from "../../src/startup/ready.js";
import { type Engine, openEngine } from "../../src/web/engine/engine.js";
import type { Chosen, OpenedView, Traced, TracedFigure } from "../../src/web/protocol.js";
import { CASES, readCase } from "../faults/fault-case.js";
import { examineIn, makeProject, PROGRAM } from "../project.js";
import { sampleOf } from "../sample.js";
import { ask, deskOn, heard } from "./desk.js";

const SAMPLE: Chosen = { unit: "403008", year: 2023 };
const DATA = "data/403008/2023.yaml";

/** The engine as a desk has it, but in this thread. */
const engineOn = (folder: string): Engine => openEngine(PROGRAM, folder, installReady());
const openIn = (engine: Engine): Promise<OpenedView> => engine.answer("open", { ...SAMPLE, have: [] });

let project: string;
let engine: Engine;
let opened: OpenedView;

beforeAll(async () => {
  project = makeProject();
  engine = engineOn(project);
  opened = await openIn(engine);
});

test("lists the units of the folder with their names and years", async () => {
  expect((await engine.answer("overview", {})).units).toEqual([
    { unit: "403008", name: "三门峡市住房保障中心", years: [2023] },
  ]);
});

describe("an opened disclosure", () => {
  test("has the pages that would be printed", () => {
    expect(opened.title).toBe("三门峡市住房保障中心2023年度单位预算公开");
    expect(opened.pages.length).toBeGreaterThan(20);
    expect(opened.pages.every(({ svg }) => svg?.startsWith("<svg"))).toBe(true);
    expect(opened.pages.some(({ svg }) => /\sstyle=|<script/.test(svg ?? ""))).toBe(false);
  });

  test("sends no page again that is there already", async () => {
    const have = opened.pages.map(({ hash }) => hash);
    const again = await engine.answer("open", { ...SAMPLE, have });
    expect(again.pages.filter(({ svg }) => svg !== undefined)).toEqual([]);
    expect(again.pages.map(({ hash }) => hash)).toEqual(have);
  });

  test("says of each part of the data where it stands and what is left to fill", async () => {
    const parts = new Map(opened.parts.map((part) => [part.key, part]));
    const lines = readFileSync(join(project, DATA), "utf8").split("\n");
    for (const { key, line } of opened.parts)
      if (line !== undefined) expect(lines[line - 1]).toMatch(new RegExp(`^${key}:`));
    expect(parts.get("收入")).toMatchObject({ gaps: 0, errors: 0, required: true });
    expect(parts.get("更正")).toMatchObject({ required: false });
    expect(parts.get("更正")?.line).toBeUndefined();
  });

  test("knows its headings, each on its page", () => {
    const heading = opened.outline.find(({ title }) => title.startsWith("第二部分"));
    expect(opened.pages[heading?.page ?? -1]?.svg).toContain("第二部分");
  });
});

describe("what is wrong", () => {
  test.each(
    sampleOf(
      [
        "amount-comma-for-point",
        "balance",
        "change-without-reason",
        "code-unknown",
        "encoding-gbk",
        "gap",
        "gap-beside-others",
        "shape-missing-several",
        "ten-slips",
        "template-unknown-measure",
        "yaml-unclosed-bracket",
      ],
      4,
    ),
  )("is told as a check tells it: %s", async (name) => {
    const faulty = faultyProject(name);
    const told = await examineIn(faulty, { data: dataFile("403008", 2023), output: "out" }).then(
      ({ warnings }) => warnings,
      (error: Refusal) => error.diagnostics,
    );
    const shown = await openIn(engineOn(faulty));
    const words = (all: readonly { severity: string; code: string; message: string }[]) =>
      all.map(({ severity, code, message }) => `${severity} ${code} ${message}`).sort();
    expect(words(shown.faults)).toEqual(words(told));
    expect(told.length).toBeGreaterThan(0);
  });

  test("follows what is saved, and is gone when it is mended", async () => {
    const own = makeProject();
    const following = engineOn(own);
    const saved = (find: string, replace: string): Promise<OpenedView> => {
      edit(own, find, replace);
      following.forget({ files: new Set([DATA]), areListed: true });
      return openIn(following);
    };
    const broken = await saved("金额: 2018980.00", "金额: 2018981.00");
    const [fault] = broken.faults;
    expect(fault).toMatchObject({ severity: "错误", code: "勾稽/收支平衡" });
    expect(broken.pages.length).toBe(opened.pages.length);
    const unread = await saved("收入:\n", "收入: [\n");
    expect(unread.faults[0]).toMatchObject({ severity: "错误", code: "语法/YAML" });
    edit(own, "收入: [\n", "收入:\n");
    const mended = await saved("金额: 2018981.00", "金额: 2018980.00");
    expect(mended.faults.map(({ severity }) => severity)).toEqual(["警告"]);
    expect(mended.pages.map(({ hash }) => hash)).toEqual(opened.pages.map(({ hash }) => hash));
  });

  test("shows a file that cannot be read as data", async () => {
    const own = makeProject();
    writeFileSync(join(own, DATA), "收入: [\n");
    const { text } = await engineOn(own).answer("text", { ...SAMPLE, file: DATA });
    expect(text).toBe("收入: [\n");
  });
});

function edit(folder: string, find: string, replace: string): void {
  const file = join(folder, DATA);
  writeFileSync(file, readFileSync(file, "utf8").replace(find, replace));
}

/** A case of test/faults as a project. */
function faultyProject(name: string): string {
  const { edits = [] } = readCase(name);
  const faulty = makeProject();
  const input = join(CASES, name, "input.yaml");
  if (existsSync(input)) cpSync(input, join(faulty, DATA));
  for (const { file = DATA, find, replace } of edits) {
    const path = join(faulty, file);
    writeFileSync(path, readFileSync(path, "utf8").replace(find, replace));
  }
  return faulty;
}

const hashOf = (page: number): string => opened.pages[page]?.hash ?? "";

let all: Promise<readonly (TracedFigure & { readonly page: number })[]> | undefined;

/** Every figure of the pages with what is behind it. */
function figures() {
  all ??= tracedFigures();
  return all;
}

async function tracedFigures(): Promise<readonly (TracedFigure & { readonly page: number })[]> {
  const spots = opened.pages.flatMap(({ svg = "" }, page) =>
    [...new Set([...svg.matchAll(/data-figure="(\d+)"/g)].map(([, id = ""]) => id))].map((id) => ({
      page,
      id,
    })),
  );
  const all: (TracedFigure & { readonly page: number })[] = [];
  for (const spot of spots) {
    const found: Traced = await engine.answer("trace", { ...SAMPLE, ...spot, hash: hashOf(spot.page) });
    if (found.kind === "figure") all.push({ ...found, page: spot.page });
  }
  return all;
}

describe("what is behind a figure", () => {
  test("of a sentence: its measure in words, its lines, its cell, last year's, its rounding", async () => {
    const found = (await figures()).find(({ text, name }) => text === "1001.90万元" && name === "收入总计");
    expect(found).toMatchObject({
      says: "本年收入与上年结转之和",
      asks: ["收入：全部"],
      lines: [
        { file: DATA, line: 25, label: "一般公共预算", amount: "2,018,980.00" },
        { file: DATA, line: 26, label: "一般公共预算", amount: "8,000,000.00" },
      ],
      lastYear: "上年 1131.40万元",
      rounding: [
        "各行相加，分毫不差是 10,018,980.00 元",
        "以万元计是 1001.898",
        "四舍五入到 2 位小数，印作 1001.90 万元；只在印的时候四舍五入这一次",
      ],
    });
    expect(found?.writtenAt?.file).toBe("templates/henan/narrative/overview.hbs");
    expect(found?.elsewhere.map(({ where }) => where)).toContain("预算01表 收入总计 收入/金额");
  });

  test("each of a line that its file has", async () => {
    const lines = readFileSync(join(project, DATA), "utf8").split("\n");
    const all = await figures();
    expect(all.length).toBeGreaterThan(200);
    for (const { lines: own, of } of all)
      for (const { line, amount } of [...own, ...of.flatMap((part) => part.lines)])
        expect(lines[line - 1]).toContain(amount.replaceAll(",", "").replace(/\.00$/, ""));
  });

  test("that was computed: from which printed figures", async () => {
    const found = (await figures()).find(({ text }) => text === "20.15%");
    expect(found?.rounding[0]).toMatch(/^201\.90 ÷ 1001\.90 = 20\.151\d+%，用印出来的数相除/);
    expect(found?.of.map(({ text }) => text)).toEqual(["201.90万元", "1001.90万元"]);
    const change = (await figures()).find(({ name }) => name.endsWith("的增减"));
    expect(change?.rounding[0]).toBe("1131.40 − 1001.90 = 129.50，用印出来的数相减，读者照着算得出同样的数");
  });

  test("of words: where they were written", async () => {
    const { svg = "" } = opened.pages[0] ?? {};
    const [, id = ""] = /data-words="(\d+)"/.exec(svg) ?? [];
    const found = await engine.answer("trace", { ...SAMPLE, page: 0, id, hash: hashOf(0) });
    expect(found).toMatchObject({ kind: "words" });
    const places = found.kind === "words" ? found.places.map(({ file }) => file) : [];
    expect(places).toContain(DATA);
    expect(places.some((file) => file.startsWith("templates/henan/"))).toBe(true);
  });
});

test("two years stand side by side, with what is written of last year", async () => {
  const { tables, remarks } = await engine.answer("years", SAMPLE);
  const [totals] = tables;
  expect(totals?.rows[0]).toMatchObject({
    name: "收入总计",
    now: "1,001.90",
    before: "1,131.40",
    change: "−11.4%",
  });
  expect(tables.map(({ title }) => title)).toEqual(["总数", "收入", "支出，按功能分类的类", "项目"]);
  expect(remarks).toHaveLength(1);
});

test("two years stand side by side, from the data of both", async () => {
  const both = makeProject(join(PROGRAM, "test/reports/second-year"));
  const own = engineOn(both);
  const [first] = (await own.answer("overview", {})).units;
  const { tables, remarks } = await own.answer("years", {
    unit: first?.unit ?? "",
    year: first?.years[0] ?? 0,
  });
  expect(remarks).toEqual([]);
  const projects = tables.find(({ title }) => title === "项目")?.rows ?? [];
  expect(projects.map(({ name, change }) => `${name} ${change}`)).toMatchInlineSnapshot(`[]`);
});

describe("a desk", () => {
  test("answers what its engine answers, and tells when what it is asked of is saved", async () => {
    const own = makeProject();
    const desk = await deskOn(own);
    expect(await ask(desk, "overview", {})).toEqual(await engine.answer("overview", {}));
    const asked = { ...SAMPLE, have: [] };
    expect(await ask(desk, "open", asked)).toEqual(sent(opened));
    const heading = { ...SAMPLE, page: 0, id: "0", hash: hashOf(0) };
    expect(await ask(desk, "trace", heading)).toEqual(sent(await engine.answer("trace", heading)));
    expect(await ask(desk, "trace", { ...heading, id: "999" })).toEqual({
      refused: "这里没有可以追溯的内容",
    });
    expect(await ask(desk, "trace", { ...heading, hash: hashOf(1) })).toEqual({
      refused: "页面变过了，在新的页面上再点一次",
    });
    const told = heard(desk, ({ kind }) => kind === "changed");
    await heard(desk, ({ kind }) => kind === "hello");
    edit(own, "金额: 2018980.00", "金额: 2018981.00");
    await told;
    const [fault] = (await ask(desk, "open", asked)).faults;
    expect(fault).toMatchObject({ severity: "错误", code: "勾稽/收支平衡" });
  });
});

/** What comes over a connection of an answer. */
function sent<Answer>(answer: Answer): Answer {
  return JSON.parse(JSON.stringify(answer));
}
