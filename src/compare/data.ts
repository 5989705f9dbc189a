import type { DataCorrection, FileCorrection } from "../model/correction.js";
import { isList, type Path, type Plain, type Source, type TextSource } from "../model/source.js";
import { whereabouts } from "../model/whereabouts.js";
import { type Likeness, likenessBy } from "../text/dice.js";
import { EVIDENCE } from "../text/thresholds.js";
import { type Pair, pairAnywhere } from "./pairs.js";

/** When it is published, and the officer's own words on a correction and on warnings, are no part of what is corrected. */
const OWN: readonly string[] = ["公开日期", "更正", "已核对"];

/** Every value of the data that is otherwise than before, in the order of the later file. */
export function compareData(before: Source, after: Source): readonly DataCorrection[] {
  return compareItems(
    itemOf(before, withoutOwn(before.value), []),
    itemOf(after, withoutOwn(after.value), []),
  );
}

/** The other files that are otherwise than before, by name. */
export function compareFiles(
  before: readonly Pick<TextSource, "file" | "text">[],
  after: readonly Pick<TextSource, "file" | "text">[],
): readonly FileCorrection[] {
  const [old, now] = [before, after].map((files) => new Map(files.map(({ file, text }) => [file, text])));
  const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].sort();
  return names
    .filter((file) => old?.get(file) !== now?.get(file))
    .map((file) => ({ file, change: !old?.has(file) ? "new" : now?.has(file) ? "changed" : "gone" }));
}

function withoutOwn(value: Plain): Plain {
  if (typeof value === "string" || isList(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !OWN.includes(key)));
}

/** A value with the way to it in its file. */
interface Item {
  readonly source: Source;
  readonly value: Plain;
  readonly path: Path;
  readonly name: string;
  /** all of it, as one text */
  readonly text: string;
}

function itemOf(source: Source, value: Plain, path: Path): Item {
  const name = path.length > 0 ? whereabouts(source.value, path).whole : "";
  return { source, value, path, name, text: JSON.stringify(value) };
}

function compareItems(before: Item | undefined, after: Item | undefined): readonly DataCorrection[] {
  if (before && after) {
    if (before.text === after.text) return [];
    const [old, now] = [partsOf(before), partsOf(after)];
    if (old && now) return pairParts(old, now).flatMap((pair) => compareItems(pair.before, pair.after));
  }
  const either = after ?? before;
  if (!either) return [];
  const { source, path, name, value } = either;
  const place = typeof value === "string" ? source.placeOf(path) : source.placeOfKey(path);
  return [{ name, before: before && brief(before.value), after: after && brief(after.value), place }];
}

/** The items of a list or the values of keys; undefined of a text. */
function partsOf({ source, value, path }: Item): readonly Item[] | undefined {
  if (typeof value === "string") return undefined;
  const entries = isList(value) ? [...value.entries()] : Object.entries(value);
  return entries.map(([step, part]) => itemOf(source, part, [...path, step]));
}

/** Keys are the same by their names; items of lists by what they say, then by what they are called, in whatever order. */
function pairParts(before: readonly Item[], after: readonly Item[]): readonly Pair<Item>[] {
  const key = ({ path, text }: Item): string => (isItem(path) ? text : String(path.at(-1)));
  return pairAnywhere(before, after, key, alike);
}

function isItem(path: Path): boolean {
  return typeof path.at(-1) === "number";
}

const alikeTexts = likenessBy<Item>(({ text }) => text);

const alike: Likeness<Item> = (one, other) => {
  if (!isItem(one.path)) return 0;
  const text = alikeTexts(one, other);
  const { sameName } = EVIDENCE;
  return one.name === other.name ? sameName + (1 - sameName) * text : sameName * text;
};

/** A value in one line; what is further inside is only counted. */
function brief(value: Plain): string {
  if (typeof value === "string") return value;
  if (isList(value)) return value.map(brief).join("、");
  return Object.entries(value)
    .map(([key, part]) => `${key} ${typeof part === "string" ? part : `${Object.keys(part).length} 项`}`)
    .join("，");
}
