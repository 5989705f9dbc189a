import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import type { Place } from "../diagnostic/diagnostic.js";
import type { Path, TextSource } from "../model/source.js";

/** The node at `path`, or the last one on the way that exists. */
export function nodeAt(root: Node, path: Path): Node {
  let node = root;
  for (const step of path) {
    const next = partOf(node, step);
    if (!next) break;
    node = next;
  }
  return node;
}

/** The key that `path` ends in, or its value where it ends in an index or does not exist. */
export function keyAt(root: Node, path: Path): Node {
  const parent = nodeAt(root, path.slice(0, -1));
  const key = path.at(-1);
  const pair = isMap(parent) && key !== undefined ? pairOf(parent, key) : undefined;
  return (pair?.key as Node | undefined) ?? nodeAt(root, path);
}

/** Where a node begins; of a block that runs over lines, its first key or dash. */
export function placeOfNode(source: TextSource, node: Node): Place {
  const [from, to] = node.range ?? [0, 0];
  if (isMap(node) && !node.flow) {
    const key = node.items[0]?.key as Node | undefined;
    if (key) return placeOfNode(source, key);
  }
  if (isSeq(node) && !node.flow) return source.at(from, 1);
  return source.at(from, to - from);
}

function partOf(node: Node, step: string | number): Node | undefined {
  if (isMap(node)) return (pairOf(node, step)?.value as Node | null) ?? undefined;
  return isSeq(node) ? (node.items[Number(step)] as Node | undefined) : undefined;
}

const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

/** Looked up in an index, so that finding every key of a map takes no square of time. */
function pairOf(map: YAMLMap, key: string | number): Pair | undefined {
  const index = pairs.get(map) ?? new Map(map.items.map((pair) => [keyOf(pair), pair]));
  pairs.set(map, index);
  return index.get(String(key));
}

/** The text of a pair's key; nothing where it is none. */
export function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : "";
}
