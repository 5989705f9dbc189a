import type { ErrorObject } from "ajv";
import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import { firstOfEach, groupedBy } from "../../model/groups.js";
import { isList, type Path, type Plain, type Source, valueAt } from "../../model/source.js";
import { labelOf, pathOf } from "./path.js";
import type { ShapeCodes } from "./schema.js";

/** A list of texts in which other marks than the comma of YAML part some of the items. */
interface MixedList {
  readonly problem: Diagnostic;
  /** whether an error is nothing but a consequence */
  readonly causes: (error: ErrorObject) => boolean;
}

/** What stands between items in Chinese, or when one was in a hurry. */
const MARKS = "，、；;,";

/** A text that is several items of its list, and the marks between them. */
interface Joined {
  readonly error: ErrorObject;
  readonly index: number;
  readonly items: readonly string[];
  readonly marks: readonly string[];
}

/** The lists of which a text is refused that would be several items, each of them right, were it parted. */
export function mixedLists(
  source: Source,
  errors: readonly ErrorObject[],
  codes: ShapeCodes,
): readonly MixedList[] {
  // a text may be against several rules
  const joined = firstOfEach(
    errors.flatMap((error) => joinedIn(source.value, error) ?? []),
    ({ error }) => error.instancePath,
  );
  const lists = groupedBy(joined, ({ error }) => JSON.stringify(pathOf(error).slice(0, -1)));
  return [...lists.values()].map((some) => mixedList(source, some, codes));
}

function mixedList(source: Source, some: readonly [Joined, ...Joined[]], codes: ShapeCodes): MixedList {
  const path = pathOf(some[0].error).slice(0, -1);
  const places = some.map(({ index }) => source.placeOf([...path, index]));
  const marks = [...new Set(some.flatMap((each) => each.marks))].map((mark) => `“${mark}”`);
  const told = problem(
    codes.value,
    `${labelOf(path)}的有些项之间用的是${marks.join("")}，程序分不开`,
    places[0],
    "规则：各项之间用英文逗号加一个空格",
    `怎么改：写成 [${listOf(source.value, path, some).join(", ")}]`,
  );
  const others = places.slice(1);
  const refused = new Set(some.map(({ error }) => error.instancePath));
  return {
    problem: others.length > 0 ? { ...told, others } : told,
    causes: ({ instancePath }) => refused.has(instancePath),
  };
}

function listOf(value: Plain, path: Path, some: readonly Joined[]): readonly string[] {
  const list = valueAt(value, path);
  const byIndex = new Map(some.map(({ index, items }) => [index, items]));
  const items = isList(list) ? list.flatMap((each, index) => byIndex.get(index) ?? [String(each)]) : [];
  return items.map((item) => (/[,:#[\]{}"']|^[-?&*!|>%@`]/.test(item) ? JSON.stringify(item) : item));
}

function joinedIn(value: Plain, error: ErrorObject): Joined | undefined {
  const path = pathOf(error);
  const [index, text] = [path.at(-1), valueAt(value, path)];
  if (error.keyword !== "pattern" || typeof text !== "string" || !isList(valueAt(value, path.slice(0, -1))))
    return undefined;
  const pattern = new RegExp(error.params.pattern, "u");
  const parted = [partedAt(text, MARKS), partedAt(text, " ")].find(
    ({ items }) => items.length > 1 && items.every((item) => item !== "" && pattern.test(item)),
  );
  return parted && { error, index: Number(index), ...parted };
}

/** A text parted at marks outside of brackets. */
function partedAt(text: string, marks: string): Pick<Joined, "items" | "marks"> {
  const items = [""];
  const found: string[] = [];
  let depth = 0;
  for (const character of text.trim()) {
    if (character === "（") depth++;
    if (character === "）") depth--;
    if (depth > 0 || !marks.includes(character)) items[items.length - 1] += character;
    else {
      items.push("");
      found.push(character === " " ? "空格" : character);
    }
  }
  return { items: items.map((item) => item.trim()), marks: found };
}
