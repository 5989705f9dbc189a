/** Where a key of a list was found in a text. */
export interface Find {
  readonly key: number;
  readonly start: number;
  readonly end: number;
}

/** More places than this for one key say nothing about where it belongs. */
const MOST_PLACES = 64;

/** All places where the keys stand in `text`. */
export function occurrences(keys: readonly string[], text: string): readonly Find[] {
  return keys.flatMap((wanted, key) => {
    const finds: Find[] = [];
    if (wanted === "") return finds;
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      finds.push({ key, start: at, end: at + wanted.length });
      if (finds.length === MOST_PLACES) break;
    }
    return finds;
  });
}

interface Link {
  readonly find: Find;
  readonly before: Link | undefined;
  readonly weight: number;
}

/**
 * The finds that follow each other both in the list and in the text, none overlapping, that together are longest: the
 * heaviest increasing subsequence, by a Fenwick tree. So what stands where it should is told from what was moved or stands
 * there by chance.
 */
export function heaviestChain(finds: readonly Find[]): readonly Find[] {
  const byStart = finds.toSorted((a, b) => a.start - b.start || a.key - b.key);
  const byEnd: Link[] = [];
  const best = createPeaks(Math.max(0, ...finds.map(({ key }) => key)) + 1);
  let longest: Link | undefined;
  for (const find of byStart) {
    while (byEnd[0] && byEnd[0].find.end <= find.start) {
      const link = byEnd.shift();
      if (link) best.raise(link.find.key, link);
    }
    const before = best.below(find.key);
    const link = { find, before, weight: (before?.weight ?? 0) + find.end - find.start };
    insert(byEnd, link);
    if (link.weight > (longest?.weight ?? 0)) longest = link;
  }
  const chain: Find[] = [];
  for (let link = longest; link; link = link.before) chain.push(link.find);
  return chain.reverse();
}

/** Which of the numbers, no two the same, must move so that the others are in order: as few as can be, the earlier ones. */
export function outOfOrder(numbers: readonly number[]): readonly number[] {
  const [most, last] = [Math.max(0, ...numbers), numbers.length - 1];
  // read backwards, so that of several such sequences the latest is kept
  const finds = numbers.map((number, at) => ({ key: most - number, start: last - at, end: last - at + 1 }));
  const kept = new Set(heaviestChain(finds).map(({ start }) => last - start));
  return [...numbers.keys()].filter((at) => !kept.has(at));
}

function insert(byEnd: Link[], link: Link): void {
  let at = byEnd.length;
  while (at > 0 && (byEnd[at - 1]?.find.end ?? 0) > link.find.end) at--;
  byEnd.splice(at, 0, link);
}

/** The heaviest link at each key and all keys below it, found in as many steps as the number of keys has digits. */
function createPeaks(keys: number) {
  const peaks: (Link | undefined)[] = [];
  const heavier = (a: Link | undefined, b: Link | undefined): Link | undefined =>
    (b?.weight ?? 0) > (a?.weight ?? 0) ? b : a;
  return {
    raise(key: number, link: Link): void {
      for (let at = key + 1; at <= keys; at += at & -at) peaks[at] = heavier(peaks[at], link);
    },
    below(key: number): Link | undefined {
      let heaviest: Link | undefined;
      for (let at = key; at > 0; at -= at & -at) heaviest = heavier(heaviest, peaks[at]);
      return heaviest;
    },
  };
}
