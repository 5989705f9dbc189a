/** One of several equal parts of a piece of work, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The shard that `text` writes as i/n; undefined where it writes none. */
export function shardOf(text: string): Shard | undefined {
  const [, index, count] = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(text) ?? [];
  return index !== undefined && Number(index) <= Number(count)
    ? { index: Number(index), count: Number(count) }
    : undefined;
}

/** The items of a shard: every item of the list is in just one, whatever machine asks, and neighbours are in different ones. */
export function itemsOfShard<T>(items: readonly T[], { index, count }: Shard): readonly T[] {
  return items.filter((_, at) => at % count === index - 1);
}

/** Where a shard leaves what came of its units; the only one there is, for all. */
export function reportFile(output: string, { index, count }: Shard): string {
  return `${output}/build-report${count > 1 ? `-${index}-${count}` : ""}.json`;
}
