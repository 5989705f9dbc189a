import type { LocatedChange } from "../../src/renew/renewal.js";

/** What an officer writes into a gap: by what the gap is called, and what last year's file says there. */
export type Filling = (gap: string, before: string) => string;

/** `text` with every gap filled in, in the quotation marks that it stands in. */
export function filled(text: string, changes: readonly LocatedChange[], filling: Filling): string {
  const lines = text.split("\n").map((line) => [...line]);
  for (const change of changes.toReversed()) {
    if (change.kind !== "emptied") continue;
    const { line, column, length } = change.place;
    const characters = lines[line - 1] ?? [];
    const written = characters.slice(column - 1, column - 1 + length).join("");
    const value = quotedAs(written, filling(change.where.whole, change.before));
    characters.splice(column - 1, length, value);
  }
  return lines.map((characters) => characters.join("")).join("\n");
}

function quotedAs(gap: string, value: string): string {
  if (gap.startsWith('"')) return JSON.stringify(value);
  return gap.startsWith("'") ? `'${value.replaceAll("'", "''")}'` : value;
}

/** `text` with a change of something that occurs in it once. */
export function replacedOnce(text: string, find: string | RegExp, replacement: string): string {
  const parts = text.split(find);
  if (parts.length !== 2) throw new Error(`“${find}” occurs ${parts.length - 1} times`);
  return parts.join(replacement);
}
