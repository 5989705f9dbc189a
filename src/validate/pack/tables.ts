import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import { type CodeLists, TARGET_KINDS } from "../../model/budget.js";
import { countsPieces, type Dimension } from "../../model/ledger.js";
import { type AskedFact, unitOfFact } from "../../model/pack/asked-fact.js";
import {
  accountsOf,
  type BalanceRow,
  type BalanceSide,
  COLLECTIONS,
  type Collection,
  type ColumnSpec,
  countsOnly,
  type ListSpec,
  type PivotRow,
  type PivotSpec,
  type TableFile,
} from "../../model/pack/table-spec.js";
import type { InFile } from "../../model/pack/written-pack.js";
import { TARGET_FIELDS } from "../../model/report.js";
import { type Path, type Source, textAt, textsIn } from "../../model/source.js";
import { expectName } from "../schema/names.js";
import {
  ASKS_NOTHING,
  type Asked,
  figuresOf,
  namesInWords,
  OF_EVERY_ENTRY,
  wordsOfEntry,
} from "./asked-facts.js";
import { type Asking, checkDimension, checkWhere, within } from "./conditions.js";
import { checkForm } from "./forms.js";
import { checkLine } from "./templates.js";

const UNIT_WORDS = ["单位.代码", "单位.名称"];
const PROJECT_WORDS = ["项目.编码", "项目.类别", "项目.名称"];
const CODE_WORDS = ["类", "款", "项", "代码", "名称"];
const EACH_NAMES = ["序号", "代码", "名称"];
const TARGETS = TARGET_KINDS.flatMap((kind) => TARGET_FIELDS.map((field) => `${kind}.${field}`));

/** A part of a table, and the words of its rows that columns can show. */
interface TablePart extends Asking {
  readonly words: readonly string[];
  /** whose entries its rows are */
  readonly list?: AskedFact;
}

/** What a table's file says beyond its shape: columns that show something, conditions that lines can meet, known words. */
export function checkTable(
  source: Source,
  codes: CodeLists,
  asked: Asked = ASKS_NOTHING,
  measures: Iterable<string> = [],
): readonly Diagnostic[] {
  const spec = source.value as unknown as TableFile;
  const part: TablePart = { source, path: [], accounts: [], codes, asked, words: [] };
  const notes: readonly Path[] = [["emptyNote"], ...(spec.notes ?? []).map((_, index) => ["notes", index])];
  return [
    ...checkLine(source, ["title"]),
    ...checkLine(source, ["inContents"]),
    ...checkLine(source, ["right"], ["金额单位"]),
    ...notes.flatMap((path) => (textAt(source.value, path).includes("{{") ? checkLine(source, path) : [])),
    ...[...textsIn(source.value)].flatMap(({ text, path }) =>
      path.at(-1) === "header" && text.includes("{{") ? checkLine(source, path) : [],
    ),
    ...checkCounted(source, spec, asked.facts),
    ...checkBody(part, spec, measures),
  ];
}

/** Above a table stands one thing that it is counted in: for 国有资产 that is no money. */
function checkCounted(source: Source, spec: TableFile, facts: readonly AskedFact[]): readonly Diagnostic[] {
  if (countsOnly(spec, facts)) return underMoney(source, spec, "个数");
  const accounts = accountsOf(spec).filter((account) => account !== "版式事项");
  if (!accounts.includes("国有资产")) return [];
  if (!countsPieces(accounts)) {
    const message = "这张表里既有金额，又有国有资产的件数，右上角只能写一个单位";
    return [problem("模板/口径", message, source.placeOfKey(["title"]), "怎么改：国有资产另写一张表")];
  }
  return underMoney(source, spec, "国有资产的件数");
}

function underMoney(source: Source, { right }: TableFile, what: string): readonly Diagnostic[] {
  if (right !== undefined && !right.includes("元")) return [];
  const message = `这张表数的是${what}，右上角印的却是金额的单位`;
  const remedy = "怎么改：在表里写 right: 单位：个（或者人、辆、台、套）";
  return [problem("模板/口径", message, source.placeOfKey(["title"]), remedy)];
}

