import type { Spot, Version } from "../model/correction.js";
import { commonSubsequence } from "../text/common-subsequence.js";
import { inPlace, likenessBy } from "../text/dice.js";
import { STATEMENT_END } from "../text/sentences.js";
import { type Pair, pairUp } from "./pairs.js";
import { spotsWithin } from "./sections.js";

const likeness = inPlace(likenessBy<Version>(({ text }) => text));

/** Sentences at both times; of one that is gone, what stands before the place that it left. */
export interface ChangedSentence extends Pair<Version> {
  readonly place?: Spot;
}

/**
 * Sentences that read otherwise than before, those that took each other's place together; new ones point at what is new,
 * and those that are gone at what stands before them, which is at `start` where they were the first.
 * One that reads as another under the same heading is told together with the sentence above it: 主要原因是… may stand
 * there twice, and which is meant is seen by what it is the reason of.
 */
export function compareSentences(
  before: readonly Version[],
  after: readonly Version[],
  start?: Spot,
): readonly ChangedSentence[] {
  const told: ChangedSentence[] = [];
  let last: Pair<Version> | undefined;
  let place = start;
  for (const pair of pairUp(before, after, ({ text }) => text, likeness)) {
    place = pair.after?.spots.at(-1) ?? place;
    if (pair.before?.text === pair.after?.text) continue;
    const own = { before: pair.before, after: marked(pair), ...(!pair.after && place && { place }) };
    const above = { before: neighbour(pair.before, before), after: neighbour(pair.after, after) };
    const isOneOfSeveral = hasTwin(pair.before, before) || hasTwin(pair.after, after);
    if (!isOneOfSeveral) told.push(own);
    else if (last && isSame(above, last, pair)) told.push(joined(told.pop() ?? last, own));
    else if (isUnchanged(above, pair)) told.push(inContext(above, own));
    else told.push(own);
    last = pair;
  }
  return told;
}

function marked({ before, after }: Pair<Version>): Version | undefined {
  return after && { ...after, spots: changedSpots(before, after) };
}

function neighbour(version: Version | undefined, all: readonly Version[]): Version | undefined {
  return version && all[all.indexOf(version) - 1];
}

/** Whether the sentences above a pair are the pair that was told last. */
function isSame(above: Pair<Version>, last: Pair<Version>, pair: Pair<Version>): boolean {
  return (!pair.before || above.before === last.before) && (!pair.after || above.after === last.after);
}

function isUnchanged(above: Pair<Version>, pair: Pair<Version>): boolean {
  return !pair.before || !pair.after || above.before?.text === above.after?.text;
}

function joined(one: ChangedSentence, other: ChangedSentence): ChangedSentence {
  const both = (a: Version | undefined, b: Version | undefined): Version | undefined =>
    a && b ? { text: a.text + b.text, spots: [...a.spots, ...b.spots] } : (a ?? b);
  return { ...one, before: both(one.before, other.before), after: both(one.after, other.after) };
}

function inContext(above: Pair<Version>, own: ChangedSentence): ChangedSentence {
  const told = (version: Version | undefined, context: Version | undefined): Version | undefined =>
    version && { ...version, text: (context?.text ?? "") + version.text };
  return { ...own, before: told(own.before, above.before), after: told(own.after, above.after) };
}

function hasTwin(version: Version | undefined, all: readonly Version[]): boolean {
  const own = version && withoutEnd(version);
  return own !== undefined && all.filter((each) => withoutEnd(each) === own).length > 1;
}

function withoutEnd({ text }: Version): string {
  return STATEMENT_END.test(text.at(-1) ?? "") ? text.slice(0, -1) : text;
}

/** A number counts as one word, so that never a digit of it is said to have changed. */
const WORD = /\d[\d,]*(?:\.\d+)?%?|[\s\S]/gu;

/** The spots of `after` whose words differ from `before`; all of it where nothing was put in, or there was nothing. */
function changedSpots(before: Version | undefined, after: Version): readonly Spot[] {
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
