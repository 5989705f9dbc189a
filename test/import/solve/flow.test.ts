import { expect, test } from "@jest/globals";
import { rangesOf } from "../../../src/import/solve/flow.js";

const exactly = (amount: number) => ({ low: amount, high: amount });
const every = (left: number, right: number) =>
  Array.from({ length: left * right }, (_, index) => ({
    from: Math.floor(index / right),
    to: index % right,
  }));

test("what two tables say together of each amount that stands in both", () => {
  const problem = { left: [exactly(7), exactly(5)], right: [exactly(4), exactly(8)], arcs: every(2, 2) };
  expect(rangesOf(problem, [0, 1, 2, 3])).toEqual([
    { low: 0, high: 4 },
    { low: 3, high: 7 },
    { low: 0, high: 4 },
    { low: 1, high: 5 },
  ]);
});

test("an amount that can come from one place only is known, but for what was rounded", () => {
  const arcs = [
    { from: 0, to: 0 },
    { from: 0, to: 1 },
    { from: 1, to: 1 },
  ];
  const problem = { left: [exactly(10), exactly(5)], right: [{ low: 3, high: 4 }, exactly(11)], arcs };
  expect(rangesOf(problem, [0, 1, 2])).toEqual([exactly(4), exactly(6), exactly(5)]);
});

test("tables that contradict each other have no amounts", () => {
  expect(rangesOf({ left: [exactly(3)], right: [exactly(4)], arcs: every(1, 1) }, [0])).toBeUndefined();
});

test("a range is what whole numbers can reach, and no further", () => {
  const [left, right] = [
    [3, 4],
    [2, 5],
  ];
  const problem = { left: left.map(exactly), right: right.map(exactly), arcs: every(2, 2) };
  const possible = Array.from({ length: 8 }, (_, first) => first).filter((first) => {
    const [second, third] = [3 - first, 2 - first];
    return second >= 0 && third >= 0 && 4 - third >= 0 && second + 4 - third === 5;
  });
  expect(rangesOf(problem, [0])).toEqual([{ low: Math.min(...possible), high: Math.max(...possible) }]);
});