function checkBody(part: TablePart, spec: TableFile, measures: Iterable<string>): readonly Diagnostic[] {
  switch (spec.layout) {
    case "balance":
      return spec.sides.flatMap((side, index) => checkSide(within(part, "sides", index), side));
    case "pivot":
      return checkPivot({ ...part, accounts: [spec.account] }, spec);
    case "targets":
      return [
        ...checkColumns({ ...part, accounts: ["支出"], words: PROJECT_WORDS }, "columns", spec.columns),
        ...checkWords(within(part, "unitRow"), spec.unitRow, spec.columns),
      ];
    case "list":
      return checkList({ ...part, accounts: accountsOf(spec) }, spec);
    case "form":
      return checkForm(part, spec, measures);
  }
}

/** A list of what there is: the columns of one that the format asks show its fields, those of another the lines of its account. */
function checkList(part: TablePart, spec: InFile<ListSpec>): readonly Diagnostic[] {
  const { source, path } = part;
  const { facts } = part.asked;
  const lists = facts.filter(({ items }) => items !== undefined);
  const known = [...Object.keys(COLLECTIONS), ...lists.map(({ name }) => name)];
  const unknown = expectName("清单", spec.of, known, () => source.placeOf([...path, "of"]));
  if (unknown.length > 0) return unknown;
  const list = lists.find(({ name }) => name === spec.of);
  const words = list ? wordsInList(list, facts) : wordsOfCollection(spec.of as Collection, facts);
  const groups = list ? (list.items ?? []).filter((each) => unitOfFact(each) === undefined) : [];
  return [
    ...checkColumns({ ...part, words, ...(list && { list }) }, "columns", spec.columns),
    ...checkWords(within(part, "totalRow"), spec.totalRow ?? {}, spec.columns),
    ...(spec.groups ?? []).flatMap((field, index) =>
      expectName(
        "分组的内容",
        field,
        groups.map(({ name }) => name),
        () => source.placeOf([...path, "groups", index]),
      ),
    ),
  ];
}

function wordsInList(list: AskedFact, facts: readonly AskedFact[]): readonly string[] {
  const { per = "单位" } = list;
  const ofSubject = per === "单位" ? [] : wordsOf(per, facts);
  return [...OF_EVERY_ENTRY, ...wordsOfEntry(list), ...UNIT_WORDS, ...ofSubject];
}

function wordsOfCollection(of: Collection, facts: readonly AskedFact[]): readonly string[] {
  return [...OF_EVERY_ENTRY, ...UNIT_WORDS, ...wordsOf(COLLECTIONS[of].dimension, facts)];
}

function checkSide(outer: TablePart, side: InFile<BalanceSide>): readonly Diagnostic[] {
  const part = { ...outer, accounts: [side.account] };
  const [, ...figures] = side.columns;
  const rows = (which: "rows" | "totals"): readonly Diagnostic[] =>
    side[which].flatMap((row, index) => checkBalanceRow(within(part, which, index), row));
  return [
    ...figures.flatMap((column, index) => checkColumn(within(part, "columns", index + 1), column)),
    ...rows("rows"),
    ...rows("totals"),
  ];
}

function checkBalanceRow(part: TablePart, row: InFile<BalanceRow>): readonly Diagnostic[] {
  const accounts = row.account === undefined ? part.accounts : [row.account].flat();
  return [
    ...checkLine(part.source, [...part.path, "label"], row.each ? EACH_NAMES : []),
    ...checkWhere({ ...part, accounts }, row.label, row.where),
  ];
}

function checkPivot(part: TablePart, spec: InFile<PivotSpec>): readonly Diagnostic[] {
  const rows = spec.rows.flatMap((row, index) => placed(row, within(part, "rows", index)));
  const words = [
    ...OF_EVERY_ENTRY,
    ...UNIT_WORDS,
    ...rows.flatMap(({ row }) => row.by ?? []).flatMap((dimension) => wordsOf(dimension, part.asked.facts)),
    ...rows.flatMap(({ row }) => Object.keys(row.text ?? {})),
  ];
  return [
    ...checkWhere(part, "", spec.where),
    ...checkColumns({ ...part, words }, "columns", spec.columns),
    ...rows.flatMap(({ row, part }) => checkPivotRow(part, row, spec)),
  ];
}

