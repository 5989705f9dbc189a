import type { ErrorObject } from "ajv";
import { FACTS_KEY } from "../../model/budget.js";
import { DIMENSION_VALUES } from "../../model/dimensions.js";
import { GAP, isGap } from "../../model/gap.js";
import { isList, type Path, type Plain, type Source, valueAt, withValue } from "../../model/source.js";
import { isMissing, isUnknown, unknownOf } from "../schema/keys.js";
import { pathOf } from "../schema/path.js";
import { type SchemaPart, schemaErrors } from "../schema/schema.js";
import { firstOfEachValue } from "../schema/shape.js";

/** Each round mends what the last one has laid open: a part that was missing has parts of its own. */
const ROUNDS = 30;

/**
 * The data with its faults of shape mended as far as a draft needs: gaps where something is missing or wrong, and
 * without the items of lists that say too little to stand anywhere. Places are those of the file as it was written.
 * Undefined where that is not enough to print anything.
 */
export function repair(source: Source, schema: object): Source | undefined {
  const copy = copyOf(source.value);
  const tried = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    const errors = schemaErrors(schema, copy.root).filter((error) => !isShownGap(copy.root, error));
    if (errors.length === 0) return repaired(source, copy);
    copy.dropped.clear();
    for (const error of firstOfEachValue(errors).toReversed())
      if (!isDropped(copy, pathOf(error)) && !mend(copy, error, tried)) return undefined;
  }
  return undefined;
}

/** What can be changed, with the index that each item of a list had in the file. */
interface Copy {
  readonly root: Open;
  readonly indices: WeakMap<Open[], number[]>;
  /** the items that a round has taken away: what stands in their places now is not what its errors are of */
  readonly dropped: Set<string>;
}

type Open = string | Open[] | { [key: string]: Open };

function copyOf(value: Plain): Copy {
  const indices = new WeakMap<Open[], number[]>();
  const copy = (each: Plain): Open => {
    if (typeof each === "string") return each;
    if (!isList(each)) {
      return Object.fromEntries(Object.entries(each).map(([key, part]) => [key, copy(part)]));
    }
    const items = each.map(copy);
    indices.set(items, [...items.keys()]);
    return items;
  };
  return { root: copy(value), indices, dropped: new Set() };
}

const CODES: readonly unknown[] = ["编码", "功能科目", "经济科目", "政府经济科目"];

/**
 * An amount, a kind or a code that has still to be filled in stays so: what is printed of it shows it; and so does a list
 * that nothing is said of yet.
 */
function isShownGap(root: Plain, error: ErrorObject): boolean {
  const path = pathOf(error);
  if (error.keyword === "minItems") return path.length === 1;
  const isShown = isAmount(error) || isKind(path) || isOwnFact(path) || CODES.includes(path.at(-1));
  return isShown && isGap(valueAt(root, path));
}

/** Whether it says of what kind an item of a list is, or the unit. */
function isKind(path: Path): boolean {
  const key = String(path.at(-1));
  return path.length > 1 && (key === "性质" || Object.hasOwn(DIMENSION_VALUES, key));
}

/** Whether it is, or is in, a fact that the format asks itself. */
function isOwnFact(path: Path): boolean {
  return path.includes(FACTS_KEY) && path.at(-1) !== FACTS_KEY;
}

function isAmount({ parentSchema }: ErrorObject): boolean {
  const part = parentSchema as SchemaPart | undefined;
  return part?.["x-金额"] === true || (part as { minimum?: unknown })?.minimum === 0;
}

/** Mends one fault; false where nothing can be done. What an earlier mending has taken away is no fault any more. */
function mend(copy: Copy, error: ErrorObject, tried: Map<string, number>): boolean {
  const path = pathOf(error);
  if (isUnknown(error)) return remove(copy, [...path, unknownOf(error)]);
  if (error.propertyName !== undefined) return remove(copy, [...path, error.propertyName]);
  if (isMissing(error)) return put(copy, [...path, String(error.params.missingProperty)], "");
  if (valueAt(copy.root, path) === undefined) return true;
  if (error.keyword === "uniqueItems") return remove(copy, [...path, String(error.params.i)]);
  // that a project has expenditure is certain
  if (error.keyword === "minItems" && path.at(-1) === "支出") return put(copy, path, [{}]);
  if (error.keyword === "minItems" || error.keyword === "minProperties") return dropItem(copy, path);
  const key = path.join("/");
  const attempt = tried.get(key) ?? 0;
  tried.set(key, attempt + 1);
  const substitute = substitutes(error, path)[attempt];
  return substitute === undefined ? dropItem(copy, path) : put(copy, path, substitute);
}

/** What may stand for a value that is wrong, to be tried one after the other. */
function substitutes(error: ErrorObject, path: Path): readonly Open[] {
  if (isAmount(error)) return [GAP];
  const types = error.keyword === "type" ? [error.params.type].flat().map(String) : [];
  if (isOwnFact(path) && !types.includes("object")) return [GAP];
  // what may be a list or an object is a list of nothing: that something is withheld nobody has said
  if (types.includes("array")) return [[]];
  if (types.includes("object")) return [{}];
  if (error.keyword === "enum" && isKind(path)) return [GAP];
  if (error.keyword === "enum") return (error.params.allowedValues as string[]).slice(0, 1);
  return [GAP, "0"];
}

function put({ root }: Copy, path: Path, value: Open): boolean {
  const owner = ownerOf(root, path);
  if (owner) (owner as Record<string | number, Open>)[String(path.at(-1))] = value;
  return true;
}

/** Takes away the item of a list that `path` leads into, the innermost one. */
function dropItem(copy: Copy, path: Path): boolean {
  const at = path.findLastIndex((step) => /^\d+$/.test(String(step)));
  return at >= 0 && remove(copy, path.slice(0, at + 1));
}

function isDropped({ dropped }: Copy, path: Path): boolean {
  return path.some((_, index) => dropped.has(path.slice(0, index + 1).join("/")));
}

function remove({ root, indices, dropped }: Copy, path: Path): boolean {
  const owner = ownerOf(root, path);
  const last = String(path.at(-1));
  if (Array.isArray(owner)) {
    dropped.add(path.join("/"));
    owner.splice(Number(last), 1);
    indices.get(owner)?.splice(Number(last), 1);
  } else if (owner) delete owner[last];
  return true;
}

function ownerOf(root: Open, path: Path): Exclude<Open, string> | undefined {
  const owner = valueAt(root, path.slice(0, -1)) as Open | undefined;
  return typeof owner === "object" ? owner : undefined;
}

function repaired(source: Source, { root, indices }: Copy): Source {
  const original = (path: Path): Path => {
    let value: Open | undefined = root;
    return path.map((step) => {
      const list: Open | undefined = value;
      value = typeof list === "object" ? (list as Record<string | number, Open>)[step] : undefined;
      return Array.isArray(list) ? (indices.get(list)?.[Number(step)] ?? step) : step;
    });
  };
  return withValue(source, root, original);
}
