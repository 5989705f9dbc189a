import { type Diagnostic, warning } from "../../diagnostic/diagnostic.js";
import { APPROPRIATED_FUNDS, DIMENSION_VALUES, natureOf } from "../../model/dimensions.js";
import { groupedBy } from "../../model/groups.js";
import type { Dimension, Where } from "../../model/ledger.js";
import type { PackSources } from "../../model/pack/pack.js";
import type { BalanceSide, ColumnSpec, TableFile } from "../../model/pack/table-spec.js";
import type { InFile } from "../../model/pack/written-pack.js";
import type { Path, Source } from "../../model/source.js";

/** A total and the parts beside it, which should be all that there is of it. */
interface Partition {
  readonly path: Path;
  readonly what: "列" | "行";
  readonly total: Where;
  readonly parts: readonly Where[];
}

/**
 * Totals of tables whose parts leave a value out: what a unit has of it is in the total only. Nothing is wrong with the
 * print of a unit that has none, so it is a warning.
 */
export function leftOutValues({ tables }: PackSources): readonly Diagnostic[] {
  return [...tables.values()].flatMap((source) => {
    const spec = source.value as unknown as TableFile;
    const common = spec.layout === "pivot" ? (spec.where ?? {}) : {};
    return partitionsOf(spec).flatMap((each) => leftOut(source, each, common));
  });
}

function partitionsOf(spec: TableFile): readonly Partition[] {
  if (spec.layout === "form") return [];
  if (spec.layout !== "balance") return columnPartitions(spec.columns, ["columns"]);
  return spec.sides.flatMap((side, index) => [
    ...columnPartitions(side.columns, ["sides", index, "columns"]),
    ...rowPartitions(side, ["sides", index, "rows"]),
  ]);
}

function columnPartitions(columns: readonly InFile<ColumnSpec>[], path: Path): readonly Partition[] {
  const inner = columns.flatMap(({ children = [] }, index) =>
    columnPartitions(children, [...path, index, "children"]),
  );
  const total = columns.find(({ role, shows }) => role === "total" && shows === undefined);
  if (!total?.where) return inner;
  const parts = columns.filter((each) => each !== total).flatMap(countedConditions);
  return [{ path, what: "列", total: total.where, parts }, ...inner];
}

/** The conditions of what a column counts for beside its total. */
function countedConditions({
  role = "part",
  shows,
  where,
  children = [],
}: InFile<ColumnSpec>): readonly Where[] {
  if (role === "within" || shows) return [];
  const total = children.find((each) => each.role === "total");
  return where ? [where] : total ? countedConditions(total) : children.flatMap(countedConditions);
}

function rowPartitions({ columns, rows, totals }: InFile<BalanceSide>, path: Path): readonly Partition[] {
  const total = totals.find(({ role }) => role === "total");
  const parts = rows.filter(({ role = "part" }) => role === "part");
  // rows of all codes leave none out, and rows of other accounts are not parts of the same
  if (!total || rows.some(({ each, account, role }) => each || account || role === "total")) return [];
  const [only, ...others] = columns.flatMap(countedConditions);
  const shown = others.length === 0 ? only : {};
  const all = { ...shown, ...total.where };
  return [{ path, what: "行", total: all, parts: parts.map(({ where = {} }) => where) }];
}

/** What the dimension can be of lines that meet the condition; nothing where only a code list says it. */
function valuesBeside(dimension: Dimension, where: Where): readonly string[] {
  if (dimension === "资金来源" && where.财政拨款 === "是") return APPROPRIATED_FUNDS;
  if (dimension === "类别") return DIMENSION_VALUES.类别.filter((kind) => agrees(natureOf(kind), where));
  return (DIMENSION_VALUES as Partial<Record<Dimension, readonly string[]>>)[dimension] ?? [];
}

function agrees(nature: Where, where: Where): boolean {
  return (["支出性质", "经费性质"] as const).every((dimension) => {
    const wanted = where[dimension];
    return wanted === undefined || [wanted].flat().some((value) => value === nature[dimension]);
  });
}

/** Only where the parts differ in one dimension is it known what they should be. */
function leftOut(source: Source, partition: Partition, common: Where): readonly Diagnostic[] {
  const { total, parts } = partition;
  const listed = (Object.keys(total) as Dimension[]).filter((key) => Array.isArray(total[key]));
  const own = parts.map((part) =>
    (Object.keys(part) as Dimension[]).filter(
      (key) => listed.includes(key) || !Object.hasOwn({ ...common, ...total }, key),
    ),
  );
  const [dimension, ...others] = [...new Set(own.flat())];
  if (!dimension || others.length > 0 || own.some((keys) => keys.length === 0)) return [];
  const isListed = listed.includes(dimension);
  const values = isListed
    ? [total[dimension] ?? []].flat()
    : valuesBeside(dimension, { ...common, ...total });
  const taken = parts.flatMap((part) => part[dimension] ?? []);
  const missing =
    isListed || new Set(taken).size >= 2 ? values.filter((value) => !taken.includes(value)) : [];
  const twice = [...groupedBy(taken, (value) => value)].flatMap(([value, same]) =>
    same.length > 1 ? [value] : [],
  );
  return [
    ...(missing.length > 0 ? [lacks(source, partition, dimension, missing)] : []),
    ...(twice.length > 0 ? [counts(source, partition, dimension, twice)] : []),
  ];
}

function lacks(
  source: Source,
  { path, what }: Partition,
  dimension: Dimension,
  missing: readonly string[],
): Diagnostic {
  return warning(
    "模板/表",
    `合计里有${dimension} ${missing.join("、")}，却没有它的${what}：有了这样的钱，只印在合计里`,
    source.placeOfKey(path),
    `怎么改：补上 where: { ${dimension}: ${missing[0]} } 的${what}；格式里本来没有、本单位也不会有的，不必改`,
  );
}

function counts(
  source: Source,
  { path, what }: Partition,
  dimension: Dimension,
  twice: readonly string[],
): Diagnostic {
  return warning(
    "模板/表",
    `${dimension} ${twice.join("、")} 在合计下面有两${what}：有了这样的钱，印两次，加起来比合计多`,
    source.placeOfKey(path),
    `怎么改：删去多余的一${what}，或者改正它的 where；是其中数的，写上 role: within`,
  );
}
