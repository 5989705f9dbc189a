import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { create, type Font } from "fontkit";
import { PROGRAM } from "../project.js";

const FONTS = ["fangsong", "heiti", "kaiti", "songti", "songti-bold"];

/** Characters that could make a numeral, a unit, a heading or a mark of secrecy of a random word, and so mean something. */
const MEANINGFUL = /[〇一二三四五六七八九十百千万亿两零元第附等待密秘绝]/u;

/** Every ideograph that one of the fonts has, the plainest first, as words are shrunk towards it. */
const IDEOGRAPHS: readonly string[] = [
  "甲",
  ...new Set(
    FONTS.flatMap(
      (name) => (create(readFileSync(join(PROGRAM, "fonts", `${name}.ttf`))) as Font).characterSet,
    )
      .map((code) => String.fromCodePoint(code))
      .filter((character) => /\p{Script=Han}/u.test(character) && !MEANINGFUL.test(character)),
  ),
];

const ideograph = fc.constantFrom(...IDEOGRAPHS);

/** A word of ideographs, common and rare; every fourth is about as long as it may be, as fast-check prefers short ones. */
export function word(minLength: number, maxLength: number): fc.Arbitrary<string> {
  const length = { minLength, maxLength };
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.array(ideograph, length) },
      { weight: 1, arbitrary: fc.array(ideograph, { ...length, size: "max" }) },
    )
    .map((characters) => characters.join(""));
}

/** What stands in names besides ideographs; every bracket is closed. */
const piece = fc.oneof(
  { weight: 6, arbitrary: word(1, 8) },
  { weight: 1, arbitrary: word(1, 6).map((inner) => `（${inner}）`) },
  { weight: 1, arbitrary: word(1, 6).map((inner) => `“${inner}”`) },
  { weight: 1, arbitrary: word(1, 6).map((inner) => `《${inner}》`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "A",
      "API",
      "5G",
      "24小时",
      "1+1",
      "·",
      "—",
      "、",
      "：",
      "#",
      "95%",
      "'",
      "&",
      "@",
    ),
  },
);

const LONGEST = 60;

/** A name of a project or indicator, 60 characters at most, and now and then as many. */
export const name: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(word(1, 4), fc.array(piece, { maxLength: 7 }))
      .map(([first, pieces]) => first + pieces.join("")),
  },
  { weight: 1, arbitrary: word(LONGEST - 10, LONGEST) },
);

/** The value of an indicator. */
export const value: fc.Arbitrary<string> = fc.oneof(
  fc.nat(100).map((share) => `≥${share}%`),
  fc.tuple(fc.nat(99_999), word(1, 2)).map(([count, unit]) => `≥${count}${unit}`),
  fc.tuple(fc.nat(500), fc.nat(500)).map(([from, to]) => `${from}-${from + to}户`),
  fc.nat(99_999).map(String),
  name,
);

/** Words as YAML: plain where they are nothing but ideographs, quoted this way or that where they are more. */
export function quoted(text: string): string {
  if (/^\p{Script=Han}+$/u.test(text)) return text;
  return text.length % 2 === 0 ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}
