import { diffArrays } from "diff";
import type { Spot, Version } from "../model/correction.js";
import { spotsWithin } from "./sentences.js";

/** A number counts as one word, so that never a digit of it is said to have changed. */
const WORD = /\d[\d,]*(?:\.\d+)?%?|[\s\S]/gu;

/** Sentences that differ in more words are another whole. */
const MOST_EDITS = 500;

/** The spots of `after` whose words differ from `before`; all of it where nothing was put in, or there was nothing. */
export function changedSpots(before: Version | undefined, after: Version): readonly Spot[] {
  const changes = before && diffArrays(wordsIn(before), wordsIn(after), { maxEditLength: MOST_EDITS });
  let at = 0;
  const spots = (changes ?? []).flatMap(({ added, removed, value }) => {
    if (removed) return [];
    const from = at;
    at += value.join("").length;
    return added ? spotsWithin(after, from, at) : [];
  });
  return spots.length > 0 ? spots : after.spots;
}

function wordsIn({ text }: Version): string[] {
  return text.match(WORD) ?? [];
}
