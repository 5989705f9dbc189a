import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { dataFile } from "../../src/project/data-files.js";
import { expectPage, expectWord, expectWorkbook } from "../forms/agreement.js";
import { reportIn, written } from "../forms/reports.js";
import { buildIn, makeProject, PROGRAM, runIn } from "../project.js";
import { atNight, sampleOf } from "../sample.js";
import { elementsIn, readTagged, textOf } from "./structure.js";

const OFFICE = join(PROGRAM, "test/reports/administrative");
const SAMPLE = dataFile("403008", 2023);

interface Printed {
  /** by their numbers, row by row */
  readonly tables: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly text: string;
  /** table, heads and number of each figure of the data inside */
  readonly data: readonly string[];
}

/** A disclosure whose pack has `nothing` printed in a certain way. */
async function printed(folder: string, data = SAMPLE, nothing = "mentioned"): Promise<Printed> {
  const project = projectWith(folder, nothing);
  return printedIn(join(project, (await buildIn(project, { data, output: "out" })).file));
}

async function printedIn(file: string): Promise<Printed> {
  const bytes = readFileSync(file);
  const { root } = await readTagged(bytes);
  const tables = elementsIn(root, "Table").map((table) => {
    const heading = root.kids[root.kids.indexOf(table) - 1];
    const number = heading && typeof heading !== "string" ? textOf(heading).slice(0, 5) : "";
    const rows = elementsIn(table, "TBody").flatMap((body) => elementsIn(body, "TR"));
    return [
      number,
      rows.map(({ kids }) => kids.map((kid) => (typeof kid === "string" ? "" : textOf(kid).trim()))),
    ] as const;
  });
  const text = elementsIn(root, "P").map(textOf).join("\n");
  return { tables: new Map(tables), text, data: await dataIn(bytes) };
}

function projectWith(folder: string, nothing: string): string {
  const project = makeProject(folder);
  const pack = join(project, "templates/henan/pack.yaml");
  writeFileSync(pack, readFileSync(pack, "utf8").replace("nothing: mentioned", `nothing: ${nothing}`));
  return project;
}

async function dataIn(bytes: Uint8Array): Promise<readonly string[]> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const attachments = await (await loading.promise).getAttachments();
  const { resources } = JSON.parse(new TextDecoder().decode(attachments["datapackage.json"].content));
  await loading.destroy();
  const rows: readonly Readonly<Record<string, string>>[] = resources[1].data;
  return rows.flatMap((row) => (row.位置 === "附表" ? [`${row.表号} ${row.栏} ${row.数值}`] : []));
}

const NONE = ["0.00", "0.00", "0.00", "0.00", "0.00", "0.00"];

test("where the text says 0.00万元, the cell that it leads to says so, and so does the data", async () => {
  const { tables, text, data } = await printed(PROGRAM);
  expect(text).toContain("“三公”经费预算为0.00万元");
  expect(tables.get("预算08表")).toEqual([NONE]);
  expect(data.filter((each) => each.startsWith("预算08表"))).toHaveLength(6);
  expect(data).toContain("预算08表 公务用车购置及运行费/公务用车购置费 0.00");
  expect(text).toContain("注：本单位无当年一般公共预算安排的“三公”经费，故本表无数据。");
});

test("other amounts of nothing stay blank", async () => {
  const { tables } = await printed(PROGRAM);
  const others = [...tables].filter(([number]) => number !== "预算08表").flatMap(([, rows]) => rows.flat());
  expect(others).not.toContain("0.00");
  expect(others).toContain("");
});

test("what there is of 三公 stands beside what there is not", async () => {
  const { tables, text } = await printed(OFFICE, dataFile("410001", 2024));
  expect(tables.get("预算08表")).toEqual([["28.00", "0.00", "25.00", "18.00", "7.00", "3.00"]]);
  expect(text).not.toContain("故本表无数据");
});

atNight("a pack may leave all of it blank, or print all of it", async () => {
  const blank = await printed(PROGRAM, SAMPLE, "blank");
  expect(blank.tables.get("预算08表")).toEqual([["", "", "", "", "", ""]]);
  const digits = await printed(PROGRAM, SAMPLE, "digits");
  expect(digits.tables.get("预算10表")?.[0]).toEqual([
    ...["合计", "", "", "800.00", "800.00"],
    ...["0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00"],
  ]);
});

const SIGNS = [
  ["0", "0万元", "0"],
  ["无", "0.00万元", "0.00"],
] as const;

test.each(sampleOf(SIGNS, 2))(
  "a pack may print it as %s in cells: texts then say %s, the data %s, and an audit finds nothing in it",
  async (zero, said, number) => {
    const project = projectWith(PROGRAM, `mentioned\nzero: ${zero}`);
    const { file } = await buildIn(project, { data: SAMPLE, output: "out" });
    const { tables, text, data } = await printedIn(join(project, file));
    expect(tables.get("预算08表")).toEqual([NONE.map(() => zero)]);
    expect(text).toContain(`“三公”经费预算为${said}`);
    expect(data).toContain(`预算08表 公务接待费 ${number}`);
    expect(tables.get("预算10表")?.[0]?.slice(3, 6)).toEqual(["800.00", "800.00", ""]);
    expect((await runIn(project, ["audit", join(project, file)])).says).toContain("没有发现不同");
  },
);

atNight("every other form says the same", async () => {
  const report = reportIn(projectWith(PROGRAM, "digits\nzero: —"), SAMPLE);
  expectPage(await written(report, "html"), report);
  await expectWord(await written(report, "docx"), report);
  expectWorkbook(await written(report, "xlsx"), report);
});
