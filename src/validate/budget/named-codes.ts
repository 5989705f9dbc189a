import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import type { CodeEntry, CodeList, CodeLists } from "../../model/budget.js";
import { isGap } from "../../model/gap.js";
import { type Source, textAt, type Written } from "../../model/source.js";
import { trimmed } from "../../model/wording.js";
import { parentsOf } from "./code-uses.js";
import { partOf, textOf } from "./written.js";

const NAMES = "科目名称";

/** A code that the data itself names. */
export interface NamedCode {
  readonly code: string;
  readonly name: Written;
  readonly source: Source;
}

/** The names that files give to codes; what is no code or no name is a fault of shape. */
export function namesIn(sources: readonly Source[]): readonly NamedCode[] {
  return sources.flatMap((source) =>
    Object.entries(partOf(source.value, NAMES) ?? {}).flatMap(([code, name]: [string, unknown]) =>
      typeof name !== "string" || isGap(name) || name.trim() === "" || !/^[235]\d{4}(\d{2})?$/.test(code)
        ? []
        : [{ code, name: trimmed(source.written([NAMES, code])), source }],
    ),
  );
}

/** Whether the data has a line for the name of a code, in which it is still to be filled in. */
export function isStillToBeNamed({ value }: Source, code: string): boolean {
  return isGap(textOf(partOf(value, NAMES), code));
}

/** Whether a file means to name the code, but what it writes under 科目名称 is a text, which is a fault of shape. */
export function isNamedInText({ value }: Source, code: string): boolean {
  return textAt(value, [NAMES]).includes(code);
}

/** The lists with the names that the data gives to codes: the officer has the approval before her. */
export function withNames(codes: CodeLists, sources: readonly Source[]): CodeLists {
  const names = namesIn(sources);
  if (names.length === 0) return codes;
  const named = (list: CodeList, first: string): CodeList => {
    const own = names.filter(({ code }) => code.startsWith(first)).toReversed();
    return new Map([...list, ...own.map((each) => [each.code, entryOf(each, list)] as const)]);
  };
  return {
    ...codes,
    functional: named(codes.functional, "2"),
    departmental: named(codes.departmental, "3"),
    governmental: named(codes.governmental, "5"),
  };
}

/** What a list calls the same is as sure as the list is. */
function entryOf({ code, name, source }: NamedCode, list: CodeList): CodeEntry {
  const listed = list.get(code);
  if (listed?.name.text === name.text) return listed;
  return {
    code,
    name,
    status: "数据",
    citation: source.file,
    years: { from: 0, to: Number.POSITIVE_INFINITY },
    former: [],
    place: () => source.placeOfKey([NAMES, code]),
  };
}

/** Names of codes that hang in the air, as nobody knows what is above them. */
export function unfoundedNames(source: Source, codes: CodeLists): readonly Diagnostic[] {
  const { functional, departmental, governmental } = withNames(codes, [source]);
  return namesIn([source]).flatMap(({ code }) => {
    const parent = parentsOf(code).find((each) =>
      [functional, departmental, governmental].every((list) => !list.has(each)),
    );
    if (parent === undefined || isStillToBeNamed(source, parent)) return [];
    return [
      problem(
        "数据/科目",
        `“${NAMES}”里的 ${code}，上一级 ${parent} 不在科目表里`,
        source.placeOfKey([NAMES, code]),
        parent.length === 3
          ? "怎么改：核对代码；新设的类，要等程序的科目表或财政部门的科目表里有"
          : `怎么改：核对代码；${parent} 也是新设的，把它的名称也写在“${NAMES}”里`,
      ),
    ];
  });
}
