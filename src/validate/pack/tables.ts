import { type Diagnostic, problem } from "../../diagnostic.js";
import { type CodeLists, TARGET_KINDS } from "../../model/budget.js";
import { ACCOUNT_DIMENSIONS } from "../../model/dimensions.js";
import type { Account, Dimension } from "../../model/ledger.js";
import type {
  BalanceRow,
  BalanceSide,
  ColumnSpec,
  InFile,
  PivotRow,
  PivotSpec,
  TableFile,
} from "../../model/pack.js";
import { TARGET_FIELDS } from "../../model/report.js";
import type { Path, Source } from "../../model/source.js";
import { unknownName } from "../schema/names.js";
import { checkCondition, wrongDimension } from "./conditions.js";
import { checkNamed } from "./headers.js";
import { checkLine } from "./templates.js";

const UNIT_WORDS = ["单位.代码", "单位.名称"];
const PROJECT_WORDS = ["项目.编码", "项目.类别", "项目.名称"];
const CODE_WORDS = ["类", "款", "项", "代码", "名称"];
const EACH_NAMES = ["序号", "代码", "名称"];

/** What a table's file says beyond its shape: columns that show something, conditions that lines can meet, known words. */
export function checkTable(source: Source, codes: CodeLists): readonly Diagnostic[] {
  const spec = source.value as unknown as TableFile;
  return [
    ...checkLine(source, ["title"]),
    ...checkLine(source, ["right"]),
    ...checkBody(source, spec, codes),
  ];
}

function checkBody(source: Source, spec: TableFile, codes: CodeLists): readonly Diagnostic[] {
  switch (spec.layout) {
    case "balance":
      return spec.sides.flatMap((side, index) => checkSide(source, ["sides", index], side, codes));
    case "pivot":
      return checkPivot(source, spec, codes);
    case "targets":
      return [
        ...checkColumns(source, ["columns"], spec.columns, ["支出"], PROJECT_WORDS, codes),
        ...checkWords(source, ["unitRow"], spec.unitRow, spec.columns),
      ];
  }
}

function checkSide(
  source: Source,
  path: Path,
  side: InFile<BalanceSide>,
  codes: CodeLists,
): readonly Diagnostic[] {
  const [, ...figures] = side.columns;
  const rows = (which: "rows" | "totals"): readonly Diagnostic[] =>
    side[which].flatMap((row, index) => checkBalanceRow(source, [...path, which, index], row, side, codes));
  return [
    ...figures.flatMap((column, index) =>
      checkColumn(source, [...path, "columns", index + 1], column, [side.account], [], codes),
    ),
    ...rows("rows"),
    ...rows("totals"),
  ];
}

function checkBalanceRow(
  source: Source,
  path: Path,
  row: InFile<BalanceRow>,
  side: InFile<BalanceSide>,
  codes: CodeLists,
): readonly Diagnostic[] {
  const accounts = [row.account ?? side.account].flat();
  return [
    ...checkLine(source, [...path, "label"], row.each ? EACH_NAMES : []),
    ...checkCondition(source, [...path, "where"], row.where ?? {}, accounts, codes),
    ...checkNamed(source, [...path, "where"], row.label, row.where ?? {}, codes),
  ];
}

function checkPivot(source: Source, spec: InFile<PivotSpec>, codes: CodeLists): readonly Diagnostic[] {
  const rows = spec.rows.flatMap((row, index) => placed(row, ["rows", index]));
  const words = [
    ...UNIT_WORDS,
    ...rows.flatMap(({ row }) => row.by ?? []).flatMap(wordsOf),
    ...rows.flatMap(({ row }) => Object.keys(row.text ?? {})),
  ];
  return [
    ...checkCondition(source, ["where"], spec.where ?? {}, [spec.account], codes),
    ...checkColumns(source, ["columns"], spec.columns, [spec.account], words, codes),
    ...rows.flatMap(({ row, path }) => checkPivotRow(source, row, path, spec)),
  ];
}

interface PlacedRow {
  readonly row: InFile<PivotRow>;
  readonly path: Path;
}

