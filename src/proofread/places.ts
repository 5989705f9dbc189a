import type { Place } from "../diagnostic.js";
import type { Galley } from "./galleys.js";

/** Where a stretch of a passage may stand in a galley, and how much around it reads the same there. */
interface Hit {
  readonly galley: Galley;
  readonly start: number;
  readonly end: number;
  readonly likeness: number;
}

/** So many words are looked for beside a stretch that no source holds, such as one that a tag has put together. */
const NEIGHBOURHOOD = 8;
/** A stretch that reads alike in more places than this says nothing about where it comes from. */
const MOST_PLACES = 8;
/** So many characters in a row, at least, are no chance: in one place, and in several. */
const LEAST_ALIKE = 2;
const LEAST_ALIKE_OF_SEVERAL = 4;

/**
 * Where in the sources the stretch of `text` from `start` to `end` stands: the places around which most reads as it does
 * around the stretch. The stretch may come from a tag; then it is the words beside it that are found.
 */
export function placesOf(
  text: string,
  start: number,
  end: number,
  galleys: readonly Galley[],
): readonly Place[] {
  const beside: readonly (readonly [number, number])[] = [
    [Math.max(0, start - NEIGHBOURHOOD), start],
    [end, Math.min(text.length, end + NEIGHBOURHOOD)],
  ];
  for (const [from, to] of [[start, end] as const, ...beside]) {
    const hits = to > from ? likeliest(text, from, to, galleys) : [];
    if (areTelling(hits)) return hits.map(placeOf);
  }
  return [];
}

function areTelling(hits: readonly Hit[]): boolean {
  const [first] = hits;
  if (!first || hits.length > MOST_PLACES) return false;
  const alike = first.end - first.start + first.likeness;
  return alike >= (hits.length === 1 ? LEAST_ALIKE : LEAST_ALIKE_OF_SEVERAL);
}

function likeliest(text: string, start: number, end: number, galleys: readonly Galley[]): readonly Hit[] {
  const wanted = text.slice(start, end);
  const hits = galleys.flatMap((galley) =>
    occurrences(galley.text, wanted).map((at) => {
      const before = alike(text, start - 1, galley.text, at - 1, -1);
      const behind = alike(text, end, galley.text, at + wanted.length, 1);
      return { galley, start: at, end: at + wanted.length, likeness: before + behind };
    }),
  );
  const most = Math.max(0, ...hits.map((hit) => hit.likeness));
  return hits.filter((hit) => hit.likeness === most);
}

function occurrences(text: string, wanted: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) found.push(at);
  return found;
}

/** How many characters of `one` from `i` on, going by `step`, are those of `other` from `j` on. */
function alike(one: string, i: number, other: string, j: number, step: 1 | -1): number {
  let count = 0;
  while (one[i + count * step] !== undefined && one[i + count * step] === other[j + count * step]) count++;
  return count;
}

function placeOf({ galley, start, end }: Hit): Place {
  const { source, starts, ends } = galley;
  const from = starts[start] ?? 0;
  return source.at(from, Math.max(1, (ends[end - 1] ?? from) - from));
}
