import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { dataFile } from "../../../src/project/data-files.js";
import { FIELDS } from "../../../src/render/figures/fields.js";
import { csv, exportFigures, FORMAT_VERSION } from "../../../src/render/figures/package.js";
import { elementsIn, readTagged, type StructureNode, textOf } from "../../pdf/structure.js";
import { buildIn, examineIn, makeProject } from "../../project.js";

const project = makeProject();
const order = { data: dataFile("403008", 2023), output: "out" };
const bytes = readFileSync(join(project, (await buildIn(project, order)).file));
const { root } = await readTagged(bytes);
const files = await attachmentsOf(bytes);
const descriptor = JSON.parse(files.get("datapackage.json") ?? "");
const rows: readonly Readonly<Record<string, string>>[] = descriptor.resources[1].data;

/** What a reader finds in the file, by name. */
async function attachmentsOf(pdf: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const attachments: Record<string, { content: Uint8Array }> = await (await loading.promise).getAttachments();
  const texts = Object.entries(attachments).map(
    ([name, { content }]) => [name, new TextDecoder("utf-8", { ignoreBOM: true }).decode(content)] as const,
  );
  await loading.destroy();
  return new Map(texts);
}

function nodesIn(node: StructureNode): StructureNode[] {
  return node.kids.flatMap((kid) => (typeof kid === "string" ? [] : [kid]));
}

test("every figure of a table is in the data as it is printed, with its table and row, and no other", () => {
  const tables = elementsIn(root, "Table");
  const printed = tables.flatMap((table) => {
    const heading = root.kids[root.kids.indexOf(table) - 1];
    const title = heading && typeof heading !== "string" ? textOf(heading).trim() : "";
    const [body] = elementsIn(table, "TBody");
    return (body ? nodesIn(body) : []).flatMap((row, index) =>
      elementsIn(row, "TD")
        .map((cell) => textOf(cell).trim())
        .filter((text) => /^-?[\d,]+\.\d\d$/.test(text))
        .map((text) => [title, String(index + 1), text.replaceAll(",", "")]),
    );
  });
  const given = rows.filter((row) => row.位置 === "附表");
  expect(printed.length).toBeGreaterThan(200);
  expect(given.map((row) => [`${row.表号}${row.标题}`, row.行号, row.数值])).toEqual(printed);
});

test("every figure of the text is in the data, under its heading and in its paragraph", () => {
  const given = rows.filter((row) => row.位置 === "说明");
  expect(given.length).toBeGreaterThan(60);
  const blocks = nodesIn(root);
  for (const { 标题 = "", 行号, 数值, 计量单位 } of given) {
    const heading = 标题.split("/").at(-1);
    const start = blocks.findIndex((block) => /^H\d$/.test(block.type) && textOf(block) === heading);
    const paragraph = blocks.slice(start + 1).filter((block) => block.type === "P")[Number(行号) - 1];
    expect(paragraph && textOf(paragraph)).toContain(`${数值}${计量单位}`);
  }
});

test("no figure of the text is missing from the data, and none is in it that the text does not print", () => {
  const text = nodesIn(root).flatMap((block) => (block.type === "P" ? [textOf(block)] : []));
  const printed = text.flatMap((each) => each.match(/-?\d+(?:\.\d+)?(?:万元|元|%|个|辆|台（套）)/g) ?? []);
  const given = rows.filter((row) => row.位置 === "说明").map((row) => `${row.数值}${row.计量单位}`);
  expect(printed).toEqual(given);
});

test("nothing is in the data to the cent that is printed in ten thousands", () => {
  const facts = readFileSync(join(project, order.data.file), "utf8");
  const amounts = [...facts.matchAll(/(?<![\d.])\d{4,}\.\d\d(?!\d)/g)].map(([amount]) => amount);
  expect(amounts.length).toBeGreaterThan(25);
  for (const text of files.values()) for (const amount of amounts) expect(text).not.toContain(amount);
});

test("what a figure of a table is said to be is said of no other", () => {
  const names = rows.flatMap((row) => (row.位置 === "附表" ? [row.口径] : []));
  expect(new Set(names).size).toBe(names.length);
});

