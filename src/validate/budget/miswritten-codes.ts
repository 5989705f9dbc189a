import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import type { CodeEntry, CodeList, CodeLists } from "../../model/budget.js";
import { isGap } from "../../model/gap.js";
import { few, groupedBy } from "../../model/groups.js";
import type { Path, Source } from "../../model/source.js";
import { compact, folded } from "../../text/fold.js";
import { CODE_DIGITS, type CodeUse, codeAndName, codeUses, isCode, listOf } from "./code-uses.js";
import { elsewhere } from "./elsewhere.js";
import { codesBelow, codesNamed, codesNamedAlmost, ofAnotherList } from "./likely-codes.js";

/** What stands where a code belongs, is none, and can be understood all the same. */
export interface Miswritten {
  /** where it stands: a fault of shape no more */
  readonly paths: readonly Path[];
  readonly problems: readonly Diagnostic[];
}

/** More names than these help nobody to choose. */
const MOST_SHOWN = 5;

/** Names, codes with their names, and codes with blanks in them, each told once with the code that is meant. */
export function miswrittenCodes(source: Source, codes: CodeLists): Miswritten {
  const uses = codeUses(source).filter((use) => !isCode(use) && !isGap(use.text));
  const groups = [...groupedBy(uses, ({ key, text }) => `${key} ${text}`).values()];
  const written = groupedBy(codeUses(source).filter(isCode), ({ key }) => key);
  const told = groups.flatMap((group) => {
    const own = written.get(group[0].key) ?? [];
    const found = meant(
      group[0],
      codes,
      own.map(({ text }) => text),
    );
    return found.length === 0 ? [] : [{ group, found }];
  });
  return {
    paths: told.flatMap(({ group }) => group.map(({ path }) => path)),
    problems: told.map(({ group: [first, ...others], found }) =>
      problem(
        "数据/科目",
        `${first.key}“${first.text}”要写成代码`,
        source.placeOf(first.path),
        ...elsewhere(source, others),
        ...found,
      ),
    ),
  };
}

/** The code that is meant, in the officer's words; nothing where nobody can tell. */
function meant(use: CodeUse, codes: CodeLists, own: readonly string[]): readonly string[] {
  const { key, text } = use;
  const list = listOf(codes, key);
  const { code, name } = codeAndWords(withoutLetters(compact(text)), CODE_DIGITS[key]);
  const entry = list.get(code);
  if (code.length === CODE_DIGITS[key]) {
    const other = name !== "" && entry && folded(entry.name.text) !== folded(name);
    const two = other ? twoCodes(use, entry, name, list) : undefined;
    if (two) return two;
    return [
      ...(other ? [formerly(entry, name) ?? `科目表里是 ${codeAndName(list, code)}`] : []),
      ...(entry ? [] : [`${key}表里没有代码 ${code}，先核对代码`]),
      `怎么改：写成 ${key}: ${code}`,
    ];
  }
  if (code !== "") return entry ? tooHigh(entry, key, list) : (ofAnotherList(code, key, codes) ?? []);
  return name === "" ? [] : meantByName(name, key, list, own);
}

/** A code in which letters stand for the digits that they look like. */
function withoutLetters(text: string): string {
  const isCodeLike = /^[\dOoIl]*\d[\dOoIl]*$/.test(text);
  return isCodeLike ? text.replaceAll(/[Oo]/g, "0").replaceAll(/[Il]/g, "1") : text;
}

/** What parts the levels where a system shows a name with those above it. */
const LEVELS_PARTED = /[-—–>/\\→]+/u;

function meantByName(
  name: string,
  key: CodeUse["key"],
  list: CodeList,
  own: readonly string[],
): readonly string[] {
  const last = name.split(LEVELS_PARTED).at(-1) ?? "";
  const named = [name, last].map((each) => codesNamed(each, list, CODE_DIGITS[key])).find(isAny) ?? [];
  const [only, ...others] = named;
  if (!only) {
    const [above] = [5, 3].flatMap((digits) => codesNamed(name, list, digits));
    return above ? tooHigh(above, key, list) : almost(last, key, list);
  }
  if (others.length > 0) return choice(named, list, own);
  const before = formerly(only, name);
  return [`${name} → ${only.code}`, ...(before ? [before] : []), `怎么改：写成 ${key}: ${only.code}`];
}

