import type { Spot, Version } from "../model/correction.js";
import { commonSubsequence } from "../text/common-subsequence.js";
import { spotsWithin } from "./sections.js";

/** A number counts as one word, so that never a digit of it is said to have changed. */
const WORD = /\d[\d,]*(?:\.\d+)?%?|[\s\S]/gu;

/** The spots of `after` whose words differ from `before`; all of it where nothing was put in, or there was nothing. */
export function changedSpots(before: Version | undefined, after: Version): readonly Spot[] {
  const words = wordsIn(after);
  const common = before && commonSubsequence(wordsIn(before), words);
  const old = new Set(common?.map(([, index]) => index));
  const spots: Spot[] = [];
  let [from, at] = [0, 0];
  for (const [index, word] of words.entries()) {
    at += word.length;
    if (old.has(index)) from = at;
    else if (index + 1 === words.length || old.has(index + 1)) spots.push(...spotsWithin(after, from, at));
  }
  return common && spots.length > 0 ? spots : after.spots;
}

function wordsIn({ text }: Version): readonly string[] {
  return text.match(WORD) ?? [];
}
