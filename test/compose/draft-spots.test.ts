import { expect, test } from "@jest/globals";
import { added, spotsOf, type Text } from "../../src/compose/draft-spots.js";
import { problem } from "../../src/diagnostic.js";

const EXCERPT = "  主要职责: 承担XX、廉租住房的建设等等";

/** What is set off of texts for something wrong with these words of the line. */
function marked(words: string, ...texts: readonly string[]) {
  const column = [...EXCERPT.slice(0, EXCERPT.indexOf(words))].length + 1;
  const place = { file: "a.yaml", line: 1, column, length: [...words].length, excerpt: EXCERPT };
  const elements = texts.map((text): Text => ({ element: { kind: "text", text }, text }));
  return spotsOf(problem("校对/残留", "错了", place), elements).map(([element, stretches]) => {
    const text = "text" in element ? element.text : "";
    return stretches === "whole" ? text : stretches.map(({ from, to }) => [from, text.slice(from, to)]);
  });
}

test("just the words that are wrong", () => {
  expect(marked("廉租住房", "职责是：承担XX、廉租住房的建设等等。", "别的话")).toEqual([[[9, "廉租住房"]]]);
});

test("short words only where those about them are the same", () => {
  expect(marked("XX", "职责是：承担XX、廉租住房的建设等等。", "负责XX工作")).toEqual([[[6, "XX"]]]);
  expect(marked("等等", "建设等等。", "花草等等树木")).toEqual([[[2, "等等"]]]);
});

test("each place once, however often it is faulty", () => {
  const [one, other] = [
    { from: 2, to: 4 },
    { from: 6, to: 8 },
  ];
  expect(added(undefined, [one])).toEqual([one]);
  expect(added([one], [{ from: 2, to: 4 }, other])).toEqual([one, other]);
  expect(added([one], "whole")).toBe("whole");
  expect(added("whole", [one])).toBe("whole");
});
