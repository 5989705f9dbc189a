import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { dataFile } from "../../src/project/data-files.js";
import { points } from "../../src/render/layout/lengths.js";
import { renderPdf } from "../../src/render/pdf/pdf.js";
import { buildIn, makeProject, program } from "../project.js";
import { composer } from "../properties/composed.js";
import { sampleOf } from "../sample.js";
import { type DrawnGlyph, type DrawnLine, drawnLines } from "./drawn-lines.js";

// How tables look, asserted from finished documents as pdf.js draws them.

const data = dataFile("403008", 2023);
const order = { data, output: "out" };
const project = makeProject();
const sample = await drawn(project);

async function drawn(folder: string): Promise<readonly DrawnLine[]> {
  const { file } = await buildIn(folder, order);
  return drawnLines(readFileSync(join(folder, file)));
}

/** What stands on the pages of a table, each stretch without a gap by itself. */
function piecesOf(lines: readonly DrawnLine[], number: string): readonly Piece[] {
  const pages = new Set(lines.filter(isHeadline(number)).map(({ page }) => page));
  return lines.filter(({ page }) => pages.has(page)).flatMap(pieces);
}

function isHeadline(number: string) {
  return ({ text }: DrawnLine): boolean => text.trim() === number || text.startsWith(`续表　${number}`);
}

interface Piece {
  readonly text: string;
  readonly page: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly font: string;
}

function pieces({ glyphs, page, y }: DrawnLine): Piece[] {
  const found: DrawnGlyph[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.x - b.x)) {
    const [last] = found.at(-1)?.slice(-1) ?? [];
    if (last && glyph.x - last.x - last.width < 1) found.at(-1)?.push(glyph);
    else found.push([glyph]);
  }
  return found.flatMap((stretch) => {
    const [first] = stretch;
    const last = stretch.at(-1);
    if (!first || !last) return [];
    const text = stretch
      .map((each) => each.text)
      .join("")
      .trim();
    return [{ text, page, y, left: first.x, right: last.x + last.width, size: first.size, font: first.font }];
  });
}

function piece(number: string, text: string, lines = sample): Piece {
  const all = piecesOf(lines, number).filter((each) => each.text === text);
  const [found] = all.toSorted((a, b) => a.left - b.left);
  if (!found) throw new Error(`${number} has no ${text}`);
  return found;
}

const middle = ({ left, right }: Piece): number => (left + right) / 2;

describe("rows look as their roles ask", () => {
  test("其中 and （一） are indented", () => {
    const first = piece("预算01表", "一、一般公共预算");
    expect((piece("预算01表", "其中：财政拨款").left - first.left) / first.size).toBeCloseTo(2);
    const outer = piece("预算04表", "一、本年收入");
    const indent = (text: string): number => (piece("预算04表", text).left - outer.left) / outer.size;
    expect(indent("（一）一般公共预算拨款")).toBeCloseTo(1);
    expect(indent("其中：财政拨款")).toBeCloseTo(3);
  });

  test("totals are bold and in the middle, their amounts bold and at the right", () => {
    const head = piecesOf(sample, "预算01表").filter(({ text }) => text === "项目");
    for (const [index, label] of ["收入总计", "支出总计"].entries()) {
      const total = piece("预算01表", label);
      expect(total.font).toMatch(/bold|heavy|black/i);
      expect(middle(total)).toBeCloseTo(middle(head[index] as Piece), 1);
    }
    const amounts = piecesOf(sample, "预算01表").filter(({ text }) => text === "1,001.90");
    const { y } = piece("预算01表", "收入总计");
    const last = amounts.filter((each) => Math.abs(each.y - y) < 1);
    expect(last).toHaveLength(2);
    for (const each of last) expect(each.font).toMatch(/bold/i);
    expect(last[0]?.right).toBeCloseTo(amounts[0]?.right ?? 0, 1);
    expect(amounts[0]?.font).not.toMatch(/bold/i);
  });

  test("or as the format says", async () => {
    const other = makeProject();
    const file = join(other, "templates/henan/pack.yaml");
    const text = readFileSync(file, "utf8");
    const looks =
      "looks:\n  rows: { grand: { font: 黑体, align: left }, within: { indent: 4.5 } }\n  columns: { part: { font: 黑体, align: center } }\n";
    writeFileSync(file, text.replace(/^looks:\n(?: .*\n)+/m, looks));
    const lines = await drawn(other);
    const first = piece("预算01表", "一、一般公共预算", lines);
    expect((piece("预算01表", "其中：财政拨款", lines).left - first.left) / first.size).toBeCloseTo(4.5);
    const total = piece("预算01表", "收入总计", lines);
    expect(total.left).toBeCloseTo(first.left, 1);
    expect(total.font).not.toBe(piece("预算01表", "收入总计").font);
    const amount = piece("预算01表", "811.63", lines);
    const heads = piecesOf(lines, "预算01表").filter(({ text }) => text === "金额");
    expect(middle(amount)).toBeCloseTo(middle(heads[1] as Piece), 1);
  });
});

