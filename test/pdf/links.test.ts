import { afterAll, expect, test } from "@jest/globals";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { dataFile } from "../../src/project/data-files.js";
import { renderPdf } from "../../src/render/pdf/pdf.js";
import { examineIn, makeProject, program } from "../project.js";
import { elementsIn, readTagged, textOf } from "./structure.js";

const { report } = await examineIn(makeProject(), { data: dataFile("403008", 2023), output: "out" });
const { bytes } = await renderPdf(report, program.fonts);
const { root } = await readTagged(bytes);
const links = elementsIn(root, "P")
  .flatMap((paragraph) => elementsIn(paragraph, "Link"))
  .map((link) => ({ text: textOf(link), link }));

const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
const pdf = await loading.promise;

afterAll(() => loading.destroy());

/** The texts on the line that a name leads to, whose top it gives. */
async function textsAt(name: string): Promise<string[]> {
  const [ref, , , top] = (await pdf.getDestination(name)) ?? [];
  const page = await pdf.getPage((await pdf.getPageIndex(ref)) + 1);
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!("str" in item)) return [];
    const below = top - (item.transform[5] as number);
    return 0 < below && below < item.height * 1.5 ? [item.str] : [];
  });
}

/** Of several that come to nothing, tables carry some only, so that their digits do not tell which. */
const isSomething = (number: string): boolean => number !== "0.00";

test("every figure that a table carries leads to its cell, and the others lead nowhere", async () => {
  const figures = links.filter(({ text }) => /\d$/.test(text) && isSomething(text));
  const printed = new Set(elementsIn(root, "TD").map((each) => textOf(each).trim()));
  const numbers = elementsIn(root, "P").flatMap((each) => textOf(each).match(/\d+\.\d\d(?=万元)/g) ?? []);
  const carried = numbers
    .filter(isSomething)
    .filter((number) => printed.has(number.replace(/\B(?=(\d{3})+\.)/g, ",")));
  expect(carried.length).toBeGreaterThan(20);
  expect(figures.map(({ text }) => text)).toEqual(carried);
  for (const { text, link } of figures) {
    const [annotation, ...others] = link.annotations;
    expect(others).toEqual([]);
    const texts = await textsAt(annotation?.to ?? "");
    expect(texts.map((each) => each.replaceAll(",", ""))).toContain(text);
  }
});

test("a section's figures lead to the table that has its name", () => {
  const paragraphs = elementsIn(root, "P");
  const targets = (heading: string): (string | undefined)[] => {
    const blocks = root.kids.flatMap((kid) => (typeof kid === "string" ? [] : [kid]));
    const index = blocks.findIndex((block) => block.type === "H3" && textOf(block) === heading);
    const [paragraph] = blocks.slice(index + 1).filter((block) => paragraphs.includes(block));
    return paragraph
      ? elementsIn(paragraph, "Link").map(({ annotations }) => annotations[0]?.contents.split(" ")[0])
      : [];
  };
  expect(targets("一、收入支出预算总体情况说明")).toEqual(["预算01表", "预算01表"]);
  expect(targets("二、收入预算总体情况说明")).toEqual(["预算02表", "预算02表"]);
  expect(targets("三、支出预算总体情况说明")).toEqual(["预算03表", "预算03表", "预算03表"]);
  expect(targets("六、一般公共预算基本支出预算情况说明")).toEqual(["预算06表", "预算06表", "预算06表"]);
});

test("a table's title in the text leads to the table", () => {
  const titles = links.filter(({ text }) => /表$/.test(text));
  expect(titles.map(({ text, link }) => [text, link.annotations.at(-1)?.contents])).toEqual([
    ["一般公共预算支出情况表", "预算05表 2023年一般公共预算支出情况表"],
    ["支出经济分类汇总表", "预算07表 2023年支出经济分类汇总表"],
    ["财政拨款收支总体情况表", "预算04表 2023年财政拨款收支总体情况表"],
  ]);
});

interface MarkedItem {
  readonly type?: string;
  readonly tag?: string;
  readonly str?: string;
  readonly width?: number;
  readonly transform?: readonly number[];
}

/** The texts of a page but for dots, whether they are of a link, and which of its annotations they lie within. */
async function coveredTexts(number: number) {
  const page = await pdf.getPage(number);
  const annotations: readonly { readonly rect: readonly number[] }[] = await page.getAnnotations();
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const covering = ({ width = 0, transform: [, , , , left = 0, baseline = 0] = [] }: MarkedItem) =>
    annotations.filter(
      ({ rect: [x0 = 0, y0 = 0, x1 = 0, y1 = 0] }) =>
        x0 - 1 < left && left + width < x1 + 1 && y0 < baseline && baseline < y1,
    );
  let tag: string | undefined;
  const texts = (items as readonly MarkedItem[]).flatMap((item) => {
    if (item.type) tag = item.type.startsWith("begin") ? item.tag : undefined;
    if (!item.str || /^[…\s]*$/.test(item.str)) return [];
    return [{ text: item.str, isLink: tag === "Link", by: covering(item) }];
  });
  return { texts, annotations };
}

test("what is a link is covered by one annotation on each line, and by no other", async () => {
  for (let number = 1; number <= pdf.numPages; number++) {
    const { texts, annotations } = await coveredTexts(number);
    for (const { text, isLink, by } of texts) expect([text, by.length]).toEqual([text, isLink ? 1 : 0]);
    expect(new Set(texts.flatMap(({ by }) => by))).toEqual(new Set(annotations));
  }
});

test("a link that goes on in the next line has an annotation on each", () => {
  const broken = links.filter(({ link }) => link.annotations.length > 1);
  expect(broken.length).toBeGreaterThan(0);
  for (const { link } of broken) expect(new Set(link.annotations.map(({ to }) => to)).size).toBe(1);
});
