import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { correspondingCode } from "../../src/model/budget.js";
import { readCodeLists } from "../../src/project/codes.js";
import { dataFile } from "../../src/project/data-files.js";
import { inputsOf, readSchemas, readSources } from "../../src/project/sources.js";
import { budgetProblems } from "../../src/validate/budget/budget.js";
import { validateCodeLists } from "../../src/validate/budget/code-lists.js";
import { checkDocumentCodes } from "../../src/validate/budget/document-codes.js";
import { readYamlText } from "../../src/yaml/yaml.js";
import { makeProject, PROGRAM } from "../project.js";

const schemas = readSchemas(PROGRAM);
const codes = validateCodeLists(readCodeLists(PROGRAM, PROGRAM, 2024), schemas);

test("an agency's codes are all there, and one line says how sure they are", () => {
  const project = makeProject(join(PROGRAM, "test/codes/agency"));
  const sources = readSources(PROGRAM, project, dataFile("250001", 2024));
  const { own } = sources.data;
  expect(budgetProblems(own, schemas.budget, codes)).toEqual([]);
  expect(checkDocumentCodes([own], codes).map(({ code, message }) => `${code} ${message}`)).toEqual([
    expect.stringMatching(
      /^数据\/科目未核 用到的科目有 \d+ 个没有与官方的科目表核对过：2240101 行政运行、.* 等；对应/,
    ),
  ]);
});

test("a record holds the rows that a document needs of the lists", () => {
  const project = makeProject(join(PROGRAM, "test/codes/agency"));
  const inputs = inputsOf(readSources(PROGRAM, project, dataFile("250001", 2024)));
  const lists = inputs.filter(({ file }) => file.startsWith("schemas/codes/"));
  const [whole] = lists.filter(({ file }) => file.endsWith("功能科目.yaml"));
  expect(lists).toHaveLength(4);
  expect(whole?.text).toContain('"2240101": "行政运行"');
  expect(whole?.text).toContain('"22401": "应急管理事务"');
  expect(whole?.text).not.toContain("2010101");
  expect(whole?.whole).toMatch(/^[0-9a-f]{64}$/);
  expect(lists.map(({ text }) => text).join("").length).toBeLessThan(15_000);
});

test("what was brought forward is spent under a code that is abolished", () => {
  const { own } = readSources(
    PROGRAM,
    makeProject(join(PROGRAM, "test/codes/agency")),
    dataFile("250001", 2024),
  ).data;
  const told = (pattern: RegExp): readonly string[] => {
    const source = readYamlText(own.file, own.text.replace(pattern, "功能科目: 2010308"));
    return budgetProblems(source, schemas.budget, codes).map(({ code }) => code);
  };
  expect(told(/功能科目: 2240703(?!.*上年结转)/)).toEqual(["数据/科目年份"]);
  expect(told(/功能科目: 2240703(?=.*上年结转)/)).toEqual([]);
});

test("what the money is for decides where institutions have no pair of their own", () => {
  expect(correspondingCode(codes, "31201", "行政单位")).toMatchObject({ code: "50803", status: "未核对" });
  expect(correspondingCode(codes, "31201", "事业单位")).toMatchObject({ code: "50803" });
  expect(correspondingCode(codes, "30101", "事业单位")).toMatchObject({ code: "50501" });
  expect(codes.governmental.has("51301")).toBe(true);
});