describe("columns", () => {
  test("of money are equally wide: the middles of their heads are equally far apart", () => {
    const heads = ["小计", "工资福利", "对个人和", "商品和", "资本性"].map((text) =>
      middle(piece("预算03表", text)),
    );
    const steps = heads.slice(1).map((each, index) => each - (heads[index] ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 1);
  });

  test("have heads that break at sense", () => {
    const texts = piecesOf(sample, "预算02表").map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["部门（单位）", "代码"]));
    const parts = texts.filter((text) => /^(部门|（单位|（单|位）|码|.*（)$/.test(text));
    expect(parts).toEqual([]);
  });

  test("of text have room by what they hold: no label of a project breaks after four characters", () => {
    const texts = piecesOf(sample, "预算11表").map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["411200230", "000000004110", "服务的家庭户数"]));
    expect(texts.filter((text) => /^(服务的家|公共设施|物业管理)$/.test(text))).toEqual([]);
  });
});

describe("type", () => {
  test("is large where a table fits its page, and never smaller than 7.5", () => {
    expect(piece("预算08表", "公务接待费").size).toBe(10.5);
    expect(piece("预算03表", "公共租赁住房").size).toBeGreaterThanOrEqual(10);
    expect(
      Math.min(...sample.flatMap(({ glyphs }) => glyphs.map(({ size }) => size))),
    ).toBeGreaterThanOrEqual(7.5);
  });

  test("is as small as it takes to have a table of all classes on one page", () => {
    expect(sample.filter(isHeadline("预算04表"))).toHaveLength(1);
    const last = piece("预算04表", "支出合计");
    expect(last.y).toBeLessThan(points(210 - 25));
  });

  test("leaves air between rows where there is room", () => {
    const [first, second] = ["合计", "403008"].map((text) => piece("预算02表", text).y);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(2 * piece("预算02表", "403008").size);
  });
});

const KINDS: Readonly<Record<string, number>> = { 成本指标: 10, 产出指标: 30, 效益指标: 12, 满意度指标: 8 };

/** The pages of one table. */
async function drawnOf(number: string, yaml: string): Promise<readonly DrawnLine[]> {
  const { report } = composer(project, data)(yaml);
  const parts = report.parts.flatMap((part) => {
    const blocks = part.blocks.filter((block) => block.kind === "table" && block.number.text === number);
    return blocks.length > 0 ? [{ ...part, blocks }] : [];
  });
  return drawnLines((await renderPdf({ ...report, parts }, program.fonts)).bytes);
}

/** The sample with so many projects, all of 60 indicators. */
function withProjects(count: number, indicator = "项工作完成情况", kinds = KINDS): string {
  const yaml = readFileSync(join(project, data.file), "utf8");
  const [before = "", rest = ""] = yaml.split(/^项目:\n/m);
  const after = rest.slice(rest.search(/^\S/m));
  const projects = Array.from({ length: count }, (_, index) =>
    [
      `  - 编码: "4112002300000${String(index).padStart(8, "0")}"`,
      `    名称: 保障房小区维护及维修费用${index}`,
      "    类别: 其他运转类",
      `    支出: [{ 功能科目: 2210106, 经济科目: 30209, 资金来源: 一般公共预算, 财政拨款: 否, 金额: ${index + 1}2345.67 }]`,
      "    绩效目标:",
      ...Object.entries(kinds).flatMap(([kind, indicators]) => [
        `      ${kind}:`,
        ...Array.from(
          { length: indicators },
          (_, each) => `        - { 三级指标: 第${each}${indicator}, 指标值: ≥95% }`,
        ),
      ]),
    ].join("\n"),
  );
  return `${before}项目:\n${projects.join("\n")}\n\n${after}`;
}

test("twenty projects of sixty indicators each take 35 pages at most, and as many pages more as there are projects more", async () => {
  const pages: number[] = [];
  for (const count of [10, 20]) {
    pages.push((await drawnOf("预算11表", withProjects(count))).filter(isHeadline("预算11表")).length);
  }
  const [ten = 0, twenty = 0] = pages;
  expect(twenty).toBeLessThanOrEqual(35);
  expect(twenty).toBeLessThanOrEqual(2 * ten + 1);
});

