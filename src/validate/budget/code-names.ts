import { type Diagnostic, problem, warning } from "../../diagnostic/diagnostic.js";
import type { CodeEntry, CodeLists, CodeStatus } from "../../model/budget.js";
import { few, firstOfEach, repeatsIn } from "../../model/groups.js";
import type { Source } from "../../model/source.js";
import { folded } from "../../text/fold.js";
import { codeUses, isInForce, pairedCodes, parentsOf, TAKE_UP, yearHeld } from "./code-uses.js";
import { formerly } from "./miswritten-codes.js";
import { type NamedCode, namesIn, withNames } from "./named-codes.js";

/** The lists whose names no data can change. */
const SETTLED: readonly CodeStatus[] = ["官方", "公开文件", "财政部门"];
const MOST_SHOWN = 10;

/** A name that the data gives, and what the lists have under the code. */
export interface GivenName extends NamedCode {
  readonly listed: CodeEntry | undefined;
  readonly isSame: boolean;
  /** whether the list is sure of its other name for the year of the data */
  readonly isSettled: boolean;
  /** whether anything is printed by it */
  readonly isUsed: boolean;
}

/** The names that files give to codes, beside what the lists have. */
export function givenNames(sources: readonly Source[], lists: CodeLists): readonly GivenName[] {
  const codes = withNames(lists, sources);
  const used = new Set(
    sources.flatMap((source) => [
      ...codeUses(source).flatMap(({ text }) => [text, ...parentsOf(text)]),
      ...pairedCodes(source, codes).flatMap(({ code }) => [code, ...parentsOf(code)]),
    ]),
  );
  return namesIn(sources).map((named) => {
    const { code, name, source } = named;
    const listed = [lists.functional, lists.departmental, lists.governmental].flatMap(
      (list) => list.get(code) ?? [],
    )[0];
    const isSame = listed !== undefined && folded(listed.name.text) === folded(name.text);
    const year = yearHeld(source, lists);
    const isSettled =
      listed !== undefined &&
      !isSame &&
      SETTLED.includes(listed.status) &&
      (year === undefined || isInForce(listed, year));
    return { ...named, listed, isSame, isSettled, isUsed: used.has(code) };
  });
}

/** Codes that the data calls otherwise than a list does that is sure of them. */
export function contradictedNames(given: readonly GivenName[]): readonly Diagnostic[] {
  return given.flatMap(({ code, name, source, listed, isSettled }) => {
    if (!listed || !isSettled) return [];
    const before = formerly(listed, name.text);
    return [
      problem(
        "数据/科目名称",
        `科目表里 ${code} 叫“${listed.name.text}”，“科目名称”里写成了“${name.text}”`,
        placeOf({ code, source }),
        `规则：科目表里有的，照科目表印；“科目名称”只写科目表里没有的代码`,
        `依据：${sourceOf(listed)}`,
        ...(before ? [before] : []),
        `怎么改：从“科目名称”里删去它，核对用的是不是这个代码；${TAKE_UP}`,
      ),
    ];
  });
}

/** The codes that are printed by the name that the data gives. */
export function namedInData(given: readonly GivenName[]): readonly Diagnostic[] {
  const told = firstOfEach(given, ({ code }) => code).filter(
    ({ isUsed, isSame, isSettled }) => isUsed && !isSame && !isSettled,
  );
  const [first] = told;
  if (!first) return [];
  const others = told.flatMap(({ code, name, listed }) =>
    listed
      ? [formerly(listed, name.text) ?? `科目表里 ${code} 叫“${listed.name.text}”（${sourceOf(listed)}）`]
      : [],
  );
  const says = told.map(({ code, name }) => `${code} ${name.text}`).join("、");
  const found = warning(
    "数据/科目名称",
    `这些科目的名称照数据里写的印：${says}`,
    placeOf(first),
    ...others,
    `怎么改：照批复核对代码和名称；${TAKE_UP}`,
  );
  return [{ ...found, about: says }];
}

/** Names that change nothing: the list has the same, or nothing is printed by them. */
export function superfluousNames(given: readonly GivenName[]): readonly Diagnostic[] {
  const told = given.filter(({ isUsed, isSame, isSettled }) => isSame || (!isUsed && !isSettled));
  const [first] = told;
  if (!first) return [];
  const words = told.map(
    ({ code, isSame }) => `${code}（${isSame ? "科目表里就叫这个名称" : "没有用到这个科目"}）`,
  );
  const found = warning(
    "数据/科目名称",
    `“科目名称”里这些不必写：${few([...new Set(words)], MOST_SHOWN, " ")}`,
    placeOf(first),
    "怎么改：从“科目名称”里删去；要用它而代码写错了的，改对代码",
  );
  return [{ ...found, about: words.join("\n") }];
}

/** Codes to which two files of a department give different names. */
export function namedTwice(given: readonly GivenName[]): readonly Diagnostic[] {
  return repeatsIn(given, ({ code }) => code).flatMap(([first, again]) => {
    if (first.name.text === again.name.text) return [];
    const { file, line } = placeOf(first);
    return [
      problem(
        "数据/重复",
        `${again.code} 写了两个名称：“${again.name.text}”，和 ${file} 第 ${line} 行的“${first.name.text}”`,
        placeOf(again),
        "怎么改：照批复写成一样的",
      ),
    ];
  });
}

function placeOf({ code, source }: Pick<NamedCode, "code" | "source">) {
  return source.placeOfKey(["科目名称", code]);
}

function sourceOf({ status, citation }: CodeEntry): string {
  return `${status}：${citation}`;
}