test("a figure says by which words it is found in its table", () => {
  const wordsOf = (number: string, value: string) => {
    const row = rows.find((each) => each.表号 === number && each.数值 === value);
    return [row?.行, row?.栏];
  };
  expect(wordsOf("预算05表", "0.34")).toEqual(["208/05/02/事业单位离退休", "基本支出/人员经费/工资福利支出"]);
  expect(wordsOf("预算04表", "18.68")).toEqual(["（八）社会保障和就业支出", "支出/合计"]);
  expect(wordsOf("预算10表", "375.00")).toEqual([
    "其他运转类/2023保障房小区维护及维修费用（含经济适用房费用）/三门峡市住房保障中心",
    "合计",
  ]);
});

test("rows carry the codes that they print", () => {
  const codesOf = (number: string, words: string) => {
    const row = rows.find((each) => each.表号 === number && each.行?.endsWith(words));
    return Object.fromEntries(Object.entries(row ?? {}).filter(([name]) => name.endsWith("编码")));
  };
  expect(codesOf("预算05表", "事业单位离退休")).toEqual({ 功能科目编码: "2080502" });
  expect(codesOf("预算06表", "基本工资/50501/工资福利支出")).toEqual({
    部门经济科目编码: "30101",
    政府经济科目编码: "50501",
  });
  expect(codesOf("预算07表", "物业管理费/505/02/商品和服务支出")).toEqual({
    部门经济科目编码: "30209",
    政府经济科目编码: "50502",
  });
  expect(codesOf("预算03表", "三门峡市住房保障中心")).toEqual({ 预算单位编码: "403008" });
  expect(codesOf("预算11表", "2023物业管理费（含经济适用房费用）")).toEqual({
    项目编码: "411200230000000004110",
  });
  expect(codesOf("预算11表", "2023综合费用（含经济适用房费用）")).toEqual({});
  expect(codesOf("预算01表", "收入总计")).toEqual({});
});

test("the package says whose it is, of which year, in which shape, and nothing of the day it was made", () => {
  expect(descriptor).toMatchObject({
    profile: "tabular-data-package",
    name: "budget-disclosure-403008-2023",
    title: "三门峡市住房保障中心2023年度单位预算公开",
    formatVersion: FORMAT_VERSION,
    language: "zh-CN",
    fiscalPeriod: { start: "2023-01-01", end: "2023-12-31" },
    unit: { code: "403008", name: "三门峡市住房保障中心" },
    year: 2023,
  });
  expect(descriptor.created).toBeUndefined();
});

test("the fields are described, and no row has any other", () => {
  for (const { schema } of descriptor.resources) {
    const names = schema.fields.map((field: { name: string }) => field.name);
    expect(names).toEqual(FIELDS.map(({ name }) => name));
    const required = FIELDS.filter((field) => field.required).map(({ name }) => name);
    for (const row of rows) {
      expect(names).toEqual(expect.arrayContaining(Object.keys(row)));
      expect(Object.keys(row)).toEqual(expect.arrayContaining(required));
    }
  }
});

test("values are of the types that their fields have, and the key tells rows apart", () => {
  const forms = { integer: /^[1-9]\d*$/, number: /^-?\d+(\.\d+)?$/, string: /^\S(.*\S)?$/s };
  for (const { name, type } of FIELDS)
    for (const row of rows) if (row[name] !== undefined) expect(row[name]).toMatch(forms[type]);
  expect(new Set(rows.map((row) => row[descriptor.resources[1].schema.primaryKey])).size).toBe(rows.length);
});

test("the table for spreadsheets says the same", () => {
  const text = files.get("figures.csv") ?? "";
  expect(text.startsWith("\uFEFF序号,位置,")).toBe(true);
  const lines = text.slice(1).trimEnd().split("\r\n");
  expect(lines[0]?.split(",")).toEqual(FIELDS.map(({ name }) => name));
  expect(lines.slice(1)).toEqual(rows.map((row) => FIELDS.map(({ name }) => row[name] ?? "").join(",")));
});

test("the same report gives the same data", async () => {
  const { report } = await examineIn(project, order);
  const again = exportFigures(report).map(({ name, content }) => [
    name,
    Buffer.from(content).toString("utf8"),
  ]);
  expect(again).toEqual([...files]);
});

test("values with commas and quotes are quoted, and none becomes a formula", () => {
  const lines = [["项目", '甲,"乙"', "=1+1", "-12.00", "+86", "@x", "两\n行"]];
  expect(csv(lines)).toBe(`\uFEFF项目,"甲,""乙""",'=1+1,-12.00,'+86,'@x,"两\n行"\r\n`);
});