/** As officers write them. */
const INDICATORS: Readonly<Record<string, readonly (readonly [name: string, value: string])[]>> = {
  成本指标: [
    ["项目总成本控制", "≤50万元"],
    ["单位面积维修成本", "≤120元/平方米"],
    ["对自然生态环境造成的负面影响程度", "无"],
  ],
  产出指标: [
    ["各县（市、区）维修改造保障性住房套数", "≥500套"],
    ["年度计划任务按期完成率", "≥95%/发票送达10日内"],
    ["市本级保障家庭资格审核完成户数", "≥3000户"],
    ["系统故障修复响应时间", "≤24小时"],
    ["消防设施检测覆盖面积", "≥20000平方米"],
  ],
  效益指标: [
    ["对改善住房困难家庭居住条件的促进作用", "作用明显"],
    ["对提升公共服务能力和管理水平的影响程度", "提升程度（明显、一般、不明显）"],
    ["社会公众对住房保障政策的知晓率", "≥90%"],
  ],
  满意度指标: [
    ["受益住房保障家庭满意度", "≥95%"],
    ["主管部门对项目实施的满意度", "≥90%"],
  ],
};

test("so do projects whose texts are as long as officers write them", async () => {
  let kind = "";
  const yaml = withProjects(20).replaceAll(
    /(?<=^ {6})\S+指标(?=:)|第(\d+)项工作完成情况, 指标值: ≥95%/gm,
    (found, each: string | undefined) => {
      if (each === undefined) kind = found;
      const texts = INDICATORS[kind] ?? [];
      const [name = "", value = ""] = texts[Number(each ?? 0) % texts.length] ?? [];
      return each === undefined ? found : `${name}, 指标值: ${value}`;
    },
  );
  expect((await drawnOf("预算11表", yaml)).filter(isHeadline("预算11表")).length).toBeLessThanOrEqual(32);
});

/** How many indicators stand on each page of table 11, where each of three projects has `outputs` of output and three more. */
async function indicatorsByPage(outputs: number): Promise<readonly number[]> {
  const kinds = { 成本指标: 1, 产出指标: outputs, 效益指标: 1, 满意度指标: 1 };
  const yaml = withProjects(3, "项工作完成情况", kinds);
  const all = piecesOf(await drawnOf("预算11表", yaml), "预算11表");
  const pages = [...new Set(all.map(({ page }) => page))];
  const indicators = all.filter(({ text }) => text.includes("项工作"));
  return pages.map((page) => indicators.filter((each) => each.page === page).length);
}

test.each(sampleOf([17, 21, 24, 27, 32], 3))(
  "a project of %i indicators of a kind, which fits a page in some type, is whole",
  async (outputs) => {
    expect(await indicatorsByPage(outputs)).toEqual([outputs + 3, outputs + 3, outputs + 3]);
  },
);

test("unless the page before it would be nearly empty: then neither is", async () => {
  const pages = await indicatorsByPage(35);
  expect(pages).toHaveLength(4);
  expect(Math.min(...pages)).toBeGreaterThanOrEqual(38 / 4);
});

test("what marks an amount as repeated stays within its column, however small the amounts are", async () => {
  const yaml = withProjects(2, "项工作完成情况", { ...KINDS, 产出指标: 60 });
  const marks = piecesOf(await drawnOf("预算11表", yaml), "预算11表").filter(({ text }) =>
    text.includes("续）"),
  );
  expect(marks.length).toBeGreaterThan(3);
  expect(new Set(marks.map(({ text }) => text))).toEqual(new Set(["（续）"]));
});

test("columns of money are equally wide beside very long texts, too", async () => {
  const long = "项工作按照年度计划完成并且通过主管部门组织的考核验收".repeat(7);
  const yaml = withProjects(2, long)
    .replaceAll("≥95%", "≥90%/发现故障后10天内修复")
    .replaceAll(/(?<=名称: )保障房小区维护及维修费用(?=\d)/g, (name) => name.repeat(6));
  const lines = await drawnOf("预算11表", yaml);
  const [first = 0, second = 0, third = 0] = ["政府", "财政", "单位"].map((text) =>
    middle(piece("预算11表", text, lines)),
  );
  expect(second - first).toBeCloseTo(third - second, 1);
});

/** Functions that tables list whether or not there is money for them. */
const FUNCTIONS =
  "2080506 2101101 2011105 2012604 2120103 2011301 2011302 2011350 2080704 2080705 2120601 2120803 2130306 2070101 2070104 2070105 2070108 2070110 2070111 2070112 2070113 2070114 2079903 2010507 2080206 2081005 2120101 2120201 2081001 2081901 2081902 2082001 2082002 2082101 2082102 2010601 2010602 2010607".split(
    " ",
  );

test("no page holds a few rows only because the notes had no room behind them", async () => {
  const yaml = readFileSync(join(project, data.file), "utf8");
  for (const count of [32, 38]) {
    const more = yaml.replace(/^列示科目: .*$/m, `列示科目: [${FUNCTIONS.slice(0, count).join(", ")}]`);
    expect((await drawnOf("预算05表", more)).filter(isHeadline("预算05表"))).toHaveLength(2);
  }
});
