/** A name tree in one piece (ISO 32000-1, 7.9.6), in the order of bytes, whatever the machine's language; names are ASCII. */
export function nameTree(values: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const sorted = [...values].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { Names: sorted.flatMap(([name, value]) => [new String(name), value]) };
}
