import { type Diagnostic, problem, warning } from "../../diagnostic/diagnostic.js";
import { type CodeLists, correspondingCode, UNIT_KINDS } from "../../model/budget.js";
import { GAP } from "../../model/gap.js";
import { groupedBy } from "../../model/groups.js";
import type { Source } from "../../model/source.js";
import {
  type CodeUse,
  codeAndName,
  codeUses,
  isCode,
  isInForce,
  listOf,
  parentsOf,
  yearHeld,
  yearWritten,
} from "./code-uses.js";
import { elsewhere } from "./elsewhere.js";
import { likelyName, ofAnotherList, similarCodes } from "./likely-codes.js";
import { isNamedInText, isStillToBeNamed, unfoundedNames, withNames } from "./named-codes.js";
import { partOf, textOf } from "./written.js";

/** The same code under the same key: one thing to look at, however many lines have it. */
type Uses = readonly [CodeUse, ...CodeUse[]];

/** Codes that no list has, that the year has not, or that go with no government code: each once. */
export function checkCodes(source: Source, listed: CodeLists): readonly Diagnostic[] {
  const codes = withNames(listed, [source]);
  // a code that is not even of the right length is a fault of shape, and reported as such
  const uses = codeUses(source).filter(isCode);
  const groups = [...groupedBy(uses, ({ key, text }) => `${key} ${text}`).values()];
  return [
    ...unfoundedNames(source, listed),
    ...groups.flatMap((group) => unknownCode(source, group, codes)),
    ...groups.flatMap((group) => codeOfAnotherYear(source, group, codes)),
    ...groups.flatMap((group) => codeWithoutPair(source, group, codes)),
  ];
}

function unknownCode(source: Source, group: Uses, codes: CodeLists): readonly Diagnostic[] {
  const [first, ...others] = group;
  const { key, text: code, path } = first;
  const list = listOf(codes, key);
  if (list.has(code) || isStillToBeNamed(source, code) || isNamedInText(source, code)) return [];
  const missing = parentsOf(code).filter((each) => !list.has(each));
  const likely = likelyName(code, list);
  const near = similarCodes(code, list).map((each) => codeAndName(list, each));
  const foreign = ofAnotherList(code, key, codes);
  const place = source.placeOf(path);
  if (foreign)
    return [
      problem("数据/科目", `${key}表里没有代码 ${code}`, place, ...elsewhere(source, others), ...foreign),
    ];
  return [
    problem(
      "数据/科目",
      `${key}表里没有代码 ${code}`,
      place,
      ...(missing.length > 0 ? [`上一级也没有：${missing.join("、")}`] : []),
      ...(likely
        ? [`照 ${codeAndName(list, code.slice(0, 5))} 这一款的规律，${code} 多半是“${likely}”`]
        : []),
      ...(near.length > 0 ? [`相近的代码：${near.join("、")}`] : []),
      ...elsewhere(source, others),
      remedy(source, code, missing, unpaired(source, group, codes).length > 0, likely),
    ),
  ];
}

function remedy(
  { value }: Source,
  code: string,
  missing: readonly string[],
  isUnpaired: boolean,
  likely: string | undefined,
): string {
  if (missing.some((each) => each.length === 3)) return "怎么改：核对代码";
  const names = [...missing.map((each) => `${each}: ${GAP}`), `${code}: ${likely ?? GAP}`].join(", ");
  const add = partOf(value, "科目名称")
    ? `在“科目名称”里加上 ${names}`
    : `在数据里加一行 科目名称: { ${names} }（几个代码的写在同一行里）`;
  const isWhole = missing.length === 0 && likely !== undefined;
  const fill = isWhole ? "" : `，把“${GAP}”换成批复里的名称`;
  const pair = isUnpaired ? `，并${WRITE_PAIR}` : "";
  return `怎么改：核对代码；批复里确是它的，${add}${fill}${pair}；财政部门有科目表的，用 npm run codes 录入`;
}

const WRITE_PAIR = "在这一行里写明“政府经济科目”，是 5 开头的 5 位代码";

/** What was brought forward is still spent under codes that are abolished. */
function codeOfAnotherYear(
  source: Source,
  [first, ...others]: Uses,
  codes: CodeLists,
): readonly Diagnostic[] {
  const { key, text: code, path } = first;
  const entry = listOf(codes, key).get(code);
  const isLeft = [first, ...others].every(({ line }) => textOf(line, "年份来源") === "上年结转");
  const [written, year] = [yearWritten(source), yearHeld(source, codes)];
  if (!entry || year === undefined) return [];
  const { from, to } = entry.years;
  if (isInForce(entry, year) || (to < year && isLeft)) return [];
  const found = warning(
    "数据/科目年份",
    `${key} ${code} ${entry.name.text} ${year < from ? `从 ${from} 年起才有` : `只用到 ${to} 年`}`,
    source.placeOf(path),
    ...elsewhere(source, others),
    `怎么改：核对代码；${written} 年的批复确是它的，不必改`,
  );
  return [{ ...found, about: found.message }];
}

function codeWithoutPair(source: Source, group: Uses, codes: CodeLists): readonly Diagnostic[] {
  const [first, ...others] = unpaired(source, group, codes);
  if (!first || !codes.departmental.has(first.text)) return [];
  return [
    problem(
      "数据/科目",
      `经济科目 ${codeAndName(codes.departmental, first.text)} 在对应表里没有政府经济科目`,
      source.placeOf(first.path),
      ...elsewhere(source, others),
      `怎么改：照批复，${WRITE_PAIR}`,
    ),
  ];
}

/** The lines whose government code nobody says: neither they themselves nor, for a kind of unit that is known, a list. */
function unpaired(source: Source, group: Uses, codes: CodeLists): readonly CodeUse[] {
  const kind = textOf(partOf(source.value, "单位"), "性质");
  if (!UNIT_KINDS.some((each) => each === kind) || correspondingCode(codes, group[0].text, kind)) return [];
  return group.filter(({ key, line }) => key === "经济科目" && textOf(line, "政府经济科目") === undefined);
}
