import type { ErrorObject } from "ajv";
import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import { isList, type Plain, type Source } from "../../model/source.js";
import { itemOf } from "./guide.js";
import { isMissing } from "./keys.js";
import { pathOf } from "./path.js";
import type { SchemaPart, ShapeCodes } from "./schema.js";

/** A key of the outermost level whose line is gone, so that its items have become those of the list above it. */
interface LostKey {
  readonly problem: Diagnostic;
  /** whether an error is nothing but a consequence */
  readonly causes: (error: ErrorObject) => boolean;
}

/** The keys that are missing while what belongs under them stands at the end of another list. */
export function lostKeys(source: Source, schema: SchemaPart, codes: ShapeCodes): readonly LostKey[] {
  const { properties = {} } = schema;
  const { value } = source;
  if (typeof value !== "object" || isList(value)) return [];
  const lists = Object.keys(properties).map((key) => [key, itemOf(schema, properties[key])] as const);
  const written = value as Readonly<Record<string, Plain>>;
  const gone = lists.filter(([key]) => !(key in written));
  return lists.flatMap(([key, own]) => {
    const items = written[key];
    let owner = own;
    return isList(items) && own
      ? items.flatMap((item, index): readonly LostKey[] => {
          if (!owner || isOf(item, owner)) return [];
          const found = gone.find(([, part]) => part && isOf(item, part));
          owner = found?.[1] ?? owner;
          return found ? [lostKey(source, found[0], key, index, codes)] : [];
        })
      : [];
  });
}

function lostKey(source: Source, lost: string, key: string, from: number, codes: ShapeCodes): LostKey {
  const told = problem(
    codes.missing,
    `从这里起是“${lost}”的内容，却接在“${key}”下面：“${lost}:”这一行没有了`,
    { ...source.placeOf([key, from]), length: 1 },
    "怎么改：在这一行上面，从行首起补上：",
  );
  const causes = (error: ErrorObject): boolean => {
    const [list, index] = pathOf(error);
    if (list === undefined) return isMissing(error) && error.params.missingProperty === lost;
    return list === key && (index === undefined || Number(index) >= from);
  };
  return { problem: { ...told, paste: [`${lost}:`] }, causes };
}

/** Fewer keys may be those of anything. */
const LEAST = 3;

/** Whether an item has keys of this kind of item only. */
function isOf(item: Plain, { properties = {} }: SchemaPart): boolean {
  if (typeof item !== "object" || isList(item)) return false;
  const keys = Object.keys(item);
  return keys.length >= LEAST && keys.every((key) => key in properties);
}
