import { sliced } from "../words/placed-text.js";
import type { FormEntry, TableForm } from "./form.js";
import type { EntryPair, FoundEntry, Pairing } from "./match.js";
import { groupsIn, pieces } from "./text-groups.js";
import { type Claim, type TextGap, textEntry } from "./text-rows.js";
import type { Word } from "./text-words.js";

/** Finds the lines whose labels were edited among the words that are left between the others. */
export function settle(form: TableForm, claims: readonly Claim[], gaps: readonly TextGap[]): Pairing {
  const claimed = new Map(claims.flatMap(({ key, repeated }, order) => (repeated ? [] : [[key, order]])));
  const left = new Map(
    form.entries.flatMap((entry, key) => (claimed.has(key) ? [] : [[key, entry] as const])),
  );
  const pairs: EntryPair[] = [];
  const superfluous: FoundEntry[] = [];
  gaps.forEach((gap, order) => {
    if (gap.words.length === 0) return;
    const candidates = [...left].map(([key, entry]) => ({
      key,
      entry,
      inPlace: standsBetween(key, order, form.entries, claimed),
    }));
    // lines may stand in any order, but what follows figures is another line
    for (const piece of pieces(gap.words)) {
      const open = candidates.filter(({ key }) => left.has(key));
      for (const group of groupsIn(piece.words, open)) {
        const found = foundIn(group.words, gap);
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

function foundIn(words: readonly Word[], { rows }: TextGap): FoundEntry {
  const label = words.filter((word) => !word.isFigure);
  const start = words[0]?.start ?? 0;
  return textEntry(sliced(rows, start, label.at(-1)?.end ?? start), words.slice(label.length));
}
