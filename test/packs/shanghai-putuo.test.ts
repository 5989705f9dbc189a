import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import type { Report, Table } from "../../src/model/report.js";
import { blocksOf, cellWords, headsIn, tablesOf } from "../../src/model/walk.js";
import { dataFile } from "../../src/project/data-files.js";
import { bookmarkBlocks, entriesIn } from "../../src/render/layout/bookmarks.js";
import { examineIn, makeProject, PROGRAM } from "../project.js";
import { reportAsText } from "../report-text.js";
import { PUTUO } from "./packs.js";
import { type Sheet, sheetsOf } from "./workbook.js";

const HERE = join(PROGRAM, "test/packs/shanghai-putuo");

interface Departure {
  readonly 样本: string;
  readonly 印: string;
  readonly 因为: string;
  readonly 只在?: "单位" | "部门";
}

interface Branch {
  readonly 情形: string;
  readonly 改?: readonly (readonly [find: string, replacement: string])[];
  readonly 印?: readonly string[];
  readonly 不印?: readonly string[];
}

function read<T>(name: string): T {
  return parse(readFileSync(join(HERE, name), "utf8"));
}

const DEPARTURES = read<{ readonly 通用: readonly Departure[] }>("departures.yaml").通用;
const BRANCHES = read<Readonly<Record<"单位" | "部门", readonly Branch[]>>>("branches.yaml");

const DISCLOSERS = [
  {
    kind: "单位" as const,
    name: "上海市普陀区苏河文物保护事务中心",
    workbook: "unit-template-2026.xlsx",
    folder: PUTUO.folder,
    data: PUTUO.data,
  },
  {
    kind: "部门" as const,
    name: "上海市普陀区苏河绿化发展局",
    workbook: "department-template-2026.xlsx",
    folder: join(PROGRAM, "test/reports/shanghai-putuo-department"),
    data: dataFile("313", 2026),
  },
];

/** What the specimen tells whoever fills it in. */
const ADVICE = /（(?:若无|绩效目标管理|说明|列举|(?:2026年度)?无政府采购).*）$/u;

const AMOUNT = "[\\d,]+\\.\\d\\d万元";
const CHANGED = `比2025年预算(?:增加|减少)${AMOUNT}`;

