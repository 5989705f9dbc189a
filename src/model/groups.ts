/** The items by their keys, in the order of first occurrence. */
export function groupedBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly [Item, ...Item[]]> {
  const groups = new Map<Key, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** As many of the items as one takes in, one behind the other, and how many there are where there are more. */
export function few(items: readonly string[], most: number, joint = "", of = "个", between = "、"): string {
  const shown = items.slice(0, most).join(between);
  return items.length > most ? `${shown}${joint}等 ${items.length} ${of}` : shown;
}

/** The first item of each key. */
export function firstOfEach<Item>(items: Iterable<Item>, keyOf: (item: Item) => unknown): readonly Item[] {
  return [...groupedBy(items, keyOf).values()].map(([first]) => first);
}

/** The items whose key an earlier one has, in their order, each with the first that has it. */
export function repeatsIn<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => unknown,
): readonly (readonly [first: Item, again: Item])[] {
  const groups = groupedBy(items, keyOf);
  return items.flatMap((item) => {
    const [first = item] = groups.get(keyOf(item)) ?? [];
    return first === item ? [] : [[first, item] as const];
  });
}
