import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import type { Report } from "../../src/model/report.js";
import { dataFile } from "../../src/project/data-files.js";
import { examineIn, makeProject, PROGRAM } from "../project.js";
import { reportAsText } from "../report-text.js";
import { LUOYANG } from "./packs.js";

/** What the bureau prescribes, as far as it is not what Henan does; {单位} and {主体} stand for whose document it is. */
interface Prescribed {
  readonly 题名: string;
  readonly 第一部分: readonly string[];
  readonly 第二部分: readonly string[];
  readonly 附表: readonly string[];
  readonly 说法: readonly {
    readonly 情形: string;
    /** what to find in the sample's data, and what to write instead */
    readonly 改?: readonly (readonly [find: string, replacement: string])[];
    readonly 印: readonly string[];
  }[];
}

const PRESCRIBED: Prescribed = parse(readFileSync(join(PROGRAM, "test/packs/luoyang.yaml"), "utf8"));

const DISCLOSERS = [
  { kind: "单位", name: "洛阳市河洛技能人才服务中心", folder: LUOYANG.folder, data: LUOYANG.data },
  {
    kind: "部门",
    name: "洛阳市河洛人才服务局",
    folder: join(PROGRAM, "test/reports/luoyang-department"),
    data: dataFile("305", 2023),
  },
];

describe.each(DISCLOSERS)("a $kind", ({ kind, name, folder, data }) => {
  const examined = examineIn(makeProject(folder), { data, output: "out" });
  const said = (words: string): string => words.replaceAll("{单位}", name).replaceAll("{主体}", kind);

  test("has the prescribed title", async () => {
    const { report } = await examined;
    expect(report.title.text).toBe(said(PRESCRIBED.题名));
    expect(coverOf(report).join("")).toBe(said(PRESCRIBED.题名));
  });

  test.each(["第一部分", "第二部分"] as const)("has the prescribed sections: %s", async (part) => {
    expect(sectionsOf((await examined).report, part)).toEqual(PRESCRIBED[part].map(said));
  });

  test("has the prescribed tables, each in its place", async () => {
    expect(tablesOf((await examined).report)).toEqual(PRESCRIBED.附表.map(said));
  });

  test("says nothing of Henan", async () => {
    expect(reportAsText((await examined).report)).not.toContain("河南");
  });
});

test.each(PRESCRIBED.说法)("$情形", async ({ 改: edits = [], 印: printed }) => {
  const project = makeProject(LUOYANG.folder);
  const file = join(project, LUOYANG.data.file);
  const text = edits.reduce(
    (before, [find, replacement]) => {
      const after = before.replace(new RegExp(find, "gm"), replacement);
      expect(after).not.toBe(before);
      return after;
    },
    readFileSync(file, "utf8"),
  );
  writeFileSync(file, text);
  const { report } = await examineIn(project, { data: LUOYANG.data, output: "out" });
  for (const words of printed) expect(reportAsText(report)).toContain(words);
});

function coverOf({ parts }: Report): readonly string[] {
  const blocks = parts.flatMap((part) => part.blocks);
  return blocks.flatMap((block) => (block.kind === "cover" ? block.lines.map(({ text }) => text) : []));
}

function sectionsOf({ parts }: Report, title: string): readonly string[] {
  const part = parts.find(
    ({ blocks: [first] }) => first?.kind === "heading" && first.lines[0]?.text === title,
  );
  return (part?.blocks ?? []).flatMap((block) =>
    block.kind === "heading" && block.level === "section" ? block.lines.map(({ text }) => text) : [],
  );
}

function tablesOf({ parts }: Report): readonly string[] {
  const blocks = parts.flatMap((part) => part.blocks);
  return blocks.flatMap((block) =>
    block.kind === "table" ? [`${block.number.text} ${block.title.text}`] : [],
  );
}
