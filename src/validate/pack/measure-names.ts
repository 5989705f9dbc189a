import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { LAST_YEAR_SCOPE } from "../../model/budget.js";
import type { Measure } from "../../model/pack/measure.js";
import type { Source } from "../../model/source.js";
import { expectName, unknownName } from "../schema/names.js";

const LISTS_BY_MEASURE = ["上年", "原因"];

/** The names under 上年 and 原因 that are no measure of the pack, nor its scope: what was written there would be lost. */
export function checkMeasureNames(
  source: Source,
  measures: ReadonlyMap<string, Measure>,
): readonly Diagnostic[] {
  const lists = source.value as Readonly<Record<string, unknown>>;
  return LISTS_BY_MEASURE.flatMap((list) =>
    Object.keys(lists[list] ?? {})
      .filter((name) => !measures.has(name) && (list !== "原因" || name !== LAST_YEAR_SCOPE))
      .map((name) =>
        unknownName("数据/引用", source.placeOfKey([list, name]), "口径", name, measures.keys()),
      ),
  );
}

const LISTS = ["disclosed", "compared"] as const;

/** Names in the lists of what must be disclosed that no measure has. */
export function checkDisclosed(pack: Source, measures: Iterable<string>): readonly Diagnostic[] {
  const written = pack.value as unknown as Partial<Record<(typeof LISTS)[number], readonly string[]>>;
  const known = [...measures];
  return LISTS.flatMap((list) =>
    (written[list] ?? []).flatMap((name, index) =>
      expectName("口径", name, known, () => pack.placeOf([list, index])),
    ),
  );
}
