import { type Diagnostic, type Place, problem, warning } from "../diagnostic/diagnostic.js";
import type { Books, LedgerLine, WrittenAmount } from "../model/ledger.js";
import type { Measure } from "../model/pack/measure.js";
import type { Pack } from "../model/pack/pack.js";
import type { Report } from "../model/report.js";
import { leavesOf, tablesOf } from "../model/walk.js";
import { placeOfWords } from "../model/wording.js";

/** A specimen once it is composed. */
export interface ComposedSpecimen {
  readonly books: Books;
  readonly report: Report;
}

/** What all specimens together show: measures and columns that have nothing in any, and totals that count a line twice. */
export function neverRight(
  { measures }: Pick<Pack, "measures">,
  specimens: readonly ComposedSpecimen[],
): readonly Diagnostic[] {
  const all = [...measures.values()];
  return [
    ...all.flatMap((measure) => countedTwice(measure, specimens)),
    ...all.filter((measure) => isNothing(measure, specimens)).map(selectsNothing),
    ...emptyColumns(specimens.map(({ report }) => report)),
  ];
}

function isNothing(measure: Measure, specimens: readonly ComposedSpecimen[]): boolean {
  return specimens.every(({ books }) => books.figure(measure).amount.isZero());
}

function selectsNothing({ name, place }: Measure): Diagnostic {
  return warning(
    "模板/口径",
    `口径“${name}”在每份样张里都是零：没有一笔符合它的条件`,
    place(),
    "怎么改：核对 account 和 where，看几个条件会不会同时成立；本来就少见的，不必改",
  );
}

function countedTwice(measure: Measure, specimens: readonly ComposedSpecimen[]): readonly Diagnostic[] {
  if (measure.kind !== "total") return [];
  const again = specimens.flatMap(({ books }) => firstRepeated(books.figure(measure).lines)).at(0);
  if (!again) return [];
  const { account = "", dimensions = {} } = again as Partial<LedgerLine>;
  const says = Object.entries(dimensions).filter(([dimension]) => TELLING.includes(dimension));
  return [
    problem(
      "模板/口径",
      `口径“${measure.name}”把同一笔算了两次：它的 total 里有两个口径都包含这一笔`,
      measure.place(),
      `例如：${account}，${says.map((each) => each.join(" ")).join("，")}`,
      `怎么改：total（${measure.of.join("、")}）里只写互不包含的口径`,
    ),
  ];
}

/** What tells a line from others at a glance. */
const TELLING = ["资金来源", "年份来源", "类别", "采购类型", "资产类型"];

function firstRepeated(lines: readonly WrittenAmount[]): readonly WrittenAmount[] {
  const seen = new Set<WrittenAmount>();
  for (const line of lines) {
    if (seen.has(line)) return [line];
    seen.add(line);
  }
  return [];
}

interface SeenColumn {
  readonly table: string;
  readonly header: string;
  readonly place: Place;
  hasFigure: boolean;
}

function emptyColumns(reports: readonly Report[]): readonly Diagnostic[] {
  const columns = new Map<string, SeenColumn>();
  for (const table of reports.flatMap(tablesOf)) {
    for (const { column, index } of leavesOf(table.columns)) {
      const { header, shows } = column;
      const place = placeOfWords(header.origins, 0, header.text.length);
      if (shows.kind !== "figure" || !place) continue;
      const key = [place.file, place.line, place.column].join(" ");
      const known = columns.get(key);
      const seen = known ?? { table: table.title.text, header: header.text, place, hasFigure: false };
      columns.set(key, seen);
      seen.hasFigure ||= table.rows.some(({ cells }) => {
        const cell = cells[index];
        return cell?.kind === "figure" && !cell.figure.amount.isZero();
      });
    }
  }
  return [...columns.values()]
    .filter(({ hasFigure }) => !hasFigure)
    .map(({ table, header, place }) =>
      warning(
        "模板/表",
        `《${table}》的“${header}”列在每份样张里都没有数`,
        place,
        "怎么改：核对这一列、这张表和各行的 where，看几个条件会不会同时成立；本来就少见的，不必改",
      ),
    );
}
