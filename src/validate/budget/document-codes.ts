import { type Diagnostic, problem, warning } from "../../diagnostic.js";
import { type CodeList, type CodeLists, type CodeStatus, correspondingCode } from "../../model/budget.js";
import { firstOfEach, repeatsIn } from "../../model/groups.js";
import type { Source } from "../../model/source.js";
import { type CodeUse, codeAndName, codeUses, isCode, listOf, parentsOf, yearWritten } from "./code-uses.js";
import { formerly } from "./miswritten-codes.js";
import { type NamedCode, namesIn, withNames } from "./named-codes.js";
import { partOf, textOf } from "./written.js";

/** Codes and pairs that a document uses, as it is told of them. */
interface Used {
  readonly says: string;
  readonly status: CodeStatus;
}

const MOST_SHOWN = 4;
const TAKE_UP = "财政部门有科目表（.xlsx、.csv）的，运行 npm run codes -- 文件.xlsx，以后就照它的";

/**
 * What is to be said once of all codes of a document, whose own file is the first: how sure the program's lists are of
 * them, in one line, and which of them the data names itself, in another.
 */
export function checkDocumentCodes(sources: readonly Source[], listed: CodeLists): readonly Diagnostic[] {
  const codes = withNames(listed, sources);
  const names = namesIn(sources);
  const used = usedIn(sources, codes);
  return [
    ...(otherYear(sources, codes) ?? unverified(sources, codes)),
    ...namedInData(names, used, listed),
    ...namedInVain(names, used, codes),
    ...namedTwice(names),
  ];
}

/** That the lists are of another year, of which nobody knows what it is in this one. */
function otherYear(
  [own]: readonly Source[],
  { years, bureau }: CodeLists,
): readonly Diagnostic[] | undefined {
  const year = own && yearWritten(own);
  if (!own || year === undefined || bureau === year || (years.from <= year && year <= years.to))
    return undefined;
  if (!own.file.endsWith(`/${year}.yaml`)) return undefined;
  const nearest = year < years.from ? years.from : years.to;
  return [
    warning(
      "数据/科目表年份",
      `没有 ${year} 年的科目表，科目是按 ${nearest} 年的核对的`,
      own.placeOf(["年度"]),
      `规则：科目每年都可能增加、改名、取消；${nearest} 年有的，${year} 年不一定有`,
      `怎么改：照批复核对本单位用到的科目；${TAKE_UP}`,
    ),
  ];
}

function unverified(sources: readonly Source[], codes: CodeLists): readonly Diagnostic[] {
  const uses = sources.flatMap((source) => codeUses(source).filter(isCode));
  const pairs = sources.flatMap((source) => pairsOf(source, codes));
  const doubtful = (used: readonly Used[]): readonly string[] =>
    firstOfEach(used, ({ says }) => says).flatMap(({ says, status }) => (status === "未核对" ? [says] : []));
  const found = doubtful([
    ...uses.flatMap(({ key, text }) => nameOf(listOf(codes, key), text)),
    ...pairs.flatMap(({ code }) => nameOf(codes.governmental, code)),
  ]);
  const unsure = doubtful(pairs);
  if (found.length + unsure.length === 0) return [];
  const parts = [
    ...(found.length > 0 ? [`用到的科目有 ${found.length} 个没有与官方的科目表核对过：${shown(found)}`] : []),
    ...(unsure.length > 0 ? [`对应的政府经济科目有 ${unsure.length} 个没有核对过：${shown(unsure)}`] : []),
  ];
  const told = warning("数据/科目未核", parts.join("；"), undefined, `怎么改：照批复核对；${TAKE_UP}`);
  return [{ ...told, about: [...found, ...unsure].join("、") }];
}

function nameOf(list: CodeList, code: string): readonly Used[] {
  const entry = list.get(code);
  return entry ? [{ says: codeAndName(list, code), status: entry.status }] : [];
}

