import { describe, expect, test } from "@jest/globals";
import { figureText } from "../../src/model/printed.js";
import { tableName } from "../../src/model/table-words.js";
import { blocksOf, ownWords, runsOf, tablesOf } from "../../src/model/walk.js";
import { digits } from "../../src/money/money.js";
import { CSV_FILE, exportFigures } from "../../src/render/figures/package.js";
import { sampleOf } from "../sample.js";
import { expectPage } from "./agreement.js";
import { allIn, attribute, elementsIn, readPage, textOf } from "./read-page.js";
import { CASES, reportOf, written } from "./reports.js";
import { listedIn } from "./word-lines.js";

describe.each(sampleOf(CASES, 3))("the page of %s", (folder) => {
  const report = reportOf(folder);
  const made = written(report, "html");
  const page = made.then(readPage);

  test("says every sentence, cell and note of the report, and nothing else", async () => {
    expectPage(await made, report);
  });

  test("opens with the title page and what it comes to, and has contents", async () => {
    const { root } = await page;
    const [cover, contents] = ["cover", "contents"].map((kind) =>
      blocksOf(report).filter((block) => block.kind === kind),
    );
    expect(elementsIn(root, "header").map(textOf)).toEqual([
      (cover ?? [])
        .flatMap(ownWords)
        .map(({ text }) => text)
        .join(""),
    ]);
    const entries = elementsIn(root, "nav").flatMap((nav) => elementsIn(nav, "a"));
    expect(elementsIn(root, "nav").map((nav) => textOf(elementsIn(nav, "h2")[0] ?? nav))).toEqual(
      (contents ?? []).flatMap(ownWords).map(({ text }) => text),
    );
    expect(entries.map(textOf)).toEqual(listedIn(report).map(([title]) => title));
    const names = tablesOf(report).map((table) => `见${tableName(table)}`);
    const captions = elementsIn(root, "figure").flatMap((figure) => elementsIn(figure, "caption"));
    expect(names).toEqual(expect.arrayContaining(captions.map(textOf)));
    const [brief] = elementsIn(root, "dl");
    const main = report.brief?.main.map(({ now }) => figureText(now)) ?? [];
    expect(brief && elementsIn(brief, "dt").length).toBe(main.length);
    for (const each of main) expect(brief && textOf(brief)).toContain(each);
  });

  test("every figure has its number as it is printed, and every link leads somewhere", async () => {
    const { root } = await page;
    const [main] = elementsIn(root, "main");
    if (!main) throw new Error("no main part");
    const numbers = elementsIn(main, "data");
    for (const each of numbers) expect(attribute(each, "value")).toBe(textOf(each).replaceAll(",", ""));
    const figures = blocksOf(report).flatMap((block) => {
      const cells = block.kind === "table" ? block.rows.flatMap((row) => row.cells) : [];
      const ofRuns = runsOf(block).flatMap((run) => (run.kind === "figure" ? [run.figure] : []));
      return [...cells.flatMap((cell) => (cell.kind === "figure" ? [cell.figure] : [])), ...ofRuns];
    });
    expect(numbers.map((each) => attribute(each, "value"))).toEqual(
      figures.map(({ amount, decimals }) => digits(amount, decimals, false)),
    );
    const all = allIn(root);
    const ids = all.flatMap((each) => attribute(each, "id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = elementsIn(root, "a").map((link) => attribute(link, "href") ?? "");
    const led = links.filter((href) => href.startsWith("#")).map((href) => href.slice(1));
    expect(led.filter((id) => !ids.includes(id))).toEqual([]);
    expect(links.filter((href) => !/^#|^data:text\/csv/.test(href))).toEqual([]);
  });

  test("is what it says without anything from elsewhere, has the data in it, and is no larger than it must be", async () => {
    const { root } = await page;
    const names = new Set(allIn(root).map(({ tagName }) => tagName));
    for (const name of ["script", "link", "img", "iframe", "object", "base"])
      expect(names).not.toContain(name);
    const [style] = elementsIn(root, "style");
    expect(style && textOf(style)).not.toMatch(/url\(|@import/);
    const [download] = elementsIn(root, "a").filter((link) => attribute(link, "download"));
    const data = attribute(download ?? root, "href")?.replace(/^.*,/, "") ?? "";
    const csv = exportFigures(report).find(({ name }) => name === CSV_FILE)?.content;
    expect(Buffer.from(data, "base64").equals(csv ?? new Uint8Array())).toBe(true);
    if (folder === "") expect((await made).length).toBeLessThan(350 * 1024);
    expect(Buffer.from(await made).equals(await written(report, "html"))).toBe(true);
  });
});

test("figures of sentences lead to cells of the same amount, and cells to sentences", async () => {
  const { root } = readPage(await written(reportOf(""), "html"));
  const [main] = elementsIn(root, "main");
  if (!main) throw new Error("no main part");
  const byId = new Map(allIn(main).map((each) => [attribute(each, "id"), each]));
  const links = elementsIn(main, "a").filter((link) => elementsIn(link, "data").length > 0);
  const unlike = links.filter((link) => {
    const target = byId.get(attribute(link, "href")?.slice(1));
    const numbers = [link, ...(target ? [target] : [])].map((each) =>
      attribute(elementsIn(each, "data")[0] ?? each, "value"),
    );
    return numbers[0] !== numbers[1];
  });
  expect(unlike.map(textOf)).toEqual([]);
  expect(links.length).toBeGreaterThan(40);
});
