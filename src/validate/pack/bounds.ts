import { type Diagnostic, problem, wholeFile } from "../../diagnostic/diagnostic.js";
import type { PackSources } from "../../model/pack/pack.js";
import {
  isList,
  type Path,
  type Plain,
  type Source,
  type TextSource,
  textsIn,
  valueAt,
} from "../../model/source.js";

/** Several times what the largest format of a bureau takes; a page has no room for so many columns. */
const MOST = {
  characters: 100_000,
  values: 3_000,
  valuesInAll: 8_000,
  files: 200,
  columns: 60,
  rows: 300,
  printed: 150,
  tags: 1_000,
  lists: 40,
} as const;

/** Levels that one column's heading, or a row with those below it, has. */
const DEEPEST = 6;

/** What is larger in a pack than a person writes: what is made of it would have no end. */
export function packBounds({ pack, measures, terms, tables, narrative }: PackSources): readonly Diagnostic[] {
  const files = [pack, measures, terms, ...tables.values()];
  const found = [
    ...files.flatMap((source) => firstFound(source, [listBounds, tooManyValues, tooLong])),
    ...[...narrative.values()].flatMap((source) => firstFound(source, [tooManyTags, tooLong])),
  ];
  return found.length > 0 ? found : tooLarge(pack, files, files.length + narrative.size);
}

/** A file that is too large in one way is so in the others, too. */
function firstFound<S extends TextSource>(
  source: S,
  bounds: readonly ((source: S) => readonly Diagnostic[])[],
): readonly Diagnostic[] {
  for (const bound of bounds) {
    const found = bound(source);
    if (found.length > 0) return found;
  }
  return [];
}

function tooLong({ file, text }: TextSource): readonly Diagnostic[] {
  if (text.length <= MOST.characters) return [];
  const message = `这个文件有 ${text.length} 个字，超过 ${MOST.characters} 个，不像版式的文件`;
  return [problem("文件/过大", message, wholeFile(file), REPEATED)];
}

const REPEATED = "怎么改：核对是不是放错了文件，或者一段内容重复了许多次";

function tooManyValues(source: Source): readonly Diagnostic[] {
  let values = 0;
  for (const { path } of textsIn(source.value)) {
    if (++values <= MOST.values) continue;
    const message = `从这里起超过 ${MOST.values} 项，不像版式的文件`;
    return [problem("文件/过大", message, source.placeOf(path), REPEATED)];
  }
  return [];
}

function tooLarge(pack: Source, files: readonly Source[], count: number): readonly Diagnostic[] {
  const values = files.reduce((sum, { value }) => sum + [...textsIn(value)].length, 0);
  const sizes = [
    { what: "文件", unit: "个", size: count, most: MOST.files },
    { what: "内容", unit: "项", size: values, most: MOST.valuesInAll },
    { what: " parts 和里面列的附表、说明", unit: "处", size: printedIn(pack.value), most: MOST.printed },
  ];
  return sizes
    .filter(({ size, most }) => size > most)
    .map(({ what, unit, size, most }) => {
      const message = `这个版式的${what}一共 ${size} ${unit}，超过 ${most} ${unit}`;
      const remedy =
        "怎么改：核对是不是重复了；不印的附表、说明和口径，从文件夹里移走；几种格式的，各写一个版式";
      return problem("文件/过大", message, wholeFile(pack.file), remedy);
    });
}

/** How many parts there are, and files that they print. */
function printedIn(pack: Plain): number {
  const parts = valueAt(pack, ["parts"]);
  const sizeAt = (part: Plain, key: string): number => {
    const named = valueAt(part, [key]);
    return isList(named) ? named.length : 0;
  };
  return (isList(parts) ? parts : []).reduce(
    (sum, part) => sum + 1 + sizeAt(part, "files") + sizeAt(part, "tables"),
    0,
  );
}

/** The keys below which lists are counted, and how many of each there may be. */
const COUNTED: Readonly<Record<string, { readonly what: string; readonly most: number }>> = {
  columns: { what: "列", most: MOST.columns },
  rows: { what: "行", most: MOST.rows },
  totals: { what: "行", most: MOST.rows },
};

function listBounds(source: Source, value: Plain = source.value, path: Path = []): readonly Diagnostic[] {
  if (typeof value === "string") return [];
  if (isList(value)) return value.flatMap((each, index) => listBounds(source, each, [...path, index]));
  return Object.entries(value).flatMap(([key, each]) => {
    const own = [...path, key];
    const counted = Object.hasOwn(COUNTED, key) ? COUNTED[key] : undefined;
    if (!counted) return listBounds(source, each, own);
    const { what, most } = counted;
    const size = sizeOf(each);
    if (size > most) {
      const message = `这里有 ${size} ${what}，超过 ${most} ${what}，印不成一份文件`;
      return [
        problem(
          "模板/表",
          message,
          source.placeOfKey(own),
          `怎么改：核对是不是重复了；一张表的列、行太多的，分成几张表`,
        ),
      ];
    }
    if (depthOf(each) <= DEEPEST) return listBounds(source, each, own);
    const message = `${what}一层套一层，超过 ${DEEPEST} 层`;
    return [problem("模板/表", message, source.placeOfKey(own), "怎么改：核对 children、rows 是不是多套了")];
  });
}

/** How many columns or rows there are in a list, with those below them. */
function sizeOf(value: Plain): number {
  return below(value).reduce((sum, each) => sum + 1 + sizeOf(each), 0);
}

function depthOf(value: Plain): number {
  return below(value).reduce((deepest, each) => Math.max(deepest, 1 + depthOf(each)), 0);
}

function below(value: Plain): readonly Plain[] {
  if (!isList(value)) return [];
  return value.map((each) =>
    typeof each === "object" && !isList(each) ? (each.children ?? each.rows ?? "") : "",
  );
}

/** Tags, and lists among them: a text names some dozens of figures. */
function tooManyTags(source: TextSource): readonly Diagnostic[] {
  return [
    { what: "{{ }}", pattern: /\{\{/g, most: MOST.tags },
    { what: "{{#each}}", pattern: /\{\{~?\s*#\s*each\b/g, most: MOST.lists },
  ].flatMap(({ what, pattern, most }) => {
    const over = [...source.text.matchAll(pattern)][most];
    if (!over) return [];
    const message = `从这里起，这个文件里的 ${what} 超过 ${most} 处`;
    return [problem("模板/语法", message, source.at(over.index, over[0].length), REPEATED)];
  });
}
