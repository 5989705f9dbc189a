import { type Diagnostic, warning } from "../../diagnostic/diagnostic.js";
import type { CodeList, CodeLists, CodeStatus } from "../../model/budget.js";
import { gapPaths } from "../../model/gap.js";
import { firstOfEach } from "../../model/groups.js";
import type { Source } from "../../model/source.js";
import { contradictedNames, givenNames, namedInData, namedTwice, superfluousNames } from "./code-names.js";
import { codeAndName, codeUses, isCode, listOf, pairedCodes, TAKE_UP, yearWritten } from "./code-uses.js";
import { withNames } from "./named-codes.js";

/** Codes and pairs that a document uses, as it is told of them. */
interface Used {
  readonly says: string;
  readonly status: CodeStatus;
}

const MOST_SHOWN = 4;

/**
 * What is to be said once of all codes of a document, whose own file is the first: how sure the program's lists are of
 * them, in one line, and what is to be said of those that the data names itself. As long as anything is still to be
 * filled in, only what will be wrong then too.
 */
export function checkDocumentCodes(sources: readonly Source[], listed: CodeLists): readonly Diagnostic[] {
  const codes = withNames(listed, sources);
  const given = givenNames(sources, listed);
  const isFilled = sources.every(({ value }) => gapPaths(value).length === 0);
  return [
    ...(otherYear(sources, codes) ?? (isFilled ? unverified(sources, codes) : [])),
    ...contradictedNames(given),
    ...namedTwice(given),
    ...(isFilled ? [...namedInData(given), ...superfluousNames(given)] : []),
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
  const pairs = sources.flatMap((source) =>
    pairedCodes(source, codes).map((pair) => ({ ...pair, says: `${pair.from}→${pair.code}` })),
  );
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

function shown(items: readonly string[]): string {
  return `${items.slice(0, MOST_SHOWN).join("、")}${items.length > MOST_SHOWN ? " 等" : ""}`;
}
