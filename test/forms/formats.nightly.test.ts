import { expect, test } from "@jest/globals";
import { SHUXI } from "../packs/packs.js";
import { makeProject } from "../project.js";
import { expectPage, expectWord, expectWorkbook } from "./agreement.js";
import { elementsIn, readPage, textOf } from "./read-page.js";
import { reportIn, written } from "./reports.js";
import { listedIn } from "./word-lines.js";

test("a format with facts, lists and numbers of its own says the same in every form", async () => {
  const report = reportIn(makeProject(SHUXI.folder), SHUXI.data);
  const page = await written(report, "html");
  expectPage(page, report);
  const entries = elementsIn(readPage(page).root, "nav").flatMap((nav) => elementsIn(nav, "a"));
  expect(entries.map(textOf)).toEqual(listedIn(report).map(([title]) => title));
  await expectWord(await written(report, "docx"), report);
  expectWorkbook(await written(report, "xlsx"), report);
});
