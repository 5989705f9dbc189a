import { appendFileSync, cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { Refusal } from "../../src/diagnostic/refusal.js";
import type { Plain, Source } from "../../src/model/source.js";
import { dataFile } from "../../src/project/data-files.js";
import { readSources } from "../../src/project/sources.js";
import { validatePublished } from "../../src/validate/published.js";
import { type Migration, migrated } from "../../src/work/migrations.js";
import { recorded } from "../../src/work/published.js";
import { composePublished, type Republished } from "../../src/work/republish.js";
import { edit, settingOf } from "../correct/correction-case.js";
import { recordPath, rewriteInputs, rewriteRecord } from "../correct/record-of.js";
import { expectFile } from "../golden.js";
import { makeProject, PROGRAM, runIn, VERSION } from "../project.js";
import { reportAsText } from "../report-text.js";

// What earlier versions of the program have published, as they left it: data, PDF and record. These are never made anew:
// whatever becomes of packs, schemas and pages, what was published can be verified and corrected.

const FOLDER = join(PROGRAM, "test/publications");
const VERSIONS = readdirSync(FOLDER).filter((name) => name.startsWith("published-"));
const DATA = dataFile("403008", 2023);
const CHANGE = { find: "≥1次/季度", replace: "≥2次/季度" };
const ANNOUNCEMENT = "\n更正: { 公开日期: 2023-02-20, 更正日期: 2023-05-20, 原因: 录入时有误 }\n";

/** A project of today with what a version has published. */
function projectOf(version: string): { readonly project: string; readonly pdf: string } {
  const project = makeProject(join(FOLDER, version));
  cpSync(join(FOLDER, version, "out"), join(project, "out"), { recursive: true });
  const pdf = readdirSync(join(project, "out")).find((name) => name.endsWith(".pdf"));
  return { project, pdf: `out/${pdf}` };
}

async function said(project: string, args: readonly string[]): Promise<string> {
  try {
    const { says, warnings } = await runIn(project, args);
    return [says, printDiagnostics(warnings.filter(({ code }) => code === "记录/不符"))].join("\n").trim();
  } catch (error) {
    if (error instanceof Refusal) return printDiagnostics(error.diagnostics).trim();
    throw error;
  }
}

describe.each(VERSIONS)("%s", (version) => {
  test("is verified and corrected", async () => {
    const { project, pdf } = projectOf(version);
    const verified = await said(project, ["verify", pdf]);
    const unchanged = await said(project, ["correct"]);
    appendFileSync(join(project, DATA.file), ANNOUNCEMENT);
    edit(join(project, DATA.file), CHANGE);
    const corrected = await said(project, ["correct", "--published", pdf]);
    const outdated = await said(project, ["verify", pdf]);
    const all = Object.entries({ verified, unchanged, corrected, outdated });
    const text = all.map(([name, words]) => `## ${name}\n\n${words}\n`).join("\n");
    expectFile(join(FOLDER, version, "expected.txt"), text.replaceAll(VERSION, "（版本）"));
    for (const words of [verified, unchanged, corrected, outdated])
      expect(words).not.toContain("记录/不能用");
    expect(corrected).toContain("≥1次/季度 → ≥2次/季度");
  });

  test("is said to be altered if it was", async () => {
    const { project, pdf } = projectOf(version);
    appendFileSync(join(project, pdf), "\n");
    expect(await said(project, ["verify", pdf])).toContain("这个文件与它记的不同：生成以后被改过");
  });
});

/** What is republished of a record whose inputs are rewritten. */
async function republished(rewrite: (text: string, file: string) => string): Promise<Republished> {
  const { project } = projectOf("published-0.2.0");
  rewriteInputs(project, rewrite);
  const record = JSON.parse(readFileSync(recordPath(project), "utf8"));
  return composePublished({ data: DATA }, recorded(record), settingOf(project));
}

const inFile =
  (name: string, find: string, replace: string) =>
  (text: string, file: string): string => {
    if (!file.endsWith(name)) return text;
    expect(text).toContain(find);
    return text.replace(find, replace);
  };

describe("what was written otherwise then than now", () => {
  const unchanged = republished((text) => text).then(({ report }) => reportAsText(report));

  test.each([
    [
      "a key of the pack that there is no longer",
      "/pack.yaml",
      "\nwords:",
      "\n旧键: { a: [1] }\nwords:",
      "pack.yaml 的“旧键”",
    ],
    [
      "a key of the style that there is no longer",
      "/pack.yaml",
      "\n  body:",
      "\n  旧: 1\n  body:",
      "pack.yaml 的“style/旧”",
    ],
    [
      "a key of a measure that there is no longer",
      "/measures.yaml",
      "{ says:",
      "{ 旧: 三公经费, says:",
      "measures.yaml 的“",
    ],
    [
      "a key of a table that there is no longer",
      "/01-balance.yaml",
      "\norientation:",
      "\ncolour: red\norientation:",
      "的“colour”",
    ],
    [
      "a key of a term that there is no longer",
      "/terms.yaml",
      "  says:",
      "  see: x\n  says:",
      "terms.yaml 的“0/see”",
    ],
    [
      "a key of a code list that there is no longer",
      "2023/功能科目.yaml",
      "    已核对: 是",
      "    备注: 无\n    已核对: 是",
      "功能科目.yaml 的“科目/0/备注”",
    ],
    [
      "a key of the data that there is no longer",
      "data/403008/2023.yaml",
      "\n收入:",
      "\n编报说明: 略\n收入:",
      "2023.yaml 的“编报说明”",
    ],
  ])("is read all the same and named: %s", async (_name, file, find, replace, unknown) => {
    const again = await republished(inFile(file, find, replace));
    expect(again.unknown).toEqual([expect.stringContaining(unknown)]);
    expect(reportAsText(again.report)).toBe(await unchanged);
  });

  test.each([
    ["type smaller than is allowed now", "/pack.yaml", "smallest: 7.5", "smallest: 7"],
    [
      "a measure that does not take what its name says",
      "/measures.yaml",
      "\n公务接待费:",
      "\n旧口径:\n  says: 没有\n  account: 收入\n  where: { 资金来源: 没有的 }\n公务接待费:",
    ],
    ["terms that explain nothing", "/pack.yaml", "\ntechnicalTerms:", "\ntechnicalTerms: []\n旧词:"],
    ["no words for a correction", "/pack.yaml", "\ncorrection:", "\n旧的更正:"],
  ])("is read all the same if it is not allowed now: %s", async (_name, file, find, replace) => {
    expect(reportAsText((await republished(inFile(file, find, replace))).report)).toBe(await unchanged);
  });

  test.each([
    ["a missing key that is required now", "/pack.yaml", "\n  unchanged:", "\n  旧的:", "没有写“unchanged”"],
    [
      "a layout that there is no longer",
      "/01-balance.yaml",
      "layout: balance",
      "layout: grid",
      "不能写“grid”",
    ],
    [
      "a calculation that there is no longer",
      "/measures.yaml",
      ", account: 收入 }",
      ", ratio: 收入 }",
      "account、total、constant",
    ],
    ["a helper that there is no longer", "/narrative/overview.hbs", "{{万元", "{{亿元", "没有叫“亿元”的助手"],
    ["an amount that cannot be read", "data/403008/2023.yaml", "2018980.00", "201万", "后面写了单位“万”"],
  ])(
    "is refused at its place if it would have to be guessed: %s",
    async (_name, file, find, replace, fault) => {
      const refused = republished(inFile(file, find, replace));
      await expect(refused).rejects.toThrow("现在读不了");
      await refused.catch(({ diagnostics: [found] }: Refusal) =>
        expect(found?.notes.join("\n")).toContain(fault),
      );
    },
  );

  test("is named as the reason by a correction if the pages come out otherwise", async () => {
    const { project, pdf } = projectOf("published-0.2.0");
    rewriteInputs(project, inFile("/pack.yaml", "\nwords:", "\n旧键: 1\nwords:"));
    rewriteInputs(
      project,
      inFile("/pack.yaml", "size: 16, pitch: 29, characters", "size: 16, pitch: 28, characters"),
    );
    rewriteRecord(project, (record) => ({ ...record, program: { ...record.program, version: "0.1.9" } }));
    appendFileSync(join(project, DATA.file), ANNOUNCEMENT);
    edit(join(project, DATA.file), CHANGE);
    const corrected = await said(project, ["correct", "--published", pdf]);
    expect(corrected).toContain("≥1次/季度 → ≥2次/季度");
    expect(corrected).toContain("程序版本生成时是 0.1.9");
    expect(corrected).toContain("现在的程序不认得当时的 templates/henan/pack.yaml 的“旧键”");
  });

  test("does not keep a file that is whole from being called so", async () => {
    const { project, pdf } = projectOf("published-0.2.0");
    rewriteInputs(project, inFile("/pack.yaml", "\n  unchanged:", "\n  旧的:"));
    rewriteRecord(project, (record) => ({ ...record, program: { ...record.program, version: "0.1.9" } }));
    const verified = await said(project, ["verify", pdf]);
    expect(verified).toMatch(/随程序升级变了的版式和科目表：schemas.*、templates\/henan\/pack\.yaml/);
    expect(verified).toContain("文件本身与构建记录一致，生成以后没有动过");
    expect(verified).toContain("程序版本生成时是 0.1.9，现在是");
    expect(verified).toContain("现在的程序读不了当时的数据或版式");
  });
});

describe("a key that did not exist then", () => {
  const { program } = settingOf(PROGRAM);
  const sources = readSources(PROGRAM, PROGRAM, DATA);
  const without = (source: Source, key: string): Source => {
    const words = Object.entries(source.value).filter(([each]) => each !== key);
    return { ...source, value: Object.fromEntries(words) as Plain };
  };
  const old = { ...sources, pack: { ...sources.pack, pack: without(sources.pack.pack, "years") } };
  const migration: Migration = {
    since: "0.10.0",
    file: "pack",
    path: ["years"],
    meant: { from: "2020" },
    why: "那时的版式只有一个，哪一年都用它",
  };

  test("cannot be read without a migration", () => {
    expect(() => validatePublished(migrated(old, "0.2.0", []), program.schemas)).toThrow("没有写“years”");
  });

  test("has the meaning that its migration says, where it is not written and up to that version", () => {
    const read = validatePublished(migrated(old, "0.9.1", [migration]), program.schemas);
    expect(read.pack.years.from).toBe(2020);
    const own = validatePublished(migrated(sources, "0.9.1", [migration]), program.schemas);
    expect(own.pack.years.from).not.toBe(2020);
    expect(migrated(old, "0.10.0", [migration])).toBe(old);
  });

  test("can be of each measure, each table and each item", () => {
    const each: Migration = { ...migration, file: "measures", path: ["*", "旧"], meant: "没有" };
    const item: Migration = { ...migration, file: "terms", path: ["*", "see"], meant: "没有" };
    const table: Migration = { ...migration, file: "table", path: ["columns", "*", "kind"], meant: "text" };
    const { pack } = migrated(sources, "0.2.0", [each, item, table]);
    for (const measure of Object.values(pack.measures.value)) expect(measure).toHaveProperty("旧", "没有");
    for (const term of Object.values(pack.terms.value)) expect(term).toHaveProperty("see", "没有");
    const { columns } = { columns: [], ...(pack.tables.get("10-projects")?.value as object) };
    expect(columns.length).toBeGreaterThan(0);
    for (const column of columns) expect(column).toHaveProperty("kind", "text");
  });
});