interface PlacedRow {
  readonly row: InFile<PivotRow>;
  readonly part: TablePart;
}

function placed(row: InFile<PivotRow>, part: TablePart): readonly PlacedRow[] {
  const below = row.rows ?? [];
  return [{ row, part }, ...below.flatMap((each, index) => placed(each, within(part, "rows", index)))];
}

function checkPivotRow(
  part: TablePart,
  { by = [], levels = [], rows, text = {} }: InFile<PivotRow>,
  { columns }: InFile<PivotSpec>,
): readonly Diagnostic[] {
  const lone = by.length === 1 && by[0] === "单位";
  return [
    ...checkWords(within(part, "text"), text, columns),
    ...by.flatMap((dimension, index) => checkDimension(within(part, "by", index), dimension)),
    ...levels.flatMap((dimension, index) => checkDimension(within(part, "levels", index), dimension)),
    ...checkLevels(part, levels, by),
    ...(Object.keys(text).length > 0 ? [] : namelessLevels(part, levels, columns)),
    ...(rows && !lone ? [rowsWithoutUnit(part)] : []),
  ];
}

/** The dimensions of each classification, the coarsest first. */
const CLASSIFICATIONS: readonly (readonly Dimension[])[] = [
  ["功能类", "功能款", "功能科目"],
  ["经济类", "经济科目"],
  ["政府经济类", "政府经济科目"],
];

/** Subtotals of what is not coarser than that which stands below them would count it again. */
function checkLevels(
  { source, path }: TablePart,
  levels: readonly Dimension[],
  by: readonly Dimension[],
): readonly Diagnostic[] {
  return levels.flatMap((level, index) => {
    const below = [...levels.slice(index + 1), ...by];
    const all = CLASSIFICATIONS.find((each) => each.includes(level)) ?? [];
    const wrong = below.find((each) => all.includes(each) && all.indexOf(each) <= all.indexOf(level));
    if (wrong === undefined) return [];
    const message = `“${level}”的小计下面是“${wrong}”，不比它细，同一笔会算几次`;
    const remedy = `怎么改：levels 里先粗后细，都比 by 粗：${all.join("、")}`;
    return [problem("模板/表", message, source.placeOf([...path, "levels", index]), remedy)];
  });
}

/** Subtotals that no column of words names. */
function namelessLevels(
  { source, path }: TablePart,
  levels: readonly Dimension[],
  columns: readonly InFile<ColumnSpec>[],
): readonly Diagnostic[] {
  const shown = shownWords(columns).map((word) => word.split(".")[0]);
  return levels.flatMap((level, index) => {
    const all = CLASSIFICATIONS.find((each) => each.includes(level)) ?? [level];
    if (all.some((each) => shown.includes(each))) return [];
    const message = `“${level}”的小计没有名称：没有一列印“${level}”的文字`;
    const remedy = `怎么改：加上印 ${all.at(-1)}.名称 的列，或者把这一级从 levels 里删去`;
    return [problem("模板/表", message, source.placeOf([...path, "levels", index]), remedy)];
  });
}

function rowsWithoutUnit({ source, path }: TablePart): Diagnostic {
  return problem(
    "模板/表",
    "下面还有行（rows）的，只能按单位展开",
    source.placeOfKey([...path, "rows"]),
    "怎么改：写成 by: [单位]；或者把 rows 里的行移到外面",
  );
}

/** The words of a row, by the columns that show them: others would be printed nowhere. */
function checkWords(
  { source, path }: TablePart,
  words: Readonly<Record<string, string>>,
  columns: readonly InFile<ColumnSpec>[],
): readonly Diagnostic[] {
  const shown = shownWords(columns);
  return Object.keys(words).flatMap((word) => [
    ...checkLine(source, [...path, word]),
    ...expectName("文字列", word, shown, () => source.placeOfKey([...path, word])),
  ]);
}

function shownWords(columns: readonly InFile<ColumnSpec>[]): readonly string[] {
  return columns.flatMap(({ children = [], text = [] }) => [...[text].flat(), ...shownWords(children)]);
}