/** A row and those below it, each with the way to it. */
function placed(row: InFile<PivotRow>, path: Path): readonly PlacedRow[] {
  const below = row.rows ?? [];
  return [{ row, path }, ...below.flatMap((each, index) => placed(each, [...path, "rows", index]))];
}

function checkPivotRow(
  source: Source,
  { by = [], rows, text = {} }: InFile<PivotRow>,
  path: Path,
  { account, columns }: InFile<PivotSpec>,
): readonly Diagnostic[] {
  const lone = by.length === 1 && by[0] === "单位";
  return [
    ...checkWords(source, [...path, "text"], text, columns),
    ...by.flatMap((dimension, index) =>
      ACCOUNT_DIMENSIONS[account].includes(dimension)
        ? []
        : [wrongDimension(source, [...path, "by", index], dimension, [account])],
    ),
    ...(rows && !lone ? [rowsWithoutUnit(source, path)] : []),
  ];
}

function rowsWithoutUnit(source: Source, path: Path): Diagnostic {
  return problem(
    "模板/表",
    "下面还有行（rows）的，只能按单位展开",
    source.placeOfKey([...path, "rows"]),
    "怎么改：写成 by: [单位]；或者把 rows 里的行移到外面",
  );
}

/** The words of a row, by the columns that show them: others would be printed nowhere. */
function checkWords(
  source: Source,
  path: Path,
  words: Readonly<Record<string, string>>,
  columns: readonly InFile<ColumnSpec>[],
): readonly Diagnostic[] {
  const shown = shownWords(columns);
  return Object.keys(words).flatMap((word) => [
    ...checkLine(source, [...path, word]),
    ...(shown.includes(word)
      ? []
      : [unknownName("模板/未知", source.placeOfKey([...path, word]), "文字列", word, shown)]),
  ]);
}

function shownWords(columns: readonly InFile<ColumnSpec>[]): readonly string[] {
  return columns.flatMap(({ children = [], text = [] }) => [...[text].flat(), ...shownWords(children)]);
}

function wordsOf(dimension: Dimension): readonly string[] {
  if (dimension === "单位") return UNIT_WORDS;
  return dimension === "项目" ? PROJECT_WORDS : CODE_WORDS.map((word) => `${dimension}.${word}`);
}

function checkColumns(
  source: Source,
  path: Path,
  columns: readonly InFile<ColumnSpec>[],
  accounts: readonly Account[],
  words: readonly string[],
  codes: CodeLists,
): readonly Diagnostic[] {
  return columns.flatMap((column, index) =>
    checkColumn(source, [...path, index], column, accounts, words, codes),
  );
}

function checkColumn(
  source: Source,
  path: Path,
  column: InFile<ColumnSpec>,
  accounts: readonly Account[],
  words: readonly string[],
  codes: CodeLists,
): readonly Diagnostic[] {
  const { children, target, text, where } = column;
  const shown = [children, text, where, target].filter((each) => each !== undefined);
  if (shown.length !== 1) return [unclearColumn(source, path, column)];
  if (children) return checkColumns(source, [...path, "children"], children, accounts, words, codes);
  if (where) {
    return [
      ...checkCondition(source, [...path, "where"], where, accounts, codes),
      ...checkNamed(source, [...path, "where"], column.header, where, codes),
    ];
  }
  if (text !== undefined && !words.includes(text)) {
    return [unknownName("模板/未知", source.placeOf([...path, "text"]), "文字项", text, words)];
  }
  return target === undefined || targets().includes(target)
    ? []
    : [unknownName("模板/未知", source.placeOf([...path, "target"]), "指标项", target, targets())];
}

function targets(): readonly string[] {
  return TARGET_KINDS.flatMap((kind) => TARGET_FIELDS.map((field) => `${kind}.${field}`));
}

function unclearColumn(source: Source, path: Path, { header }: InFile<ColumnSpec>): Diagnostic {
  return problem(
    "模板/表",
    `“${header}”列没有说清印什么：分组写 children，一列写 text、where、target 之一，只写一个`,
    source.placeOf(path),
    "怎么改：印数的列写 where（全部为 {}），印文字的列写 text，印绩效指标的列写 target",
  );
}
