import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Report, Row } from "../../src/model/report.js";
import { ownWording } from "../../src/model/wording.js";
import { loadFonts } from "../../src/render/fonts/fonts.js";
import { renderPdf } from "../../src/render/pdf/pdf.js";
import { cell, column, heading, landscape, paragraph, part, report, row, rowOf, table } from "./sample.js";

const fonts = loadFonts("fonts");

interface Placed {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

async function open(given: Report, used = fonts) {
  const { bytes, pages } = await renderPdf(given, used);
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
  expect(pdf.numPages).toBe(pages);
  return pdf;
}

async function placedOn(pdf: Awaited<ReturnType<typeof open>>, page: number): Promise<Placed[]> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return items.flatMap((item) => {
    if (!("str" in item) || item.str === "") return [];
    const [, , , , left = 0, baseline = 0] = item.transform as number[];
    return [{ text: item.str, left, right: left + item.width, baseline }];
  });
}

/** A page's lines from top to bottom, as text. */
async function linesOn(pdf: Awaited<ReturnType<typeof open>>, page: number): Promise<string[]> {
  const lines = new Map<number, string>();
  for (const { text, baseline } of await placedOn(pdf, page)) {
    const key = Math.round(baseline * 10);
    lines.set(key, (lines.get(key) ?? "") + text);
  }
  return [...lines.values()];
}

async function textOf(pdf: Awaited<ReturnType<typeof open>>): Promise<string> {
  const pages = Array.from({ length: pdf.numPages }, (_, index) => linesOn(pdf, index + 1));
  return (await Promise.all(pages)).flat().join("");
}

const SENTENCE = "三门峡市住房保障中心2023年收入总计{1001.9万元}，支出总计{1001.9万元}，减少{11.45%}。";
const TEXT = paragraph(SENTENCE.repeat(30));
const COVER = {
  orientation: "portrait",
  numbered: false,
  blocks: [{ kind: "cover", lines: [ownWording("预算公开")] }],
} as const;
const CONTENTS = {
  orientation: "portrait",
  numbered: false,
  blocks: [{ kind: "contents", title: ownWording("目录") }],
} as const;

test("the same report gives the same bytes, wherever the clock stands", async () => {
  const given = report(COVER, part(heading("part", "第一部分"), TEXT));
  const zone = process.env.TZ;
  const first = await renderPdf(given, fonts);
  process.env.TZ = "Pacific/Kiritimati";
  const second = await renderPdf(given, loadFonts("fonts"));
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(Buffer.compare(Buffer.from(first.bytes), Buffer.from(second.bytes))).toBe(0);
});

test("a page has 22 lines of 28 characters between the margins of GB/T 9704", async () => {
  const pdf = await open(report(part(paragraph("预".repeat(28 * 40)))));
  expect((await linesOn(pdf, 1)).map((line) => line.length)).toEqual([26, ...new Array(21).fill(28), 4 + 1]);
  const placed = await placedOn(pdf, 1);
  const millimetres = (points: number) => (points * 25.4) / 72;
  expect(millimetres(placed[1]?.left ?? 0)).toBeCloseTo(28, 1);
  expect(millimetres(placed[1]?.right ?? 0)).toBeCloseTo(210 - 26, 0);
});

