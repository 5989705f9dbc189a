import type { Books } from "../model/books.js";
import type { Dimension, Where } from "../model/ledger.js";
import type { CodeLevel } from "../model/report.js";
import { ownWording, sliced, standsFor, type Wording, wordingOf } from "../model/wording.js";

/** Where a code of a classification is cut into 类, 款 and 项. */
const LEVELS: readonly [level: CodeLevel, from: number, to: number][] = [
  ["类", 0, 3],
  ["款", 3, 5],
  ["项", 5, 7],
];

/** The words of a row by what they are. */
type Words = Readonly<Record<string, Wording>>;

/** What can be shown of the values that a row stands for, besides its own words: 功能科目.类, 经济科目.名称, 项目.编码, … */
export function rowAttributes(where: Where, books: Books, words: Words): Words {
  const entries = Object.entries(where).flatMap(([dimension, value]) =>
    typeof value === "string" ? attributesOf(dimension as Dimension, value, books) : [],
  );
  return Object.fromEntries(entries.filter(([word]) => !Object.hasOwn(words, word)));
}

function attributesOf(dimension: Dimension, value: string, books: Books): readonly [string, Wording][] {
  const label = books.ledger.labels[dimension]?.get(value);
  const name = label ? wordingOf(label.name) : ownWording(value);
  const code = label ? wordingOf(standsFor(label.code, label.place)) : ownWording(value);
  if (dimension === "项目") {
    const [line] = books.lines(["支出"], { 项目: value });
    const kind = line ? wordingOf(standsFor(line.dimensions.类别 ?? "", () => line.place)) : ownWording("");
    return [
      ["项目.编码", code],
      ["项目.类别", kind],
      ["项目.名称", name],
    ];
  }
  if (dimension === "单位") {
    return [
      ["单位.代码", code],
      ["单位.名称", name],
    ];
  }
  const levels = LEVELS.map(([level, from, to]): [string, Wording] => [
    `${dimension}.${level}`,
    sliced(code, from, to),
  ]);
  return [...levels, [`${dimension}.代码`, code], [`${dimension}.名称`, name]];
}
