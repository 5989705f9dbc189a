// Makes the pictures of the README, docs/pages.png and docs/year.png, from what the program prints today.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const DOCS = join(import.meta.dirname, "..");

const { blank, pageOf, putConsole, putHeading, putPage } = await import("./drawing.mjs").catch((error) => {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  console.error(
    "@napi-rs/canvas is not here: npm ci brings it with pdfjs-dist where there is one for the system",
  );
  process.exit(1);
});
const { indexedPng } = await import("./png.mjs");
const { build, fileWith, inProject, liveYear } = await import("./year.mjs");

await inProject(async (project) => {
  build(project);
  save("pages.png", await pages(fileWith(project, "out", /\.pdf$/)));
});
await inProject(async (project) => save("year.png", await year(project)));

function save(name, canvas) {
  writeFileSync(join(DOCS, name), indexedPng(canvas));
  console.log(`docs/${name}: ${canvas.width} × ${canvas.height}`);
}

/** A page of text, a table and a wide table, side by side. */
async function pages(file) {
  const [margin, gap, height] = [12, 24, 802];
  const wanted = [
    ["第二部分", "一、收入支出预算总体情况说明", "年预算相比"],
    ["预算01表", "收支总体情况表", "单位名称："],
    ["预算11表", "项目绩效目标表", "单位名称："],
  ];
  const shown = [];
  for (const words of wanted) shown.push(await pageOf(file, words, height));
  const width = shown.reduce((sum, page) => sum + page.width + gap, 2 * margin - gap);
  const { canvas, context } = blank(width, height + 2 * margin);
  let x = margin;
  for (const page of shown) {
    putPage(context, page, { x, y: margin, width: page.width, height }, 0, "#666666");
    x += page.width + gap;
  }
  return canvas;
}

/** The six steps of an officer's year. */
async function year(project) {
  const { begun, gaps, refused } = liveYear(project);
  const { canvas, context } = blank(2016, 1020);
  const parts = [
    ["一  做新一年的", "npm run new-year", (frame) => putConsole(context, beginningOf(begun), frame)],
    ["二  照批复填", "data/403008/2024.yaml", (frame) => putConsole(context, excerptOf(gaps), frame)],
    ["三  随时看草稿", "npm run build-report -- --draft", (frame) => draft(frame)],
    ["四  核对", "npm run check", (frame) => putConsole(context, errorsOf(refused), frame)],
    ["五  生成，公开", "npm run build-report", (frame) => published(frame)],
    ["六  公开以后发现有误，更正", "npm run correct", (frame) => corrected(frame)],
  ];
  for (const [index, [says, command, put]] of parts.entries()) {
    const [x, y] = [24 + (index % 3) * 664, 20 + Math.floor(index / 3) * 498];
    putHeading(context, says, command, x, y + 28);
    await put({ x, y: y + 48, width: 640, height: 430 });
  }
  return canvas;

  async function draft(frame) {
    const file = fileWith(project, "drafts", /草稿/);
    putPage(
      context,
      await pageOf(file, ["第二部分", "一、收入支出预算总体情况说明", "与2023年预算相比"], 1080),
      frame,
      90,
    );
  }
  async function published(frame) {
    const file = fileWith(project, "out", /单位预算公开\.pdf$/);
    putPage(context, await pageOf(file, ["五、一般公共预算支出预算情况说明", "主要用于"], 1080), frame, 90);
  }
  async function corrected(frame) {
    const review = fileWith(project, "out", /更正对照/);
    putPage(
      context,
      await pageOf(review, ["第二部分", "一、收入支出预算总体情况说明", "与2023年预算相比"], 1080),
      frame,
      90,
    );
    const announcement = await pageOf(fileWith(project, "out", /的说明\.pdf$/), ["特此说明"], 560);
    const [width, height] = [360, 330];
    const place = {
      x: frame.x + frame.width - width - 14,
      y: frame.y + frame.height - height - 14,
      width,
      height,
    };
    putPage(context, announcement, place, 40, "#444444");
  }
}

/** What is new and what is to be filled in, as far as it fits. */
function beginningOf(said) {
  const lines = said.split("\n");
  const from = lines.findIndex((line) => line.startsWith("已新建"));
  const gaps = lines.findIndex((line) => line.startsWith("待填的"));
  return ["$ npm run new-year", ...lines.slice(from, from + 11), "…", ...lines.slice(gaps, gaps + 7)];
}

/** The revenue and the first expenditure in the data. */
function excerptOf(text) {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => line.includes("主要职责"));
  return lines.slice(from, from + 20);
}

/** The first error whole, and of the next, if there is one, what it is. */
function errorsOf(problems) {
  const [first, second] = problems.split("\n\n").filter((each) => each.startsWith("错误"));
  const more = second ? ["", second.split("\n")[0], "…"] : [""];
  return ["$ npm run check", "", ...first.split("\n"), ...more, problems.split("\n").at(-1)];
}