test("running text can be copied without stray spaces", async () => {
  const pdf = await open(report(part(TEXT)));
  const text = (await textOf(pdf)).replace(/— \d+ —/g, "");
  expect(text).toBe(
    SENTENCE.replace(/\{1001.9/g, "1001.90")
      .replace(/[{}]/g, "")
      .repeat(30),
  );
});

test("pages count from the first numbered part, odd ones at the right and even ones at the left", async () => {
  const pdf = await open(report(COVER, part(TEXT), landscape(TEXT)));
  const numbers = await Promise.all(
    [1, 2, 3].map(async (page) => (await placedOn(pdf, page)).filter(({ baseline }) => baseline < 99)),
  );
  expect(numbers.map((each) => each.map(({ text }) => text).join(""))).toEqual(["", "— 1 —", "— 2 —"]);
  expect(numbers[1]?.at(-1)?.right).toBeCloseTo(595.28 - (26 * 72) / 25.4 - 14, 0);
  expect(numbers[2]?.[0]?.left).toBeCloseTo((28 * 72) / 25.4 + 14, 0);
});

test("the contents give every part, section and table with its page, and lead there", async () => {
  const pdf = await open(
    report(
      COVER,
      CONTENTS,
      part(heading("part", "第一部分", "概况"), heading("section", "一、职责"), TEXT, TEXT),
      part(heading("part", "第二部分", "说明"), heading("subsection", "（一）收入"), TEXT),
      landscape(heading("annex", "附件"), table("收支表", [column("项目")], [row("收入")])),
    ),
  );
  const lines = await linesOn(pdf, 2);
  expect(lines.map((line) => line.replace(/ *…+/, "…"))).toEqual([
    "目录",
    "第一部分 概况… 1",
    "一、职责… 1",
    "第二部分 说明… 6",
    "附件… 9",
    "预算01表 收支表… 9",
  ]);
  const links = (await (await pdf.getPage(2)).getAnnotations()) as { dest: string }[];
  const pages = await Promise.all(
    links.map(async ({ dest }) => {
      const destination = await pdf.getDestination(dest);
      return pdf.getPageIndex(destination?.[0]);
    }),
  );
  expect(pages).toEqual([2, 2, 7, 10, 10]);
});

test("the outline shows parts, below them sections and tables, below those subsections", async () => {
  const pdf = await open(
    report(
      part(
        heading("part", "第一部分", "概况"),
        heading("section", "一、职责"),
        heading("subsection", "（一）"),
        TEXT,
      ),
      landscape(heading("annex", "附件"), table("收支表", [column("项目")], [row("收入")])),
    ),
  );
  const outline = await pdf.getOutline();
  expect(outline.map(({ title }) => title)).toEqual(["第一部分 概况", "附件"]);
  expect(outline[0]?.items.map(({ title }) => title)).toEqual(["一、职责"]);
  expect(outline[0]?.items[0]?.items[0]).toMatchObject({ title: "（一）" });
  expect(outline[1]?.items.map(({ title }) => title)).toEqual(["预算01表 收支表"]);
  expect(outline[0]?.dest).toEqual(expect.arrayContaining([{ name: "XYZ" }, 0]));
});

/** Projects of nine targets each, told by their numbers. */
function targets(projects: number): Row[] {
  return Array.from({ length: projects }, (_, project) =>
    Array.from({ length: 9 }, (_, target) => {
      const own = cell(`T${project}.${target}T`);
      return target === 0
        ? rowOf(cell(`P${project}P`, 9), own, cell(`${project}.25`, 9))
        : rowOf(cell("|"), own, cell("|"));
    }),
  ).flat();
}

test("a table over several pages says so above its head, cuts no project that fits a page, and loses nothing", async () => {
  const columns = [column("项目"), column("绩效", column("指标")), column("金额")];
  const pdf = await open(report(landscape(table("绩效目标表", columns, targets(8), ["注：完"]))));
  expect(pdf.numPages).toBe(3);
  const text = await textOf(pdf);
  for (let project = 0; project < 8; project++) {
    expect(text).toContain(`P${project}P`);
    expect(text).toContain(`${project}.25`);
    for (let target = 0; target < 9; target++) expect(text).toContain(`T${project}.${target}T`);
  }
  for (let page = 2; page <= pdf.numPages; page++) {
    const lines = await linesOn(pdf, page);
    expect(lines[0]?.replace(/\s/g, "")).toBe("续表预算01表绩效目标表单位：万元");
    expect(lines.slice(1, 3).join("")).toContain("绩效");
    const words = lines.join("");
    for (const [, project] of words.matchAll(/P(\d)P/g)) {
      expect(words.match(new RegExp(`T${project}\\.\\dT`, "g"))).toHaveLength(9);
    }
  }
  expect(text).toContain("注：完");
});

test("text that is too long for its place still prints to its last character", async () => {
  const long = Array.from({ length: 300 }, (_, index) => String.fromCodePoint(0x4e00 + index))
    .filter((each) => fonts.missing(each).length === 0)
    .join("");
  const columns = [column(long), column("名称"), column("金额")];
  const rows = [
    row("甲", long.repeat(20), "1.00"),
    rowOf(cell(long.repeat(20), 2), cell("乙"), cell("2.00")),
  ];
  const pdf = await open(
    report(
      { ...COVER, blocks: [{ kind: "cover", lines: [ownWording(long)] }] },
      CONTENTS,
      part(heading("part", "第一部分", long), heading("section", long), paragraph(long)),
      landscape(table(long, columns, [...rows, rowOf(cell("|"), cell("丙"), cell("3.00"))], [long])),
    ),
  );
  const characters = new Map<string, number>();
  for (const character of await textOf(pdf)) characters.set(character, (characters.get(character) ?? 0) + 1);
  for (const character of long) expect(characters.get(character)).toBeGreaterThanOrEqual(49);
});

test("metadata keeps signs out that XMP would not bear", async () => {
  const pdf = await open({ ...report(COVER), title: ownWording("甲&乙<丙>") });
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({ Title: "甲＆乙＜丙＞", Language: "zh-CN", PDFFormatVersion: "1.7" });
});

/** The fonts with one whose ascent is a tenth of an em higher, as an office's own may be. */
function fontsWithOwnMetrics(folder: string) {
  cpSync("fonts", folder, { recursive: true });
  const file = join(folder, "fangsong.ttf");
  const data = readFileSync(file);
  const hhea = data.readUInt32BE(data.indexOf("hhea", 0, "latin1") + 8);
  data.writeInt16BE(980, hhea + 4);
  writeFileSync(file, data);
  return loadFonts(folder);
}

test("lines stand where they stood when an office puts in a font of other height", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fonts-"));
  try {
    const other = fontsWithOwnMetrics(folder);
    expect(other.glyph("仿宋", "元").face.ascent).toBeCloseTo(0.98);
    const baselines = async (used: typeof fonts) =>
      (await placedOn(await open(report(part(TEXT, paragraph("仿宋")), part(TEXT)), used), 1)).map((each) =>
        Math.round(each.baseline * 100),
      );
    expect(await baselines(other)).toEqual(await baselines(fonts));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("characters that share a glyph are still told apart", async () => {
  const signs = "甲～乙〜丙·丁•戊";
  const pdf = await open(report(part(heading("section", signs), paragraph(signs))));
  expect((await linesOn(pdf, 1)).map((line) => line.replace(/\s/g, ""))).toEqual([signs, signs, "—1—"]);
});

test("a character that no font has is drawn as a sign for it, and is itself when it is taken out", async () => {
  const words = "甲\u{1F600}乙\u{2A6D6}丙〓丁\u0301";
  const pdf = await open(report(part(paragraph(words), table("明细表", [column("项目")], [row(words)]))));
  const text = (await textOf(pdf)).replace(/\s/g, "");
  expect(text.split(words)).toHaveLength(3);
});

test("an office may put one font in two roles", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fonts-"));
  try {
    cpSync("fonts", folder, { recursive: true });
    cpSync(join(folder, "fangsong.ttf"), join(folder, "kaiti.ttf"));
    const same = loadFonts(folder);
    const pdf = await open(report(part(heading("subsection", "楷体的标题"), paragraph("仿宋的正文"))), same);
    const lines = (await linesOn(pdf, 1)).map((line) => line.replace(/\s/g, ""));
    expect(lines).toEqual(["楷体的标题", "仿宋的正文", "—1—"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
