import { PROJECT_CODE } from "../../model/budget.js";
import type { LeafColumn } from "../../model/report.js";
import { type Box, boxesOf } from "../layout/break-opportunities.js";

/** The boxes of a cell's words: a project's code may break where its number begins. */
export function cellBoxes(text: string, { shows }: LeafColumn): readonly Box[] {
  const isProject = shows.kind === "code" && shows.of === "项目";
  return isProject && text.length === PROJECT_CODE.length
    ? cutAt(text, PROJECT_CODE.numberFrom)
    : boxesOf(text);
}

function cutAt(text: string, at: number): Box[] {
  return [
    { text: text.slice(0, at), from: 0 },
    { text: text.slice(at), from: at },
  ];
}

/** What a head consists of: quoted words, brackets, words of Latin letters, particles, Chinese words, and anything else. */
const PIECES =
  /(?<quoted>“[^”]*”|《[^》]*》)|(?<brackets>（[^（）]*）|\([^()]*\))|(?<latin>\d[\d.,]*\p{Script=Han}?|[!-'*-~]+)|(?<particle>[和及与或的])|(?<han>(?:(?![和及与或的])\p{Script=Han})+)|./gsu;

/** Brackets with so few characters in them stay with the word before: 部门（单位）. */
const SHORT = 3;
/** What makes a word of three out of one of two: 政府性, 运行费, 满意度. */
const ENDINGS = "性费类率数值额度";

/**
 * The boxes of a head, which breaks at sense. Its words have two characters each, and where they are odd in number one has
 * three, which ends in a syllable that makes such words; a particle, a mark and short brackets belong to the word before.
 */
export function headBoxes(text: string): readonly Box[] {
  const boxes: { text: string; from: number }[] = [];
  const begin = (word: string, from: number): unknown => boxes.push({ text: word, from });
  const goOn = (word: string, from: number): void => {
    const last = boxes.at(-1);
    if (last) last.text += word;
    else begin(word, from);
  };
  for (const { 0: piece, index, groups = {} } of text.matchAll(PIECES)) {
    if (groups.han !== undefined) {
      const isRest = piece.length === 1 && index > 0;
      if (isRest) goOn(piece, index);
      else for (const { at, word } of wordsIn(piece)) begin(word, index + at);
    } else if (groups.quoted !== undefined || groups.latin !== undefined) begin(piece, index);
    else if (groups.brackets !== undefined && piece.length > SHORT + 2) begin(piece, index);
    else goOn(piece, index);
  }
  return boxes;
}

/** Words of two characters, and one of three where there is one character more. */
function wordsIn(run: string): { at: number; word: string }[] {
  const characters = [...run];
  const pairs = Math.floor(characters.length / 2);
  const isOdd = characters.length % 2 === 1;
  const ended = Array.from({ length: pairs }, (_, pair) => pair).find((pair) =>
    ENDINGS.includes(characters[2 * pair + 2] ?? " "),
  );
  const long = isOdd ? (ended ?? pairs - 1) : undefined;
  const words: { at: number; word: string }[] = [];
  let at = 0;
  let taken = 0;
  for (let pair = 0; pair < Math.max(pairs, 1); pair++) {
    const count = pairs === 0 ? 1 : pair === long ? 3 : 2;
    const word = characters.slice(taken, taken + count).join("");
    words.push({ at, word });
    at += word.length;
    taken += count;
  }
  return words;
}
