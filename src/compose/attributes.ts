import type { Dimension, Where } from "../model/ledger.js";
import type { CodeLevel } from "../model/report.js";
import { ownWording, sliced, standsFor, type Wording, wordingOf } from "../model/wording.js";
import type { Scope } from "./scopes.js";

const LEVELS: readonly [level: CodeLevel, from: number, to: number][] = [
  ["类", 0, 3],
  ["款", 3, 5],
  ["项", 5, 7],
];

/** Classes and sections are shown in the columns of the classification that they are of. */
export const CLASSIFICATION: Readonly<Partial<Record<Dimension, Dimension>>> = {
  功能类: "功能科目",
  功能款: "功能科目",
  经济类: "经济科目",
  政府经济类: "政府经济科目",
};

/** The words of a row by what they are. */
export type RowWords = Readonly<Record<string, Wording>>;

/** What can be shown of the values that a row stands for, as 功能科目.类, 经济科目.名称, 项目.编码, …, and its own words. */
export function withAttributes(words: RowWords, where: Where, scope: Scope): RowWords {
  const entries = Object.entries(where).flatMap(([dimension, value]) =>
    typeof value === "string" ? attributesOf(dimension as Dimension, value, scope) : [],
  );
  return { ...Object.fromEntries(entries.filter(([word]) => !Object.hasOwn(words, word))), ...words };
}

function attributesOf(
  dimension: Dimension,
  value: string,
  { books, said: print }: Scope,
): readonly [string, Wording][] {
  const label = books.ledger.labels[dimension]?.get(value);
  const name = label ? wordingOf(label.name) : ownWording(value);
  const code = label ? wordingOf(standsFor(label.code, label.place)) : ownWording(value);
  const said = Object.entries(label?.says ?? {}).map(([fact, words]): [string, Wording] => [
    `${dimension}.${fact}`,
    print(words),
  ]);
  if (dimension === "项目") {
    const kind = label?.kind ? wordingOf(label.kind) : ownWording("");
    return [...said, ...Object.entries({ "项目.编码": code, "项目.类别": kind, "项目.名称": name })];
  }
  const levels = LEVELS.map(([level, from, to]): [string, Wording] => [level, sliced(code, from, to)]);
  const whole: [string, Wording][] = [
    ["代码", code],
    ["名称", name],
  ];
  const words = dimension === "单位" ? whole : [...levels, ...whole];
  const shownAs = [dimension, CLASSIFICATION[dimension] ?? []].flat();
  return [
    ...said,
    ...shownAs.flatMap((each) => words.map(([what, word]): [string, Wording] => [`${each}.${what}`, word])),
  ];
}
