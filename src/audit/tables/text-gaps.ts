import type { Find } from "../../text/heaviest-chain.js";
import { cutOut, joined, type ScriptText, whole } from "../words/placed-text.js";
import type { EntryPair, FoundEntry, Pairing } from "./match.js";
import type { FormEntry, TableForm } from "./table-form.js";
import { groupsIn, pieces } from "./text-groups.js";
import { type Word, wordsIn } from "./text-words.js";

/** Where a line begins whose label is as expected. */
export interface Claim extends Find {
  /** whether it repeats on a further page what goes on there */
  readonly repeated: boolean;
}

/** What stands between two lines that were recognized. */
interface TextGap {
  /** the line before it */
  readonly pair: EntryPair | undefined;
  /** what is left when the line before has its figures */
  readonly words: readonly Word[];
}

/** What stands before the first line that was recognized, and behind each of them. */
export function gapsBetween(
  claims: readonly Claim[],
  rows: ScriptText,
  bodyAt: number,
  { entries }: TableForm,
): readonly TextGap[] {
  const leading = wordsIn(rows, bodyAt, claims[0]?.start ?? rows.text.length);
  const others = claims.map((claim, index): TextGap => {
    const words = wordsIn(rows, claim.end, claims[index + 1]?.start ?? rows.text.length);
    const entry = entries[claim.key];
    const end = entry && entry.figures.length > 0 ? words.findIndex((word) => !word.isFigure) : 0;
    const figures = words.slice(0, end < 0 ? undefined : end);
    const label = cutOut({ ...claim, source: rows });
    const pair = entry && !claim.repeated ? { entry, found: foundEntry(label, figures) } : undefined;
    return { pair, words: words.slice(figures.length) };
  });
  return [{ pair: undefined, words: leading }, ...others];
}

/** Finds the lines whose labels were edited among the words that are left between the others. */
export function settle(form: TableForm, claims: readonly Claim[], gaps: readonly TextGap[]): Pairing {
  const claimed = new Map(claims.flatMap(({ key, repeated }, order) => (repeated ? [] : [[key, order]])));
  const left = new Map(
    form.entries.flatMap((entry, key) => (claimed.has(key) ? [] : [[key, entry] as const])),
  );
  const pairs: EntryPair[] = [];
  const superfluous: FoundEntry[] = [];
  gaps.forEach(({ words }, order) => {
    if (words.length === 0) return;
    const candidates = [...left].map(([key, entry]) => ({
      key,
      entry,
      inPlace: standsBetween(key, order, form.entries, claimed),
    }));
    // lines may stand in any order, but what follows figures is another line
    for (const piece of pieces(words)) {
      const open = candidates.filter(({ key }) => left.has(key));
      for (const group of groupsIn(piece.words, open)) {
        const found = foundIn(group.words);
        if (group.candidate) {
          pairs.push({ entry: group.candidate.entry, found });
          left.delete(group.candidate.key);
        } else superfluous.push(found);
      }
    }
  });
  return { pairs, missing: [...left.values()], superfluous };
}

/** Whether the nearest recognized lines of the same list stand on either side of the gap behind line `order`. */
function standsBetween(
  key: number,
  order: number,
  entries: readonly FormEntry[],
  claimed: ReadonlyMap<number, number>,
): boolean {
  const list = entries[key]?.list;
  const isNeighbour = (index: number): boolean => entries[index]?.list === list && claimed.has(index);
  let [before, behind] = [key - 1, key + 1];
  while (before >= 0 && !isNeighbour(before)) before--;
  while (behind < entries.length && !isNeighbour(behind)) behind++;
  // gaps are counted from the one before the first line
  const above = before < 0 ? -1 : (claimed.get(before) ?? -1);
  const below = behind < entries.length ? (claimed.get(behind) ?? 0) : Number.POSITIVE_INFINITY;
  return above < order && order <= below;
}

function foundIn(words: readonly Word[]): FoundEntry {
  const label = words.filter((word) => !word.isFigure);
  return foundEntry(joined(label.map(cutOut)), words.slice(label.length));
}

/** A line of which only the order of its figures is known. */
function foundEntry(label: ScriptText, figures: readonly Word[]): FoundEntry {
  return {
    label,
    words: label.text === "" ? [] : [{ range: whole(label) }],
    figures: figures.map(({ source, start, end }) => ({ range: { source, start, end } })),
  };
}