function wordsOf(dimension: Dimension, facts: readonly AskedFact[]): readonly string[] {
  const own = namesInWords(facts, dimension).map((name) => `${dimension}.${name}`);
  if (dimension === "单位") return [...UNIT_WORDS, ...own];
  const words = dimension === "项目" ? PROJECT_WORDS : CODE_WORDS.map((word) => `${dimension}.${word}`);
  return [...words, ...own];
}

function checkColumns(
  part: TablePart,
  key: "columns" | "children",
  columns: readonly InFile<ColumnSpec>[],
): readonly Diagnostic[] {
  return columns.flatMap((column, index) => checkColumn(within(part, key, index), column));
}

function checkColumn(part: TablePart, column: InFile<ColumnSpec>): readonly Diagnostic[] {
  const { source, path, words } = part;
  const { children, fact, target, text, where } = column;
  const shown = [children, text, where, fact, target].filter((each) => each !== undefined);
  if (shown.length !== 1) return [unclearColumn(part, column)];
  if (children) return checkColumns(part, "children", children);
  if (where) return [...checkWhere(part, column.header, where), ...checkCompared(part, column)];
  if (column.shows) return [comparesNothing(part, column)];
  if (fact !== undefined) return checkFact(part, fact);
  return text === undefined
    ? expectName("指标项", target ?? "", TARGETS, () => source.placeOf([...path, "target"]))
    : expectName("文字项", text, words, () => source.placeOf([...path, "text"]));
}

/** Of a list the fields that are figures, several of them added up; elsewhere one that the format asks. */
function checkFact({ source, path, list, asked }: TablePart, fact: string | readonly string[]) {
  const at = [...path, "fact"];
  const fields = (list?.items ?? []).filter((each) => unitOfFact(each) !== undefined);
  if (!list && typeof fact !== "string") {
    return [
      problem("模板/表", "几项相加的，只能用在清单的表里", source.placeOf(at), "怎么改：写一个版式事项"),
    ];
  }
  const known = (list ? fields : figuresOf(asked.facts)).map(({ name }) => name);
  const what = list ? `“${list.name}”的金额或个数` : "版式事项";
  const unknown = [fact].flat().flatMap((name) => expectName(what, name, known, () => source.placeOf(at)));
  const units = new Set(
    fields.flatMap((each) => ([fact].flat().includes(each.name) ? [unitOfFact(each)] : [])),
  );
  if (unknown.length > 0 || units.size <= 1) return unknown;
  const remedy = "怎么改：只写单位相同的几项";
  return [problem("模板/表", "单位不同的不能相加", source.placeOf(at), remedy)];
}

/** A change is held against last year's figure, or a fact that is a figure. */
function checkCompared(
  { source, path, asked }: TablePart,
  column: InFile<ColumnSpec>,
): readonly Diagnostic[] {
  const { against, shows } = column;
  if (against === undefined) return [];
  const place = () => source.placeOf([...path, "against"]);
  if (shows === "增减额" || shows === "增减率") {
    return expectName(
      "版式事项",
      against,
      figuresOf(asked.facts).map(({ name }) => name),
      place,
    );
  }
  const remedy = "怎么改：写上 shows: 增减额 或者 shows: 增减率；不印增减的，删去 against";
  return [problem("模板/表", `“${column.header}”列不印增减，不与“${against}”比`, place(), remedy)];
}

function comparesNothing({ source, path }: TablePart, { header, shows }: InFile<ColumnSpec>): Diagnostic {
  return problem(
    "模板/表",
    `“${header}”列写了 shows: ${shows}，没有写是哪些笔的`,
    source.placeOf([...path, "shows"]),
    "怎么改：加上 where（全部为 {}）；不与上年比的，删去 shows",
  );
}

function unclearColumn({ source, path }: TablePart, { header }: InFile<ColumnSpec>): Diagnostic {
  return problem(
    "模板/表",
    `“${header}”列没有说清印什么：分组写 children，一列写 text、where、fact、target 之一，只写一个`,
    source.placeOf(path),
    "怎么改：印数的列写 where（全部为 {}），印文字的列写 text，印版式事项的列写 fact，印绩效指标的列写 target",
  );
}
