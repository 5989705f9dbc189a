import { describe, expect, test } from "@jest/globals";
import { textSource } from "../../src/files/place.js";
import type { Written } from "../../src/model/source.js";
import {
  joined,
  ownWording,
  placeOfWords,
  sliced,
  standsFor,
  trimmed,
  type Wording,
  wordingOf,
} from "../../src/model/wording.js";

/** Something written in a file of its own, in the column that its number gives. */
function written(file: string, text: string, fact?: true): Written {
  return { ...textSource(file, text), ...(fact && { fact }) };
}

function placed({ origins }: Wording, from: number, to: number): string {
  const place = placeOfWords(origins, from, to);
  return place
    ? `${place.file} ${[...place.excerpt].slice(place.column - 1, place.column - 1 + place.length).join("")}`
    : "";
}

const template = written("a.hbs", "今年{{单位名称}}收入增加{{增减 收入}}");
const name = written("data.yaml", "某(甲)局", true);

/** 今年某(甲)局收入增加减少, the last two words by a tag of words of the pack. */
const sentence = joined([
  stretch(0, 2),
  { text: name.text, origins: [{ from: 0, to: 5, written: name, start: 0, end: 5, tag: tag(2, 10) }] },
  stretch(10, 14),
  {
    text: "减少",
    origins: [{ from: 0, to: 2, written: written("pack.yaml", "减少"), start: 0, end: 2, tag: tag(14, 23) }],
  },
]);

function stretch(start: number, end: number): Wording {
  const text = template.text.slice(start, end);
  return { text, origins: [{ from: 0, to: text.length, ...tag(start, end) }] };
}

function tag(start: number, end: number) {
  return { written: template, start, end };
}

describe("words are placed", () => {
  test("where they were written, character by character", () => {
    expect(placed(sentence, 0, 1)).toBe("a.hbs 今");
    expect(placed(sentence, 3, 4)).toBe("data.yaml (");
    expect(placed(sentence, 11, 13)).toBe("pack.yaml 减少");
  });

  test("in the text that most of them were written in, with the tags between them", () => {
    expect(placed(sentence, 9, 13)).toBe("a.hbs 增加{{增减 收入}}");
    expect(placed(sentence, 0, 9)).toBe("a.hbs 今年{{单位名称}}收入");
  });

  test("in a fact of which there is a part in them", () => {
    expect(placed(sentence, 6, 8)).toBe("data.yaml 局");
    expect(placed(sentence, 1, 3)).toBe("data.yaml 某");
  });

  test("as a whole where they stand for something", () => {
    const year = { text: "2023", origins: [{ from: 0, to: 4, ...tag(2, 10) }] };
    expect(placed(year, 1, 2)).toBe("a.hbs {{单位名称}}");
    expect(placed(sliced(year, 2), 0, 1)).toBe("a.hbs {{单位名称}}");
  });

  test("beside what was written, where they were not", () => {
    const numbered = joined([ownWording("一、"), stretch(0, 2), ownWording("。")]);
    expect(placed(numbered, 0, 2)).toBe("a.hbs 今");
    expect(placed(numbered, 4, 5)).toBe("a.hbs 年");
    expect(placed(ownWording("一、"), 0, 2)).toBe("");
  });
});

test("what is cut and put together again is as it was", () => {
  for (let at = 0; at <= sentence.text.length; at++) {
    const again = joined([sliced(sentence, 0, at), sliced(sentence, at)]);
    expect(again.text).toBe(sentence.text);
    for (let each = 0; each < sentence.text.length; each++) {
      expect(placed(again, each, each + 1)).toBe(placed(sentence, each, each + 1));
    }
  }
});

test("between parts stand the program's own words", () => {
  const names = joined([wordingOf(name), wordingOf(name)], "、");
  expect(names.text).toBe("某(甲)局、某(甲)局");
  expect(placed(names, 7, 8)).toBe("data.yaml (");
});

test("blanks at the ends are left out, and what stands behind them keeps its place", () => {
  const each = trimmed(written("data.yaml", "  某局 "));
  expect(each.text).toBe("某局");
  expect(each.at(1, 1)).toMatchObject({ column: 4, length: 1 });
});

test("what stands for something is placed as a whole", () => {
  const place = name.at(1, 3);
  expect(standsFor("待填", () => place).at(1, 1)).toBe(place);
});
