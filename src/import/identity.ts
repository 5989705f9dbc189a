import type { Recovered, RecoveredTable } from "../model/recovered.js";
import { compact } from "../text/fold.js";

/** Whose a file says that it is, and of which year. */
export interface Identity {
  /** codes of units, each with the name that stands beside it */
  readonly codes: ReadonlyMap<string, string | undefined>;
  readonly names: readonly string[];
  /** units that lists tell apart by their names alone */
  readonly listed: readonly string[];
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
  // a department's tables list its units, too
  const listed = tables.flatMap(unitsListed);
  const units = named.some(({ code }) => code !== undefined)
    ? named
    : listed.filter(({ code }) => code !== undefined);
  const names = named.some(({ name }) => name !== undefined) ? named : units;
  const titles = [file.split(/[/\\]/).at(-1) ?? "", ...tables.map(({ name }) => name), ...above];
  return {
    codes: codesOf(units),
    names: [...new Set(names.flatMap(({ name }) => name ?? []))],
    listed: listed.some(({ code }) => code !== undefined)
      ? []
      : [...new Set(listed.flatMap(({ name }) => name ?? []))],
    years: yearsIn(titles),
  };
}

interface NamedUnit {
  readonly code: string | undefined;
  readonly name: string | undefined;
}

/** Each code once, with the name that stands beside it anywhere. */
function codesOf(units: readonly NamedUnit[]): Identity["codes"] {
  const codes = new Map<string, string | undefined>();
  for (const { code, name } of units) if (code !== undefined) codes.set(code, codes.get(code) ?? name);
  return codes;
}

/** What heads a column of units, or of their codes: 预算单位, 单位编码. */
const UNIT_HEAD = /^(?:预算|填报|所属)?(?:单位|部门)(?:名称|编码|代码)?$/u;
const HEAD_ROWS = 8;
/** A unit as lists name it: its code, its name, or the code with the name behind it. */
const LISTED = /^[[【(（]?(\d{6,9})?[\]】)）]?[-—–_:：]?(\p{Script=Han}[^\d]{3,})?$/u;

/** The units that a list names, where columns of it are of units. */
function unitsListed({ rows }: RecoveredTable): readonly NamedUnit[] {
  const heads = rows.slice(0, HEAD_ROWS).map((row) => row.map(({ text }) => compact(text)));
  const first = heads.findIndex((row) => row.some((text) => UNIT_HEAD.test(text)));
  const columns = (heads[first] ?? []).flatMap((text, index) => (UNIT_HEAD.test(text) ? [index] : []));
  return rows.slice(first + 1).flatMap((row) => {
    const parts = columns.flatMap((index) => {
      const [whole, code, name] = LISTED.exec(compact(row[index]?.text ?? "")) ?? [];
      return whole ? [{ code, name }] : [];
    });
    const code = parts.find((part) => part.code !== undefined)?.code;
    return parts.length === 0 ? [] : [{ code, name: parts.find(({ name }) => name !== undefined)?.name }];
  });
}

function yearsIn(titles: readonly string[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const [year] of titles.flatMap((title) => [...title.matchAll(/(?<!\d)20\d\d(?!\d)/g)]))
    counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || b - a).map(([year]) => year);
}
