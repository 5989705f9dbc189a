// Makes the pictures of docs/forms.md, docs/forms-phone.png and docs/forms-workbook.png, from what the program makes today.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { CHROMIUM, HAS_OFFICE, printByOffice, withFonts } from "./programs.mjs";
import { build, fileWith, inProject } from "./year.mjs";

const DOCS = join(import.meta.dirname, "..");
/** A phone, and how far its picture shows the top of the page and a table. */
const PHONE = { width: 390, height: 780 };

if (!CHROMIUM || !HAS_OFFICE) {
  console.error("Chromium 或 LibreOffice 不在这里：图没有做");
  process.exit(1);
}

const { blank, pageOf, putPage } = await import("./drawing.mjs");
const { indexedPng } = await import("./png.mjs");

await inProject(async (project) => {
  build(project, "--also", "html,xlsx");
  save("forms-phone.png", await phone(fileWith(project, "out", /\.html$/), join(project, "fonts")));
  const folder = join(project, "printed");
  printByOffice(fileWith(project, "out", /\.xlsx$/), folder);
  save("forms-workbook.png", await workbook(fileWith(project, "printed", /\.pdf$/)));
});

function save(name, canvas) {
  writeFileSync(join(DOCS, name), indexedPng(canvas));
  console.log(`docs/${name}: ${canvas.width} × ${canvas.height}`);
}

/** The top of the page, a sentence and a table, side by side as a phone shows them. */
async function phone(file, fonts) {
  const { loadImage } = await import("@napi-rs/canvas");
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox"],
    env: withFonts(fonts),
  });
  const page = await browser.newPage({ viewport: PHONE });
  await page.goto(pathToFileURL(file).href);
  const shots = [await page.screenshot()];
  for (const [selector, index] of [
    ["h3", 3],
    [".table", 2],
  ]) {
    await page
      .locator(selector)
      .nth(index)
      .evaluate((element) => element.scrollIntoView());
    shots.push(await page.screenshot());
  }
  await browser.close();
  const [margin, gap] = [12, 24];
  const { canvas, context } = blank(3 * (PHONE.width + gap) + 2 * margin - gap, PHONE.height + 2 * margin);
  for (const [index, shot] of shots.entries()) {
    const x = margin + index * (PHONE.width + gap);
    context.drawImage(await loadImage(shot), x, margin);
    context.strokeStyle = "#bbbbbb";
    context.strokeRect(x - 0.5, margin - 0.5, PHONE.width + 1, PHONE.height + 1);
  }
  return canvas;
}

/** The list of sheets and two of them, as they are printed. */
async function workbook(file) {
  const [margin, gap, height] = [12, 24, 560];
  const shown = [];
  for (const words of [
    ["表号", "表名"],
    ["预算01表", "收入总计"],
    ["预算03表", "科目编码"],
  ])
    shown.push(await pageOf(file, words, height));
  const width = shown.reduce((sum, page) => sum + page.width + gap, 2 * margin - gap);
  const { canvas, context } = blank(width, height + 2 * margin);
  let x = margin;
  for (const page of shown) {
    putPage(context, page, { x, y: margin, width: page.width, height });
    x += page.width + gap;
  }
  return canvas;
}
