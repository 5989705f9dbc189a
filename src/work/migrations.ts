import type { PackSources } from "../model/pack/pack.js";
import { isList, type Plain, type Source, withValue } from "../model/source.js";
import type { Sources, YearSources } from "../model/sources.js";

/** What the absence of a key meant before there was the key. */
export interface Migration {
  /** the first version of the program whose files have the key */
  readonly since: string;
  readonly file: "data" | "pack" | "measures" | "table" | "terms";
  /** the way to the key, `*` for every key or item of what holds it */
  readonly path: readonly string[];
  readonly meant: Plain;
  /** why it meant that */
  readonly why: string;
}

/**
 * For every key that files must have today and that those of an earlier version, of which there are records, have not:
 * what they meant. Whoever makes a key required adds it, or gives another meaning to its absence; what was published stays
 * readable for ever.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    since: "0.3.0",
    file: "data",
    path: ["项目", "*", "绩效评价"],
    meant: "是",
    why: "以前不写就是要评价；现在不写就是没有说",
  },
];

/** The files of a record that a version of the program has made, with what they meant written down. */
export function migrated(sources: Sources, version: string, migrations = MIGRATIONS): Sources {
  const due = migrations.filter(({ since }) => isBefore(version, since));
  if (due.length === 0) return sources;
  const migrate =
    (file: Migration["file"]) =>
    (source: Source): Source => {
      const own = due.filter((each) => each.file === file);
      return withValue(
        source,
        own.reduce((value, { path, meant }) => put(value, path, meant), source.value),
      );
    };
  const { data, lastYear, pack } = sources;
  const ofYear = (year: YearSources): YearSources => {
    return { ...year, own: migrate("data")(year.own), units: year.units.map(migrate("data")) };
  };
  const ofPack: PackSources = {
    pack: migrate("pack")(pack.pack),
    measures: migrate("measures")(pack.measures),
    terms: migrate("terms")(pack.terms),
    tables: new Map([...pack.tables].map(([name, table]) => [name, migrate("table")(table)])),
    narrative: pack.narrative,
  };
  return { ...sources, data: ofYear(data), lastYear: lastYear && ofYear(lastYear), pack: ofPack };
}

function isBefore(version: string, other: string): boolean {
  const numbers = version.split(".").map(Number);
  const [number, wanted] = other
    .split(".")
    .map((each, index) => [numbers[index] ?? 0, Number(each)] as const)
    .find(([one, two]) => one !== two) ?? [0, 0];
  return number < wanted;
}

function put(value: Plain, [key = "", ...rest]: readonly string[], meant: Plain): Plain {
  if (typeof value === "string") return value;
  if (isList(value)) return key === "*" ? value.map((item) => put(item, rest, meant)) : value;
  if (rest.length === 0) return Object.hasOwn(value, key) ? value : { ...value, [key]: meant };
  const below = Object.entries(value).map(([each, part]) =>
    key === "*" || key === each ? [each, put(part, rest, meant)] : [each, part],
  );
  return Object.fromEntries(below);
}
