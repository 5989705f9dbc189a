import { type Diagnostic, problem } from "../../diagnostic.js";
import type { CodeEntry, CodeLists } from "../../model/budget.js";
import { isGap } from "../../model/gap.js";
import { groupedBy } from "../../model/groups.js";
import type { Path, Source } from "../../model/source.js";
import { compact, folded } from "../../text/fold.js";
import { CODE_DIGITS, type CodeUse, codeAndName, codeUses, isCode, listOf } from "./code-uses.js";
import { elsewhere } from "./elsewhere.js";
import { codesNamed } from "./likely-codes.js";

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
  const told = groups.flatMap((group) => {
    const found = meant(group[0], codes);
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
function meant({ key, text }: CodeUse, codes: CodeLists): readonly string[] {
  const list = listOf(codes, key);
  const { code = "", name = "" } = codeAndNameIn(compact(text));
  const entry = list.get(code);
  if (code.length === CODE_DIGITS[key]) {
    const other = name !== "" && entry && folded(entry.name.text) !== folded(name);
    return [
      ...(other ? [formerly(entry, name) ?? `科目表里是 ${codeAndName(list, code)}`] : []),
      ...(entry ? [] : [`${key}表里没有代码 ${code}，先核对代码`]),
      `怎么改：写成 ${key}: ${code}`,
    ];
  }
  const named = code === "" && name !== "" ? codesNamed(name, list, CODE_DIGITS[key]) : [];
  const [only, ...others] = named;
  if (!only) return [];
  if (others.length > 0)
    return [`叫这个名称的有：${candidates(named, codes, key)}`, "怎么改：照批复写其中的代码"];
  const before = formerly(only, name);
  return [`${name} → ${only.code}`, ...(before ? [before] : []), `怎么改：写成 ${key}: ${only.code}`];
}

const CODE_FIRST = /^[[【(（]?(?<code>\d*)[\]】)）]?[-—–_:：.、·]*(?<name>.*)$/u;
const NAME_FIRST = /^(?<name>[^\d[【(（]*\p{L})[-—–_:：.、·]*[[【(（]?(?<code>\d+)[\]】)）]?$/u;

/** The code and the name in a text that may hold both, in either order. */
function codeAndNameIn(text: string): Readonly<Record<string, string | undefined>> {
  return (NAME_FIRST.exec(text) ?? CODE_FIRST.exec(text))?.groups ?? {};
}

function candidates(named: readonly CodeEntry[], codes: CodeLists, key: CodeUse["key"]): string {
  const list = listOf(codes, key);
  const shown = named
    .slice(0, MOST_SHOWN)
    .map(({ code }) => `${code}（${list.get(code.slice(0, -2))?.name.text ?? ""}）`);
  return `${shown.join("、")}${named.length > MOST_SHOWN ? ` 等 ${named.length} 个` : ""}`;
}

/** That a name is one of before, and what it is now; undefined where it is none. */
export function formerly({ code, name, former }: CodeEntry, written: string): string | undefined {
  const before = former.find((each) => folded(each.name) === folded(written));
  if (!before) return undefined;
  const until = before.until === undefined ? "" : `（到 ${before.until} 年）`;
  return `“${written}”是 ${code} 以前的名称${until}，现在叫“${name.text}”`;
}
