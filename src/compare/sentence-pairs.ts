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
    .map((pair) => {
      const isOneOfSeveral = hasTwin(pair.before, before) || hasTwin(pair.after, after);
      const told = isOneOfSeveral ? withSentenceBefore : (each: Version): Version => each;
      const marked = pair.after && { ...pair.after, spots: changedSpots(pair.before, pair.after) };
      return {
        before: pair.before && told(pair.before, before, before.indexOf(pair.before)),
        after: pair.after && marked && told(marked, after, after.indexOf(pair.after)),
      };
    });
}

function hasTwin(version: Version | undefined, all: readonly Version[]): boolean {
  return version !== undefined && all.filter(({ text }) => text === version.text).length > 1;
}

/** 主要原因是… may stand twice under one heading: which is meant is told by what it is the reason of. */
function withSentenceBefore(version: Version, all: readonly Version[], index: number): Version {
  return { ...version, text: (all[index - 1]?.text ?? "") + version.text };
}
