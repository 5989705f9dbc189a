import { expect, test } from "@jest/globals";
import { type Edit, printed } from "./edited-format.js";

const FILE = "tables/05-general-public-budget.yaml";
const UNITS =
  '  - by: [单位]\n    text: { 单位.代码: "{{单位代码}}", 功能科目.名称: "{{单位名称}}" }\n    rows:\n';
const ITEMS = "      - { by: [功能科目], listed: true }";

/** The rows of 预算05表: their codes, names and totals. */
async function rows(...edits: readonly Edit[]): Promise<readonly string[]> {
  const text = await printed(...edits);
  const table = text.slice(text.indexOf("预算05表"), text.indexOf("预算06表"));
  return table.split("\n").flatMap((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    return cells.length > 10 && /^(?:\d{3}|·)$/.test(cells[0] ?? "") && cells[5] !== "合计"
      ? [cells.slice(0, 6).join(" ")]
      : [];
  });
}

test("classes and sections have rows of their own, each with its sum, below the total", async () => {
  const items = "      - { by: [功能科目], levels: [功能类, 功能款], listed: true }";
  const printed = await rows([FILE, ITEMS, items]);
  expect(printed.slice(0, 2)).toEqual(["· · · · 合计 201.90", "· · · 403008 三门峡市住房保障中心 201.90"]);
  expect(printed.slice(-13, -4)).toEqual([
    "212 · · · 城乡社区支出 159.48",
    "212 01 · · 城乡社区管理事务 159.48",
    "212 01 01 · 行政运行 ·",
    "212 01 02 · 一般行政管理事务 ·",
    "212 01 03 · 机关服务 ·",
    "212 01 99 · 其他城乡社区管理事务支出 159.48",
    "212 03 · · 城乡社区公共设施 ·",
    "212 03 99 · 其他城乡社区公共设施支出 ·",
    "221 · · · 住房保障支出 11.63",
  ]);
});

test("below the units, or without them; sums and the total stand last where the format wants it", async () => {
  const total = "  - text: { 功能科目.名称: 合计 }\n";
  const items = "  - { by: [功能科目], levels: [功能类], levelsLast: true, listed: true }\n";
  const printed = await rows([FILE, `${total}${UNITS}${ITEMS}`, `${items}${total}`]);
  expect(printed.slice(-4)).toEqual([
    "221 01 06 · 公共租赁住房 ·",
    "221 02 01 · 住房公积金 11.63",
    "221 · · · 住房保障支出 11.63",
    "· · · · 合计 201.90",
  ]);
});
