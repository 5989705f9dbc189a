import type { DataCorrection } from "../model/correction.js";
import type { Path, Plain, Source } from "../model/source.js";
import { likeness } from "./likeness.js";
import { type Pair, pairUp } from "./pairs.js";

/** The officer's own words on a correction are no part of what is corrected. */
const OWN = "更正";

/** Every value of the data that is otherwise than before, in the order of the later file. */
export function compareData(before: Source, after: Source): readonly DataCorrection[] {
  const compared = compareValues(item(before, before.value, [], ""), item(after, after.value, [], ""));
  return compared.filter(({ name }) => name !== OWN && !name.startsWith(`${OWN} › `));
}

/** A value with the way to it in its file, and what it is called. */
interface Item {
  readonly source: Source;
  readonly value: Plain;
  readonly path: Path;
  readonly name: string;
}

function item(source: Source, value: Plain, path: Path, name: string): Item {
  return { source, value, path, name };
}

function compareValues(before: Item | undefined, after: Item | undefined): readonly DataCorrection[] {
  const either = after ?? before;
  if (!either || (before && after && sameText(before.value, after.value))) return [];
  const [old, now] = [before && childrenOf(before), after && childrenOf(after)];
  if (before && after && old && now)
    return pairChildren(old, now).flatMap((pair) => compareValues(pair.before, pair.after));
  const { source, path, name } = either;
  return [
    {
      name,
      before: before && brief(before.value),
      after: after && brief(after.value),
      place:
        path.length > 0 && typeof either.value === "object" ? source.placeOfKey(path) : source.placeOf(path),
    },
  ];
}

function sameText(one: Plain, other: Plain): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The parts of a list or of a set of keys; undefined of a text. */
function childrenOf({ source, value, path, name }: Item): readonly Item[] | undefined {
  if (typeof value === "string") return undefined;
  const under = (own: string): string => (name === "" ? own : `${name} › ${own}`);
  if (isList(value)) {
    return value.map((each, index) => item(source, each, [...path, index], under(identity(each, index))));
  }
  return Object.entries(value).map(([key, each]) => item(source, each, [...path, key], under(key)));
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function pairChildren(before: readonly Item[], after: readonly Item[]): readonly Pair<Item>[] {
  return pairUp(before, after, (each) => keyOf(each), alike);
}

function keyOf({ name, value }: Item): string {
  return typeof value === "string" ? name : `${name}\t${JSON.stringify(value)}`;
}

/** What has the same name is the same, whatever else of it has changed. */
function alike(one: Item, other: Item): number {
  if (one.name === other.name) return 1;
  return likeness(JSON.stringify(one.value), JSON.stringify(other.value)) * 0.9;
}

/** What tells an item from the others of its list. */
const NAMES = ["名称", "三级指标", "经济科目", "采购类型", "资金来源"];

function identity(value: Plain, index: number): string {
  if (typeof value === "string") return `“${value}”`;
  const known = NAMES.flatMap((key) => {
    const text = isList(value) ? undefined : value[key];
    return typeof text === "string" ? [text] : [];
  });
  return known[0] ?? `第 ${index + 1} 项`;
}

/** A value in one line. */
function brief(value: Plain): string {
  if (typeof value === "string") return value;
  if (isList(value)) return value.map(brief).join("、");
  return Object.entries(value)
    .map(([key, each]) => `${key} ${brief(each)}`)
    .join("，");
}
