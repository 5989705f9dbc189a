import { appendFileSync, cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { printDiagnostics } from "../../src/cli/diagnostics.js";
import { Refusal } from "../../src/diagnostic.js";
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
  test("与公开的文件比、更正它", async () => {
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

  test("公开以后动过的文件，说是动过的", async () => {
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

describe("当时的写法与现在的不同", () => {
  const unchanged = republished((text) => text).then(({ report }) => reportAsText(report));

  test.each([
    ["版式里有现在没有的键", "/pack.yaml", "\nwords:", "\n旧键: { a: [1] }\nwords:", "pack.yaml 的“旧键”"],
    ["版面里有现在没有的键", "/pack.yaml", "\n  body:", "\n  旧: 1\n  body:", "pack.yaml 的“style/旧”"],
    ["口径有现在没有的项", "/measures.yaml", "{ says:", "{ 即: 三公经费, says:", "measures.yaml 的“"],
    ["附表有现在没有的项", "/01-balance.yaml", "\norientation:", "\ncolour: red\norientation:", "的“colour”"],
    ["名词有现在没有的项", "/terms.yaml", "  says:", "  see: x\n  says:", "terms.yaml 的“0/see”"],
    [
      "科目表有现在没有的项",
      "2023/功能科目.yaml",
      "    已核对: 是",
      "    备注: 无\n    已核对: 是",
      "功能科目.yaml 的“科目/0/备注”",
    ],
    [
      "数据有现在没有的键",
      "data/403008/2023.yaml",
      "\n收入:",
      "\n编报说明: 略\n收入:",
      "2023.yaml 的“编报说明”",
    ],
  ])("%s：照样读，说得出是哪一个", async (_name, file, find, replace, unknown) => {
    const again = await republished(inFile(file, find, replace));
    expect(again.unknown).toEqual([expect.stringContaining(unknown)]);
    expect(reportAsText(again.report)).toBe(await unchanged);
  });

  test.each([
    ["字号比现在许可的小", "/pack.yaml", "smallest: 7.5", "smallest: 7"],
    [
      "口径取的与名称不符",
      "/measures.yaml",
      "\n公务接待费:",
      "\n旧口径:\n  says: 没有\n  account: 收入\n  where: { 资金来源: 没有的 }\n公务接待费:",
    ],
    ["名词解释没有要解释的词", "/pack.yaml", "\ntechnicalTerms:", "\ntechnicalTerms: []\n旧词:"],
    ["更正以前没有“更正说明”的说法", "/pack.yaml", "\ncorrection:", "\n旧的更正:"],
  ])("现在不许的：%s，也照样读", async (_name, file, find, replace) => {
    expect(reportAsText((await republished(inFile(file, find, replace))).report)).toBe(await unchanged);
  });

  test.each([
    ["缺了现在必须有的", "/pack.yaml", "\n  unchanged:", "\n  旧的:", "没有写“unchanged”"],
    ["有现在没有的样式", "/01-balance.yaml", "layout: balance", "layout: grid", "不能写“grid”"],
    [
      "有现在没有的算法",
      "/measures.yaml",
      ", account: 收入 }",
      ", ratio: 收入 }",
      "account、total、constant",
    ],
    ["有现在没有的助手", "/narrative/overview.hbs", "{{万元", "{{亿元", "没有叫“亿元”的助手"],
    ["金额读不出", "data/403008/2023.yaml", "2018980.00", "201万", "后面写了单位“万”"],
  ])("%s：要靠猜的，不读，说是哪一处", async (_name, file, find, replace, fault) => {
    const refused = republished(inFile(file, find, replace));
    await expect(refused).rejects.toThrow("现在读不了");
    await refused.catch(({ diagnostics: [found] }: Refusal) =>
      expect(found?.notes.join("\n")).toContain(fault),
    );
  });

  test("排出来不同的，更正时说为什么", async () => {
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

  test("当时的版式读不了，也说得出文件没有动过", async () => {
    const { project, pdf } = projectOf("published-0.2.0");
    rewriteInputs(project, inFile("/pack.yaml", "\n  unchanged:", "\n  旧的:"));
    rewriteRecord(project, (record) => ({ ...record, program: { ...record.program, version: "0.1.9" } }));
    const verified = await said(project, ["verify", pdf]);
    expect(verified).toContain("数据没有改过，生成以后改过 templates/henan/pack.yaml");
    expect(verified).toContain("文件本身与构建记录一致，生成以后没有动过");
    expect(verified).toContain("程序版本生成时是 0.1.9，现在是");
    expect(verified).toContain("现在的程序读不了当时的数据或版式");
  });
});

describe("当时没有的键，照它当时的意思", () => {
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

  test("没有登记的，读不了", () => {
    expect(() => validatePublished(migrated(old, "0.2.0", []), program.schemas)).toThrow("没有写“years”");
  });

  test("登记了的，读得了；写了的不动；以后的版本不管", () => {
    const read = validatePublished(migrated(old, "0.9.1", [migration]), program.schemas);
    expect(read.pack.years.from).toBe(2020);
    const own = validatePublished(migrated(sources, "0.9.1", [migration]), program.schemas);
    expect(own.pack.years.from).not.toBe(2020);
    expect(migrated(old, "0.10.0", [migration])).toBe(old);
  });

  test("每个口径、每张表、每一项也可以登记", () => {
    const each: Migration = { ...migration, file: "measures", path: ["*", "即"], meant: "没有" };
    const item: Migration = { ...migration, file: "terms", path: ["*", "see"], meant: "没有" };
    const table: Migration = { ...migration, file: "table", path: ["columns", "*", "kind"], meant: "text" };
    const { pack } = migrated(sources, "0.2.0", [each, item, table]);
    for (const measure of Object.values(pack.measures.value)) expect(measure).toHaveProperty("即", "没有");
    for (const term of Object.values(pack.terms.value)) expect(term).toHaveProperty("see", "没有");
    const { columns } = { columns: [], ...(pack.tables.get("10-projects")?.value as object) };
    expect(columns.length).toBeGreaterThan(0);
    for (const column of columns) expect(column).toHaveProperty("kind", "text");
  });
});
