import { type DetailResult, type GivenTable, readDetail } from "../../import/detail/detail.js";
import type { DetailWords } from "../../import/detail/words.js";
import type { CodeLists, UnitKind } from "../../model/budget.js";
import type { Pack } from "../../model/pack/pack.js";
import type { ColumnSpec, TableSpec } from "../../model/pack/table-spec.js";
import type { Recovered, RecoveredTable } from "../../model/recovered.js";
import type { DataFile } from "../../project/data-files.js";
import { folded } from "../../text/fold.js";
import type { ImportTarget } from "./target.js";

export interface ListSetting {
  readonly words: DetailWords;
  readonly codes: CodeLists;
  readonly pack: Pack;
  readonly data: DataFile;
  readonly unit: ImportTarget["unit"];
  /** what the format's own tables are called */
  readonly titles: readonly string[];
}

export interface ReadLists {
  readonly detail: DetailResult;
  /** what the unit is, as far as it is known or the codes of the lists say it */
  readonly kind: UnitKind | undefined;
  /** the tables of the year that are none of these lists */
  readonly printed: readonly RecoveredTable[];
}

/** What the lists of the year say; hidden sheets are left, and what the format prints itself is no list. */
export function readLists(
  documents: readonly Recovered[],
  reading: ListSetting,
  known: UnitKind | undefined,
): ReadLists {
  const { words, codes, pack, data, unit } = reading;
  const titles = reading.titles.map(plainTitle);
  const tables = documents.flatMap(({ file, tables }) =>
    tables.map((table): GivenTable => ({ file, table })),
  );
  const seen = tables.filter(({ table }) => !isHidden(table));
  const printed = seen.filter(({ table }) => isPrinted(table, titles));
  const context = {
    ...{ words, codes, unit },
    year: data.year,
    assetKinds: pack.assets ?? [],
    hasSecondLevel: [...pack.tables.values()].some(showsSecondLevel),
  };
  const readAs = (unitKind: UnitKind): DetailResult =>
    readDetail(
      seen.filter((each) => !printed.includes(each)),
      { ...context, unitKind },
    );
  const { kind, detail } = known ? { kind: known, detail: readAs(known) } : readAsLikely(readAs);
  return { kind, detail, printed: [...printed, ...detail.others].map(({ table }) => table) };
}

/** The government codes of a list go with the departmental ones as they do in units of its kind. */
function readAsLikely(readAs: (kind: UnitKind) => DetailResult): Pick<ReadLists, "detail" | "kind"> {
  const [institution, agency] = [readAs("事业单位"), readAs("行政单位")];
  const uneven = ({ lists }: DetailResult): number =>
    lists.flatMap(({ lines }) => lines).filter(({ 政府经济科目: code }) => code !== undefined).length;
  return uneven(institution) < uneven(agency)
    ? { kind: "事业单位", detail: institution }
    : { kind: undefined, detail: agency };
}

/** Whether a table shows indicators between those of the first and the third level. */
function showsSecondLevel(spec: TableSpec): boolean {
  if (spec.layout === "targets") return leavesOf(spec.columns).some(({ text }) => text === SECOND_LEVEL);
  if (spec.layout !== "form") return false;
  const lines = spec.rows.flatMap(({ cells = [], rows = [] }) => [
    ...cells,
    ...rows.flatMap((line) => line.cells),
  ]);
  return lines.some(({ text }) => text === SECOND_LEVEL);
}

const SECOND_LEVEL = "二级指标";

function leavesOf(columns: readonly ColumnSpec[]): readonly ColumnSpec[] {
  return columns.flatMap((column) => (column.children ? leavesOf(column.children) : [column]));
}

function isHidden({ rows }: RecoveredTable): boolean {
  return rows.every((row) => row.every(({ hidden, text }) => hidden === true || text === ""));
}

function isPrinted({ name, above }: RecoveredTable, titles: readonly string[]): boolean {
  return [name, ...above].some((words) => titles.includes(plainTitle(words)));
}

/** Without its number and its year. */
function plainTitle(text: string): string {
  return folded(text).replace(/^.*?\d{4}年度?/u, "");
}
