import { diffArrays } from "diff";
import type { Spot, Version } from "../model/correction.js";
import { spotsWithin } from "./sentences.js";

/** A number counts as one word, so that never a digit of it is said to have changed. */
const WORD = /\d[\d,]*(?:\.\d+)?%?|[\s\S]/gu;

/** The spots of `after` whose words differ from `before`; all of it where nothing was put in, or there was nothing. */
export function changedSpots(before: Version | undefined, after: Version): readonly Spot[] {
  if (!before) return after.spots;
  const words = after.text.match(WORD) ?? [];
  let [index, at] = [0, 0];
  const spots: Spot[] = [];
  for (const { added, removed, count } of diffArrays(before.text.match(WORD) ?? [], words)) {
    if (removed) continue;
    const length = words.slice(index, index + count).join("").length;
    if (added) spots.push(...spotsWithin(after, at, at + length));
    index += count;
    at += length;
  }
  return spots.length > 0 ? spots : after.spots;
}
