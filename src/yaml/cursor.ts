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
  const before = lineBefore(text, at);
  if (/(?:^|\s)#/.test(before)) return undefined;
  const from = at - (WORD.exec(before)?.[0].length ?? 0);
  const to = at + (REST.exec(text.slice(at, at + LONGEST))?.[0].length ?? 0);
  const head = before.slice(0, before.length - (at - from));
  const hasColon = /^[ \t]*:/.test(text.slice(to, to + LONGEST));
  const isValue = /:[ \t]+$/.test(head);
  const word = isValue || hasColon ? STAND_IN : `${STAND_IN}: `;
  const around = partAround(text.slice(0, from) + word + text.slice(to), from);
  const { root } = parse(around.text);
  const found = root ? findStandIn(root, around.at, []) : undefined;
  if (!found) return undefined;
  // the other keys of the outermost mapping were not read
  const beside = found.path.length === 0 ? (text.match(OUTERMOST) ?? []) : found.beside;
  return { from, to, hasColon, path: found.path, beside };
}

const OUTERMOST = /^[^\s#:-][^\n:]*(?=:)/gm;

/** No word, and no line before one, is looked at further than that. */
const LONGEST = 2000;

/** What stands on its line before a place. */
export function lineBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - LONGEST), at);
  return near.slice(near.lastIndexOf("\n") + 1);
}

/**
 * Of a text what says where a place in it is: the outermost key above it, and of a list the item alone, as thousands of
 * others would be read for nothing.
 */
function partAround(text: string, at: number): { readonly text: string; readonly at: number } {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const here = linesUpTo(text, at);
  const isKey = (line: string): boolean => /^[^\s#-]/.test(line);
  const start = Math.max(
    0,
    lines.findLastIndex((line, index) => index <= here && isKey(line)),
  );
  const next = lines.findIndex((line, index) => index > here && isKey(line));
  const section = lines.slice(start, next < 0 ? undefined : next);
  const dash = dashOf(section.find((line) => dashOf(line) !== undefined));
  const isItem = (line: string): boolean => dash !== undefined && dashOf(line) === dash;
  const item = section.findLastIndex((line, index) => index <= here - start && isItem(line));
  const end = section.findIndex((line, index) => index > here - start && isItem(line));
  const head = item < 0 ? section : section.slice(0, section.findIndex(isItem));
  const kept = item < 0 ? head : [...head, ...section.slice(item, end < 0 ? undefined : end)];
  const first = item < 0 ? start : start + item;
  const offset = at - lengthOf(lines.slice(0, first));
  return { text: kept.join(""), at: (item < 0 ? 0 : lengthOf(head)) + offset };
}

/** How far a line is indented that begins an item of a list. */
function dashOf(line = ""): number | undefined {
  return /^( *)-(?: |$)/.exec(line)?.[1]?.length;
}

function linesUpTo(text: string, at: number): number {
  let count = 0;
  for (let next = text.indexOf("\n"); next >= 0 && next < at; next = text.indexOf("\n", next + 1)) count += 1;
  return count;
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, { length }) => sum + length, 0);
}

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
