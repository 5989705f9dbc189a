import { describe, expect, test } from "@jest/globals";
import { contradicted, contradictionsIn, emptyCells } from "../../../src/import/printed/equations.js";
import { printedCells, readTables } from "../../../src/import/printed/read-tables.js";
import { sampleOf } from "../../sample.js";
import { CASES, documentOf, type PrintedTable, recoveredTables } from "./documents.js";

test.each(sampleOf(CASES, 4))("nothing in the tables of %s contradicts itself", (folder) => {
  const { report, facts, unit } = documentOf(folder);
  const { tables } = readTables(recoveredTables(report), facts);
  expect(contradictionsIn(tables, unit).map(({ says }) => says)).toEqual([]);
});

/** The sample's tables with other figures in some of their cells. */
function altered(figures: Readonly<Record<string, string>>): readonly PrintedTable[] {
  return recoveredTables(documentOf("").report).map((table) => ({
    ...table,
    rows: table.rows.map((row) => row.map((cell) => ({ ...cell, text: figures[cell.where] ?? cell.text }))),
  }));
}

function found(figures: Readonly<Record<string, string>>) {
  const { facts, unit } = documentOf("");
  const { tables } = readTables(altered(figures), facts);
  const all = contradictionsIn(tables, unit);
  return { all, tables, told: all.filter(({ follows }) => !follows).map(({ says }) => says) };
}

const [EXPENDITURE, GENERAL, BASIC, ECONOMIC] = [
  "2023年单位支出总体情况表",
  "2023年一般公共预算支出情况表",
  "2023年一般公共预算基本支出表",
  "2023年支出经济分类汇总表",
];

/** What the document of 2023 printed: totals that are doubled or missing, and 退休费 once as 2.62 and once as 2.63. */
const PUBLISHED = {
  [`${EXPENDITURE} 0:7`]: "383.26",
  [`${EXPENDITURE} 0:8`]: "0.00",
  [`${GENERAL} 0:7`]: "383.26",
  [`${BASIC} 15:4`]: "2.63",
  [`${BASIC} 15:5`]: "2.63",
  [`${ECONOMIC} 18:6`]: "2.63",
  [`${ECONOMIC} 18:7`]: "2.63",
  [`${ECONOMIC} 18:8`]: "2.63",
};

describe("the document of 2023", () => {
  const { all, tables, told } = found(PUBLISHED);

  test("is told where it contradicts itself, each cause once, with both figures and places", () => {
    expect(told).toEqual([
      `同一个数两处不同：${EXPENDITURE} 0:7是 383.26，${EXPENDITURE} 1:7是 191.63`,
      `同一个数两处不同：${EXPENDITURE} 0:8是 0.00，${EXPENDITURE} 1:8是 2.62`,
      `同一个数两处不同：${GENERAL} 0:7是 383.26，${GENERAL} 1:7是 191.63`,
      `“对个人和家庭的补助”与它的各项不符：${GENERAL} 0:8是 2.62，各项（${BASIC} 15:4）加起来是 2.63`,
    ]);
  });

  test("keeps all else", () => {
    const blocked = contradicted(all);
    expect(blocked.size).toBeGreaterThan(0);
    expect(printedCells({ tables }).length - blocked.size).toBeGreaterThan(200);
  });
});

describe("a figure that is not what it should be", () => {
  test("is not what its parts come to", () => {
    expect(found({ "2023年单位收支总体情况表 7:3": "18.78" }).told).toEqual([
      "“本年支出合计·金额”与它的各项不符：2023年单位收支总体情况表 30:3是 1,001.90，各项（2023年单位收支总体情况表 7:3 至 2023年单位收支总体情况表 19:3）加起来是 1,002.00",
    ]);
  });

  test("is not what another table says", () => {
    const revenue = "2023年单位收入总体情况表";
    const [first] = found({ [`${revenue} 0:2`]: "1,002.90", [`${revenue} 1:2`]: "1,002.90" }).told;
    expect(first).toBe(
      `同一个数两处不同：2023年单位收支总体情况表 32:1是 1,001.90，${revenue} 0:2是 1,002.90`,
    );
  });

  test("in 尾差 is none", () => {
    // 基本支出 is printed as a hundredth more than its parts come to
    expect(found({ [`${BASIC} 0:4`]: "201.91" }).told).toHaveLength(1);
    expect(
      found({
        [`${BASIC} 1:4`]: "59.09",
        [`${BASIC} 1:5`]: "59.09",
        [`${ECONOMIC} 2:6`]: "59.09",
        [`${ECONOMIC} 2:7`]: "59.09",
        [`${ECONOMIC} 2:8`]: "59.09",
      }).told,
    ).toEqual([]);
  });

  test("is not told of a total that nobody has calculated", () => {
    expect(found({ [`${GENERAL} 0:5`]: "", [`${GENERAL} 1:5`]: "" }).told).toEqual([]);
  });
});

test("an empty cell is nothing only where no other place prints a figure for the same", () => {
  const { facts, unit } = documentOf("");
  const plain = emptyCells(readTables(altered({}), facts).tables, unit);
  const more = emptyCells(readTables(altered({ [`${GENERAL} 0:5`]: "" }), facts).tables, unit);
  expect(more).toHaveLength(plain.length);
});
