import { expect, test } from "@jest/globals";
import { layHead } from "../../src/render/tables/table-head.js";
import { column } from "./sample.js";

/** 科目编码{类, 款, 项} beside a group that is two deeper. */
const EXPENDITURE = [
  column("科目编码", column("类"), column("款"), column("项")),
  column("合计"),
  column(
    "基本支出",
    column("小计"),
    column("人员经费", column("工资福利支出"), column("对个人和家庭的补助")),
  ),
];

function placeOf(text: string) {
  const cell = layHead(EXPENDITURE).cells.find((each) => each.text === text);
  return cell && [cell.row, cell.column, cell.rows, cell.columns];
}

test("leaves are the grid's columns", () => {
  expect(layHead(EXPENDITURE).columns).toBe(7);
  expect(layHead(EXPENDITURE).rows).toBe(3);
});

test("a leaf reaches down to the last row", () => {
  expect(placeOf("合计")).toEqual([0, 3, 3, 1]);
  expect(placeOf("小计")).toEqual([1, 4, 2, 1]);
});

test("a shallow group takes the rows that are left, so that its columns stand in the last", () => {
  expect(placeOf("科目编码")).toEqual([0, 0, 2, 3]);
  expect(placeOf("款")).toEqual([2, 1, 1, 1]);
});

test("a deep group spans its columns", () => {
  expect(placeOf("基本支出")).toEqual([0, 4, 1, 3]);
  expect(placeOf("人员经费")).toEqual([1, 5, 1, 2]);
});

test("the cells cover the grid, each place once", () => {
  const { rows, cells, columns } = layHead(EXPENDITURE);
  const places = cells.flatMap((cell) =>
    Array.from({ length: cell.rows * cell.columns }, (_, index) => {
      const row = cell.row + Math.floor(index / cell.columns);
      return `${row}/${cell.column + (index % cell.columns)}`;
    }),
  );
  expect(new Set(places).size).toBe(rows * columns);
  expect(places).toHaveLength(rows * columns);
});
