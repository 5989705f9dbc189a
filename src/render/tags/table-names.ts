import type { Table } from "../../model/report.js";

/** Where a text names a table: by its title, with or without the year before it, or by its number. */
export interface TableName {
  /** in UTF-16 units */
  readonly from: number;
  readonly to: number;
  readonly table: Table;
}

export type FindTableNames = (text: string) => readonly TableName[];

/** Names that several tables have are not found: nobody could say which one is meant. */
export function indexTableNames(tables: readonly Table[]): FindTableNames {
  const named = new Map<string, Table | undefined>();
  for (const table of tables) {
    for (const name of new Set(namesOf(table))) named.set(name, named.has(name) ? undefined : table);
  }
  const names = [...named.keys()].toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return () => [];
  const pattern = new RegExp(names.map(escaped).join("|"), "gu");
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ 0: name, index }) => {
      const table = named.get(name);
      return table ? [{ from: index, to: index + name.length, table }] : [];
    });
}

function namesOf({ number, title }: Table): string[] {
  return [number.text, title.text, title.text.replace(/^\d{4}年度?/, "")].filter((name) => name !== "");
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