describe.each(DISCLOSERS)("a $kind", ({ kind, name, workbook, folder, data }) => {
  const examined = examineIn(makeProject(folder), { data, output: "out" });
  const printed = examined.then(({ report }) => reportAsText(report));
  const departures = DEPARTURES.filter(({ 只在: only = kind }) => only === kind);
  const departed = (text: string): string =>
    departures.reduce((all, { 样本, 印 }) => all.replaceAll(样本, 印), text);
  const specimen = readFileSync(join(HERE, workbook));
  const specimenLines = sheetsOf(specimen).flatMap(({ lines }) => lines);
  const sheets = sheetsOf(specimen, departed);
  const sheet = (part: string): Sheet => {
    const found = sheets.find((each) => each.name.includes(part));
    if (!found) throw new Error(`no sheet is called ${part}`);
    return found;
  };

  test.each(departures.map(({ 样本 }) => 样本))("the specimen departs where it says %s", (words) => {
    expect(specimenLines.some((line) => line.includes(words))).toBe(true);
  });

  test("has the lines of the cover", async () => {
    const [cover] = blocksOf((await examined).report);
    const lines = cover?.kind === "cover" ? cover.lines.map(({ text }) => text) : [];
    expect(lines).toEqual(sheet("封面").lines.map((line) => line.replace(/上海市普陀区XX(?:单位|局)/, name)));
  });

  test("has the contents, line by line", async () => {
    const listed = entriesIn(bookmarkBlocks((await examined).report), ["parts", "tables"]);
    const [, ...lines] = sheet("目录").lines;
    expect(listed.map(({ mark: { title } }) => title)).toEqual(
      lines.map((line) => line.replace(/\s*…*\s*$/u, "")),
    );
  });

  test("has the title of each part", async () => {
    const titles = sheets
      .filter((each) => /职能|机构设置|名词解释|编制说明|其他相关/.test(each.name))
      .map(({ lines: [title = ""] }) => title.replace(/XX（(?:单位|部门)）/, name));
    const parts = headingsOf((await examined).report, "part");
    expect(parts.slice(0, titles.length)).toEqual(titles);
  });

  test("explains the terms in the words of the specimen", async () => {
    const [, ...lines] = sheet("名词解释").lines;
    const text = (await printed).split("\n");
    for (const line of lines.filter((each) => !each.includes("……"))) expect(text).toContain(line);
  });

  const tables = sheets.filter(({ lines }) => lines.some((line) => /^编制(?:单位|部门)：$/.test(line)));

  test.each(tables.map((each, index) => [each.name, each, index] as const))(
    "has the title, the heads and the row labels of %s",
    async (_, each, index) => {
      const table = tablesOf((await examined).report)[index] as Table;
      const [title, left = "", right] = each.lines;
      expect(table.title.text).toBe(title);
      expect([table.left.text, table.right.text]).toEqual([`${left}${name}`, right]);
      const heads = headsIn(table.columns).map(({ header }) => header.text);
      expect(heads.sort()).toEqual(each.heads.map((head) => head.replaceAll(/\s/g, "")).sort());
      const words = cellWords(table).map(({ text }) => text);
      for (const label of each.labels) expect(words).toContain(label);
    },
  );

  test("numbers the classes that have money in order, and puts the total last", async () => {
    const [balance, revenue] = tablesOf((await examined).report);
    const classes = cellWords(balance as Table).flatMap(
      ({ text }) => /^([一二三四五六七八九])、.+支出$/.exec(text)?.[1] ?? [],
    );
    expect(classes.join("")).toBe("一二三四五六七八九".slice(0, classes.length));
    expect(classes.length).toBeGreaterThan(2);
    const last = revenue?.rows.at(-1)?.cells.find(({ kind }) => kind === "text");
    expect(last?.kind === "text" && last.text).toBe("合计");
  });

  const prose = sheets.filter((each) => /职能|机构设置|编制说明|其他相关|项目经费/.test(each.name));
  const sentences = prose.flatMap(({ lines }) => lines.slice(1)).flatMap((line) => withoutAdvice(line));

  test.each(sentences)("says as the specimen does: %s", async (sentence) => {
    const lines = (await printed).split("\n");
    const pattern = patternOf(sentence, name);
    expect(lines.filter((line) => pattern.test(line.replace(/^#+ /, "")))).not.toEqual([]);
  });

  test.each(BRANCHES[kind])("$情形", async ({ 改: edits = [], 印: says = [], 不印: not = [] }) => {
    const project = makeProject(folder);
    const file = join(project, data.file);
    const text = edits.reduce(
      (before, [find, replacement]) => {
        const after = before.replace(new RegExp(find, "gm"), replacement);
        expect(after).not.toBe(before);
        return after;
      },
      readFileSync(file, "utf8"),
    );
    writeFileSync(file, text);
    const branch = reportAsText((await examineIn(project, { data, output: "out" })).report);
    for (const words of says) expect(branch).toContain(words);
    for (const words of not) expect(branch).not.toContain(words);
  });

  test("the specimen's words for what there is not are among these branches", () => {
    const said = BRANCHES.单位.flatMap(({ 印: says = [] }) => says).join("\n");
    const wanted = prose.flatMap(({ lines }) => lines).flatMap(wordsForNothing);
    expect(wanted.length).toBe(2);
    for (const words of kind === "单位" ? wanted : []) {
      expect(said).toContain(words.replace(/上海市普陀区XX(?:单位|部门)/, name));
    }
  });
});

function headingsOf(report: Report, level: string): readonly string[] {
  return blocksOf(report).flatMap((block) =>
    block.kind === "heading" && block.level === level ? [block.lines.map(({ text }) => text).join("")] : [],
  );
}

function withoutAdvice(line: string): readonly string[] {
  const text = line.replace(ADVICE, "").trim();
  // an item that is only begun, or left open
  return text === "" || /^\d+\.(?: ……)?$/.test(text) ? [] : [text];
}

function wordsForNothing(line: string): readonly string[] {
  const found = /（若无，则写“(.+)”）$/u.exec(line) ?? /作下述说明：(.+)）$/u.exec(line);
  return found?.[1] === undefined ? [] : [found[1]];
}

/** A sentence of the specimen with its blanks filled in, and one of its branches. */
function patternOf(sentence: string, name: string): RegExp {
  const escaped = sentence.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const filled = escaped
    .replaceAll(
      /比2025年预算增加（减少）(?:x,xxx|X+)万元，主要原因是……/g,
      `(?:${CHANGED}，主要原因是[^。；]+|与2025年预算持平[^。；]*)`,
    )
    .replaceAll(/比2025年预算增加（减少）(?:x,xxx|X+)万元（持平）/g, `(?:${CHANGED}|与2025年预算持平)`)
    .replaceAll("增加（减少）", "(?:增加|减少)")
    .replaceAll(/(?:x,xxx|X+)万元/g, AMOUNT)
    .replaceAll("xxxxxx", ".+。")
    .replaceAll("“xx”", "“.+”")
    .replaceAll(/……$/g, ".+。")
    .replaceAll(/X+(?=个|家|辆|台)/g, "\\d+")
    .replaceAll(/XX单位(?=设)|XX（(?:单位|部门)）|XX(?=是…|收入预算|本部)/g, name)
    .replace("是…。", "是.+。")
    .replace(/包括：办公室、XX.*$/u, "包括：.+。");
  // the year-end balance is said where there is one
  return new RegExp(
    `^${filled.replace("。财政拨款支出预算中", "(?:；年终结转结余.+?)?。财政拨款支出预算中")}$`,
    "u",
  );
}