const NAME_FIRST = /^(?<name>[^\d[【(（]*\p{L})[-—–_:：.、·]*[[【(（]?(?<code>\d+)[\]】)）]?$/u;

/** The code and the words in what is written, in either order; a code that comes first may be in parts (224-01-06). */
function codeAndWords(text: string, digits: number): { readonly code: string; readonly name: string } {
  const behind = NAME_FIRST.exec(text)?.groups;
  if (behind) return { code: behind.code ?? "", name: behind.name ?? "" };
  const cut = (of: string) => /^[[【(（]?(\d*)[\]】)）]?[-—–_:：.、·]*(.*)$/u.exec(of) ?? [];
  const joined = cut(text.replace(/(?<=\d)[-—–_.·、/](?=\d)/gu, ""));
  const [, code = "", name = ""] = joined[1]?.length === digits ? joined : cut(text);
  return { code, name };
}

/** What is written is above the level that a line must write. */
function tooHigh({ code }: CodeEntry, key: CodeUse["key"], list: CodeList): readonly string[] {
  const level = LEVELS[code.length] ?? "";
  const below = codesBelow(code, list).map((each) => codeAndName(list, each));
  return [
    `${codeAndName(list, code)} 是${level}，${key}要写 ${CODE_DIGITS[key]} 位代码`,
    ...(below.length > 0 ? [`它下面有：${few(below, MOST_BELOW, " ")}`] : []),
    "怎么改：照批复写它下面的代码",
  ];
}

const LEVELS: Readonly<Record<number, string>> = { 3: "类", 5: "款" };
const MOST_BELOW = 12;

function isAny(list: readonly unknown[]): boolean {
  return list.length > 0;
}

/** Nobody can tell which is meant: only that it is no name of the list, and what is near it. */
function almost(name: string, key: CodeUse["key"], list: CodeList): readonly string[] {
  const near = codesNamedAlmost(name, list, CODE_DIGITS[key]).map(({ code }) => codeAndName(list, code));
  if (near.length === 0) return [];
  return [`名称相近的有：${few(near, MOST_SHOWN, " ")}`, "怎么改：照批复写其中的代码"];
}

/** Where more than one code is meant: by another code behind the first, or by the name of another. */
function twoCodes(
  { key, text, line }: CodeUse,
  entry: CodeEntry,
  name: string,
  list: CodeList,
): readonly string[] | undefined {
  const first = codeAndName(list, entry.code);
  if (/^[^\p{L}]*\d{3}/u.test(name)) {
    const all = text.match(/\d+/g)?.join(", ") ?? "";
    return [
      `写了几个代码，${first} 是第一个`,
      line ? "怎么改：一行写一个科目，分成几行，各写金额" : `怎么改：代码之间用英文逗号加空格分开：${all}`,
    ];
  }
  const others = codesNamed(name, list, CODE_DIGITS[key]).filter(({ code }) => code !== entry.code);
  const named = others.map(({ code }) => codeAndName(list, code));
  if (formerly(entry, name) || named.length === 0) return undefined;
  return [
    `代码和名称不是一个科目：科目表里是 ${first}；叫这个名称的是 ${few(named, MOST_SHOWN, " ")}`,
    "怎么改：照批复写其中一个的代码",
  ];
}

/** The codes of one name, those first whose section (款), or else class, the file itself uses. */
function choice(named: readonly CodeEntry[], list: CodeList, own: readonly string[]): readonly string[] {
  const among = (length: number): readonly CodeEntry[] => {
    const used = new Set(own.map((code) => code.slice(0, length)));
    return named.filter(({ code }) => length < code.length && used.has(code.slice(0, length)));
  };
  const likely = among(5);
  const [first, second] = likely;
  const ordered = [...new Set([...likely, ...among(3), ...named])];
  const shown = ordered.map(({ code }) => `${code}（${list.get(code.slice(0, -2))?.name.text ?? ""}）`);
  return [
    `叫这个名称的有：${few(shown, MOST_SHOWN, " ")}`,
    first && !second
      ? `怎么改：照批复写其中的代码；这份数据别处用的是 ${codeAndName(list, first.code.slice(0, 5))}，多半是 ${first.code}`
      : "怎么改：照批复写其中的代码",
  ];
}

/** That a name is one of before, and what it is now; undefined where it is none. */
export function formerly({ code, name, former }: CodeEntry, written: string): string | undefined {
  const before = former.find((each) => folded(each.name) === folded(written));
  if (!before) return undefined;
  const until = before.until === undefined ? "" : `（到 ${before.until} 年）`;
  return `“${written}”是 ${code} 以前的名称${until}，现在叫“${name.text}”`;
}
