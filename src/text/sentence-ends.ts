import type { Stretch } from "../model/report.js";

const ENDS = "。；！？";

/** The sentences of a text: each ends behind its mark, unless the mark stands within quotation marks or brackets. */
export function sentenceStretches(text: string): readonly Stretch[] {
  const closings = closingsIn(text);
  const stretches: Stretch[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    at = closings.get(at) ?? at;
    const isLast = at === text.length - 1;
    const ends = ENDS.includes(text.charAt(at)) && !ENDS.includes(text.charAt(at + 1));
    if (!isLast && !ends) continue;
    stretches.push({ from, to: at + 1 });
    from = at + 1;
  }
  return stretches;
}

const CLOSING: Readonly<Record<string, string>> = {
  "”": "“",
  "’": "‘",
  "）": "（",
  "》": "《",
  "〉": "〈",
  "」": "「",
  "』": "『",
  "】": "【",
  "〕": "〔",
  ")": "(",
  "]": "[",
};
const OPENING = Object.values(CLOSING).join("");

/** Where what is opened is closed; what never is, encloses nothing. */
function closingsIn(text: string): ReadonlyMap<number, number> {
  const open: number[] = [];
  const closings = new Map<number, number>();
  for (let at = 0; at < text.length; at++) {
    const opening = CLOSING[text.charAt(at)];
    const from = opening === undefined ? -1 : open.findLastIndex((each) => text.charAt(each) === opening);
    if (from !== -1) closings.set(open.splice(from)[0] ?? at, at);
    if (OPENING.includes(text.charAt(at))) open.push(at);
  }
  return closings;
}
