import { type Diagnostic, problem } from "../../diagnostic.js";
import type { CodeList, CodeLists } from "../../model/budget.js";
import { DIMENSION_VALUES } from "../../model/dimensions.js";
import type { Dimension, Where } from "../../model/ledger.js";
import type { Path, Source } from "../../model/source.js";

/** Names of values are told from other words by their length: 是 and 否 are none. */
const SHORTEST = 2;

const FIXED: Readonly<Partial<Record<Dimension, readonly string[]>>> = DIMENSION_VALUES;

/** A column, row or measure that is called after one value and takes another: 工资福利支出 of 对个人和家庭的补助. */
export function checkNamed(
  source: Source,
  path: Path,
  name: string,
  where: Where,
  codes: CodeLists,
): readonly Diagnostic[] {
  return (Object.keys(where) as Dimension[]).flatMap((dimension) => {
    const taken = [where[dimension] ?? []].flat();
    const named = valuesNamed(name, dimension, codes);
    // a value that there is not is told already
    const known = taken.every((value) => isKnown(value, dimension, codes));
    if (!known || named.length === 0 || named.some((value) => taken.includes(value))) return [];
    const [value] = named;
    return [
      problem(
        "模板/口径",
        `“${name}”取的是${dimension} ${taken.join("、")}，与名称不符`,
        source.placeOf([...path, dimension]),
        `怎么改：改成 ${dimension}: ${/^\d/.test(value ?? "") ? `"${value}"` : value}，或者改正名称`,
      ),
    ];
  });
}

/** The values that a name speaks of; of two of which one is part of the other, the longer. */
function valuesNamed(name: string, dimension: Dimension, codes: CodeLists): readonly string[] {
  if (dimension === "经济科目") return codesCalled(name, codes.departmental, 5);
  if (dimension === "政府经济科目") return codesCalled(name, codes.governmental, 5);
  const found = (FIXED[dimension] ?? []).filter((each) => each.length >= SHORTEST && name.includes(each));
  return found.filter((each) => !found.some((other) => other !== each && other.includes(each)));
}

function isKnown(value: string, dimension: Dimension, codes: CodeLists): boolean {
  if (dimension === "经济科目") return codes.departmental.has(value);
  if (dimension === "政府经济科目") return codes.governmental.has(value);
  return FIXED[dimension]?.includes(value) ?? true;
}

function codesCalled(name: string, list: CodeList, length: number): readonly string[] {
  return [...list].flatMap(([code, entry]) =>
    code.length === length && entry.name.text === name ? [code] : [],
  );
}
