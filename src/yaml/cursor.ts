import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { Path } from "../model/source.js";
import { keyOf } from "./node.js";
import { parse } from "./parse.js";

/** What is being written at a place of a text that is not whole yet. */
export interface Cursor {
  /** the stretch that is written there so far */
  readonly from: number;
  readonly to: number;
  /** where that stands: of a key the mapping, of a value the value itself */
  readonly path: Path;
  /** the keys that the mapping has besides; of a value none */
  readonly beside: readonly string[] | undefined;
  /** whether a colon stands behind it already */
  readonly hasColon: boolean;
}

/** No file has it: it stands for what is being written. */
const STAND_IN = "\u{E000}";
const WORD = /[\p{L}\p{N}_./]*$/u;
const REST = /^[\p{L}\p{N}_./]*/u;

/** What is being written at `at`; undefined in comments and quotes, and where the text around cannot be read. */
export function cursorAt(text: string, at: number): Cursor | undefined {
  const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  if (/(?:^|\s)#/.test(before)) return undefined;
  const from = at - (WORD.exec(before)?.[0].length ?? 0);
  const to = at + (REST.exec(text.slice(at, at + LONGEST))?.[0].length ?? 0);
  const head = before.slice(0, before.length - (at - from));
  const hasColon = /^[ \t]*:/.test(text.slice(to, to + LONGEST));
  const isValue = /:[ \t]+$/.test(head);
  const word = isValue || hasColon ? STAND_IN : `${STAND_IN}: `;
  const { root } = parse(text.slice(0, from) + word + text.slice(to));
  const found = root ? findStandIn(root, from, []) : undefined;
  return found && { from, to, hasColon, ...found };
}

/** Words are no longer than that. */
const LONGEST = 200;

type Found = Pick<Cursor, "path" | "beside">;

/** Goes down to the stand-in by what holds its place. */
function findStandIn(node: Node, at: number, path: Path): Found | undefined {
  if (isScalar(node)) return node.value === STAND_IN ? { path, beside: undefined } : undefined;
  if (isSeq(node)) {
    const index = node.items.findIndex((item) => holds(item as Node | null, at));
    return index < 0 ? undefined : findStandIn(node.items[index] as Node, at, [...path, index]);
  }
  if (!isMap(node)) return undefined;
  const beside = node.items.map(keyOf).filter((key) => key !== STAND_IN);
  for (const pair of node.items) {
    if (keyOf(pair) === STAND_IN) return { path, beside };
    const value = pair.value as Node | null;
    if (value && holds(value, at)) return findStandIn(value, at, [...path, keyOf(pair)]);
  }
  return undefined;
}

function holds(node: Node | null, at: number): boolean {
  const [from = 0, , to = 0] = node?.range ?? [];
  return from <= at && at < to;
}
