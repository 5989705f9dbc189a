import type { Path, Source } from "../../model/source.js";

const MOST_SHOWN = 8;

/** A note of where the same stands too; none where it does not. */
export function elsewhere(source: Source, others: readonly { readonly path: Path }[]): readonly string[] {
  if (others.length === 0) return [];
  const lines = [...new Set(others.slice(0, MOST_SHOWN).map(({ path }) => source.placeOf(path).line))];
  const more = others.length > MOST_SHOWN ? " 等" : "";
  return [`同样的还有 ${others.length} 处：第 ${lines.join("、")}${more} 行`];
}