/** The government codes that follow from departmental ones. */
function pairsOf(source: Source, codes: CodeLists): readonly (Used & { readonly code: string })[] {
  const kind = textOf(partOf(source.value, "单位"), "性质");
  return codeUses(source).flatMap(({ key, text, line }: CodeUse) => {
    if (key !== "经济科目" || textOf(line, "政府经济科目") !== undefined) return [];
    const found = correspondingCode(codes, text, kind);
    return found ? [{ says: `${text}→${found.code}`, ...found }] : [];
  });
}

function shown(items: readonly string[]): string {
  return `${items.slice(0, MOST_SHOWN).join("、")}${items.length > MOST_SHOWN ? " 等" : ""}`;
}

/** The codes that are printed by the name that the data gives. */
function namedInData(
  names: readonly NamedCode[],
  used: ReadonlySet<string>,
  listed: CodeLists,
): readonly Diagnostic[] {
  const lists = [listed.functional, listed.departmental, listed.governmental];
  const told = firstOfEach(names, ({ code }) => code).flatMap((named) => {
    const entry = lists.flatMap((list) => list.get(named.code) ?? [])[0];
    return !used.has(named.code) || entry?.name.text === named.name.text ? [] : [{ named, entry }];
  });
  const [first] = told;
  if (!first) return [];
  const others = told.flatMap(({ named: { code, name }, entry }) =>
    entry
      ? [
          formerly(entry, name.text) ??
            `科目表里 ${code} 叫“${entry.name.text}”（${entry.status}：${entry.citation}）`,
        ]
      : [],
  );
  const says = told.map(({ named: { code, name } }) => `${code} ${name.text}`).join("、");
  const found = warning(
    "数据/科目名称",
    `这些科目的名称照数据里写的印：${says}`,
    first.named.source.placeOfKey(["科目名称", first.named.code]),
    ...others,
    `怎么改：照批复核对代码和名称；${TAKE_UP}`,
  );
  return [{ ...found, about: says }];
}

/** All codes of the lines, with those above them and those that follow from them. */
function usedIn(sources: readonly Source[], codes: CodeLists): ReadonlySet<string> {
  const written = sources.flatMap(codeUses).map(({ text }) => text);
  const paired = sources.flatMap((source) => pairsOf(source, codes)).map(({ code }) => code);
  return new Set([...written, ...paired].flatMap((code) => [code, ...parentsOf(code)]));
}

/** Names that print nothing, told once; those that hang in the air are faults of their own. */
function namedInVain(
  names: readonly NamedCode[],
  used: ReadonlySet<string>,
  { functional, departmental, governmental }: CodeLists,
): readonly Diagnostic[] {
  const isKnown = (code: string): boolean =>
    [functional, departmental, governmental].some((list) => list.has(code));
  const idle = names.filter(({ code }) => !used.has(code) && parentsOf(code).every(isKnown));
  const [first, ...others] = firstOfEach(idle, ({ code }) => code);
  if (!first) return [];
  const placeOf = ({ source, code }: NamedCode) => source.placeOfKey(["科目名称", code]);
  const codes = [first, ...others].map(({ code }) => code).join("、");
  const found = warning(
    "数据/科目名称",
    `“科目名称”里的 ${codes} 没有用到`,
    placeOf(first),
    "怎么改：核对代码；多余的，删去这一项",
  );
  return [{ ...found, about: codes, ...(others.length > 0 && { others: others.map(placeOf) }) }];
}

function namedTwice(names: readonly NamedCode[]): readonly Diagnostic[] {
  return repeatsIn(names, ({ code }) => code).flatMap(([first, again]) => {
    if (first.name.text === again.name.text) return [];
    const { file, line } = first.source.placeOfKey(["科目名称", first.code]);
    return [
      problem(
        "数据/重复",
        `${again.code} 写了两个名称：“${again.name.text}”，和 ${file} 第 ${line} 行的“${first.name.text}”`,
        again.source.placeOfKey(["科目名称", again.code]),
        "怎么改：照批复写成一样的",
      ),
    ];
  });
}
