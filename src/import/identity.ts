import type { Recovered } from "../model/recovered.js";
import { compact } from "../text/fold.js";

/** Whose a file says that it is, and of which year. */
export interface Identity {
  /** codes of units, each with the name that stands beside it */
  readonly codes: ReadonlyMap<string, string | undefined>;
  readonly names: readonly string[];
  /** the years that its titles name, the most frequent first */
  readonly years: readonly number[];
}

/** What stands above a table, or on a cover, about the unit: 单位：[403008]三门峡市住房保障中心. */
const UNIT =
  /(?:单位|部门)(?:名称|编码|代码)?[：:](?:[[【(（]?(\d{6,9})[\]】)）]?)?([^：:\s]*?)(?=$|单位|金额|日期|年度|\s)/gu;
/** What else stands behind such words. */
const NO_NAME = /^(?:人民币)?[百千万亿]*元|^[\d.]*$|^(?:辆|个|台|人)/u;
/** A line of a cover, or above a table; longer ones are prose. */
const LONGEST_LINE = 60;
const FIRST_LINES = 30;

export function identityOf({ file, tables, paragraphs }: Recovered): Identity {
  const lines = paragraphs.slice(0, FIRST_LINES).map(({ text }) => text);
  const above = [...tables.flatMap((table) => table.above), ...lines].filter(
    ({ length }) => length <= LONGEST_LINE,
  );
  const found = above.flatMap((text) => [...text.replace(/\s+/gu, " ").matchAll(UNIT)]);
  const named = found.map(([, code, name = ""]) => ({
    code,
    name: NO_NAME.test(name) ? undefined : compact(name),
  }));
  const titles = [file.split(/[/\\]/).at(-1) ?? "", ...tables.map(({ name }) => name), ...above];
  return {
    codes: new Map(named.flatMap(({ code, name }) => (code === undefined ? [] : [[code, name] as const]))),
    names: [...new Set(named.flatMap(({ name }) => name ?? []))],
    years: yearsIn(titles),
  };
}

function yearsIn(titles: readonly string[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const [year] of titles.flatMap((title) => [...title.matchAll(/(?<!\d)20\d\d(?!\d)/g)]))
    counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || b - a).map(([year]) => year);
}
