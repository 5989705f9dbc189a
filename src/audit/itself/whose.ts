import { groupedBy } from "../../model/groups.js";
import { compact } from "../../text/fold.js";
import type { ForeignDocument } from "./document.js";

/** Whose a document says that it is, of which year and of which kind. */
export interface Whose {
  readonly unit: string | undefined;
  readonly year: number | undefined;
  readonly kind: "单位预算" | "部门预算" | undefined;
}

const FIRST_LINES = 40;
const TITLES = [
  /^(?<unit>\p{Script=Han}[\p{Script=Han}（）]{2,40}?)(?<year>20\d\d)年度?(?<kind>单位|部门)?预算/u,
  /^(?<year>20\d\d)年度?(?<unit>\p{Script=Han}[\p{Script=Han}（）]{2,40}?)(?<kind>单位|部门)?预算/u,
];
const NAMED =
  /(?:单位|部门|编制单位|预算单位)(?:名称)?：(?:\[?\d{3,}\]?)?(\p{Script=Han}[\p{Script=Han}（）]{2,40}?)(?=$|单位|金额|日期)/u;
const NO_NAME = /^(?:度|万元|元|单位|部门|收入|支出|本)/u;

/** Read of its title and of what stands over its tables: what most of them say. */
export function whoseIs({ lines, tables, file }: ForeignDocument): Whose {
  const titles = [
    file.split(/[/\\]/).at(-1) ?? "",
    ...lines.slice(0, FIRST_LINES).map(({ text }) => text),
  ].map(compact);
  const above = tables.flatMap((table) => table.above.map(compact));
  const matches = titles.flatMap((text) => titlesIn(text));
  const named = above.flatMap((text) => NAMED.exec(text.replace(/:/gu, "："))?.[1] ?? []);
  const units = [...matches.flatMap(({ unit }) => unit ?? []), ...named].filter(
    (name) => !NO_NAME.test(name),
  );
  const years = [
    ...matches.flatMap(({ year }) => year ?? []),
    ...tables.flatMap(({ title }) => /20\d\d/u.exec(title)?.[0] ?? []),
  ];
  const year = mostFrequent(years);
  const kind = mostFrequent(matches.flatMap(({ kind: each }) => each ?? []));
  return {
    unit: mostFrequent(units),
    year: year === undefined ? undefined : Number(year),
    kind: kind === undefined ? undefined : kind === "部门" ? "部门预算" : "单位预算",
  };
}

function titlesIn(text: string): readonly Readonly<Record<string, string | undefined>>[] {
  const [groups] = TITLES.flatMap((title) => title.exec(text)?.groups ?? NONE);
  return groups ? [groups] : [];
}

const NONE: readonly Readonly<Record<string, string>>[] = [];

function mostFrequent(words: readonly string[]): string | undefined {
  const groups = [...groupedBy(words, (word) => word)];
  return groups.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}
