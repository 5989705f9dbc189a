import type { Version } from "../model/correction.js";
import { inPlace, likenessBy } from "./likeness.js";
import { type Pair, pairUp } from "./pairs.js";
import { changedSpots } from "./words.js";

const likeness = inPlace(likenessBy<Version>(({ text }) => text));

/** Sentences that read otherwise than before, those that took each other's place together; new ones point at what is new. */
export function compareSentences(
  before: readonly Version[],
  after: readonly Version[],
): readonly Pair<Version>[] {
  return pairUp(before, after, ({ text }) => text, likeness)
    .filter((pair) => pair.before?.text !== pair.after?.text)
    .map((pair) => ({
      before: pair.before,
      after: pair.after && { ...pair.after, spots: changedSpots(pair.before, pair.after) },
    }));
}
