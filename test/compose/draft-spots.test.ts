import { describe, expect, test } from "@jest/globals";
import { added, spotsOf, type Text } from "../../src/compose/draft-spots.js";
import { problem } from "../../src/diagnostic/diagnostic.js";
import { textSource } from "../../src/files/place.js";
import { joined, ownWording, sliced, type Wording, wordingOf } from "../../src/model/wording.js";
import { parseYaml } from "../../src/yaml/yaml.js";

const FILE = textSource("a.yaml", "主要职责: 承担XX、廉租住房的建设等等\n名称: 廉租住房\n");
const source = parseYaml(FILE);
const [duties, name] = ["主要职责", "名称"].map((key) => wordingOf(source.written([key]))) as [
  Wording,
  Wording,
];

/** What is set off of wordings for something wrong with these words, which stand once in the first line. */
function marked(words: string, ...wordings: readonly Wording[]) {
  const place = FILE.at(FILE.text.indexOf(words), words.length);
  const elements = wordings.map((each): Text => ({ element: { kind: "text", ...each }, words: each }));
  return spotsOf(problem("校对/残留", "错了", place), elements).map(([element, stretches]) => {
    const text = "text" in element ? element.text : "";
    return stretches === "whole" ? text : stretches.map(({ from, to }) => [from, text.slice(from, to)]);
  });
}

describe("set off is", () => {
  test("just what was written at the place, wherever it is printed", () => {
    const printed = joined([ownWording("职责是："), duties, ownWording("。")]);
    expect(marked("廉租住房", printed, ownWording("别的话"), duties)).toEqual([
      [[9, "廉租住房"]],
      [[5, "廉租住房"]],
    ]);
    expect(marked("等等", sliced(printed, 8))).toEqual([[[8, "等等"]]]);
  });

  test("not what reads the same and was written elsewhere", () => {
    expect(marked("廉租住房", name, ownWording("廉租住房"))).toEqual([]);
  });

  test("all of what stands for something faulty as a whole", () => {
    const origin = { from: 0, to: 4, written: FILE, start: 0, end: FILE.text.indexOf("\n") };
    expect(marked("等等", { text: "2023", origins: [origin] })).toEqual([[[0, "2023"]]]);
  });
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
