import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import { type AskedFact, unitOfFact } from "../../model/pack/asked-fact.js";
import type { FormCell, FormLine, FormRow, FormSpec } from "../../model/pack/table-spec.js";
import type { InFile } from "../../model/pack/written-pack.js";
import { expectName } from "../schema/names.js";
import { figuresOf, OF_EVERY_ENTRY, wordsOfEntry } from "./asked-facts.js";
import { type Asking, checkWhere, within } from "./conditions.js";
import { checkLine } from "./templates.js";

/** What a form, or one row of several in it, can show. */
interface FormPart extends Asking {
  readonly spec: InFile<FormSpec>;
  readonly measures: readonly string[];
  /** in words */
  readonly words: readonly string[];
  /** the figures of facts */
  readonly figures: readonly string[];
  /** whether its rows are those of several already */
  readonly isOfEach: boolean;
}

const UNIT_WORDS = ["单位.代码", "单位.名称"];
const PROJECT_WORDS = ["项目.编码", "项目.类别", "项目.名称"];
const TARGETS = "绩效指标";
const TARGET_WORDS = ["一级指标", "二级指标", "三级指标", "指标值"];

/** What a form's file says beyond its shape: cells that show something that there is, and rows that fill the grid. */
export function checkForm(
  part: Asking,
  spec: InFile<FormSpec>,
  measures: Iterable<string>,
): readonly Diagnostic[] {
  const { facts } = part.asked;
  const isOfProject = spec.of === "项目";
  const about = (of: string) => facts.filter(({ per = "单位" }) => per === of);
  const said = [...about("单位"), ...(isOfProject ? about("项目") : [])];
  const own: FormPart = {
    ...{ ...part, accounts: [spec.account ?? "支出"], spec, isOfEach: false },
    measures: isOfProject ? [] : [...measures],
    words: [
      ...UNIT_WORDS,
      ...(isOfProject ? PROJECT_WORDS : []),
      ...said.filter((fact) => unitOfFact(fact) === undefined).map(({ name }) => name),
    ],
    figures: figuresOf(isOfProject ? about("项目") : about("单位")).map(({ name }) => name),
  };
  const width = Number(spec.columns);
  return spec.rows.flatMap((row, index) => checkRow(within(own, "rows", index), row, width));
}

function checkRow(part: FormPart, row: InFile<FormRow>, width: number): readonly Diagnostic[] {
  const { source, path } = part;
  const { side, rows, cells, each } = row;
  if (cells !== undefined && side === undefined && rows === undefined)
    return checkRowOfCells(part, { cells, ...(each !== undefined && { each }) }, width);
  const isBeside = cells === undefined && each === undefined;
  if (side === undefined || rows === undefined || !isBeside) return [unclearRow(part)];
  const own = Number(row.columns ?? "1");
  return [
    ...checkLine(source, [...path, "side"]),
    ...rows.flatMap((line, index) => checkRowOfCells(within(part, "rows", index), line, width - own)),
  ];
}

function checkRowOfCells(
  part: FormPart,
  { cells, each }: InFile<FormLine>,
  width: number,
): readonly Diagnostic[] {
  const taken = cells.reduce((sum, { columns = "1" }) => sum + Number(columns), 0);
  const narrow = taken === width ? [] : [tooWide(part, taken, width)];
  const { part: inner, unknown } = each === undefined ? { part, unknown: [] } : eachIn(part, each);
  if (unknown.length > 0) return [...narrow, ...unknown];
  return [...narrow, ...cells.flatMap((cell, index) => checkCell(within(inner, "cells", index), cell))];
}

function eachIn(part: FormPart, each: string) {
  const isOfProject = part.spec.of === "项目";
  const lists = part.asked.facts.filter(
    ({ items, per = "单位" }) => items && (per === "单位" || (per === "项目" && isOfProject)),
  );
  const known = [...(isOfProject ? [TARGETS] : []), ...lists.map(({ name }) => name)];
  const { source, path, words } = part;
  const unknown = expectName("清单", each, known, () => source.placeOf([...path, "each"]));
  const list = lists.find(({ name }) => name === each);
  return { part: { ...part, ...ofEach(list, words), isOfEach: true }, unknown };
}

function ofEach(list: AskedFact | undefined, words: readonly string[]): Pick<FormPart, "words" | "figures"> {
  if (!list) return { words: [...words, ...TARGET_WORDS], figures: [] };
  const figures = (list.items ?? []).filter((each) => unitOfFact(each) !== undefined);
  return {
    words: [...words, ...OF_EVERY_ENTRY, ...wordsOfEntry(list)],
    figures: figures.map(({ name }) => name),
  };
}

const SHOWN = ["label", "text", "measure", "where", "fact"] as const;

function checkCell(part: FormPart, cell: InFile<FormCell>): readonly Diagnostic[] {
  const { source, path, words, figures, measures } = part;
  const at = (key: string) => () => source.placeOf([...path, key]);
  const shown = SHOWN.filter((key) => cell[key] !== undefined);
  if (shown.length !== 1) return [unclearCell(part)];
  const merging =
    cell.merge && !part.isOfEach
      ? [problem("模板/表", "这里没有可以合并的行", at("merge")(), MERGE_REMEDY)]
      : [];
  const { label, text, measure, where, fact } = cell;
  return [
    ...merging,
    ...(label === undefined ? [] : checkLine(source, [...path, "label"])),
    ...(text === undefined ? [] : expectName("文字项", text, words, at("text"))),
    ...(measure === undefined ? [] : expectName("口径", measure, measures, at("measure"))),
    ...(fact === undefined ? [] : expectName("版式事项", fact, figures, at("fact"))),
    ...(where === undefined ? [] : checkWhere(part, "", where)),
  ];
}

const MERGE_REMEDY = "怎么改：merge 只写在有 each 的行里";

function unclearRow({ source, path }: Asking): Diagnostic {
  const remedy = "怎么改：一行的各格写 cells；左边有一个名称管几行的，写 side 和 rows";
  return problem("模板/表", "这一行没有说清印什么：cells 和 side 写一个", source.placeOf(path), remedy);
}

function unclearCell({ source, path }: Asking): Diagnostic {
  return problem(
    "模板/表",
    "这一格没有说清印什么：label、text、measure、where、fact 写一个，只写一个",
    source.placeOf(path),
    "怎么改：名称写 label，文字写 text，口径的数写 measure，账上的数写 where，版式事项的数写 fact",
  );
}

function tooWide({ source, path }: Asking, taken: number, width: number): Diagnostic {
  const message = `这一行占 ${taken} 栏，这里应当是 ${width} 栏`;
  const remedy =
    "怎么改：各格的 columns（不写是 1）加起来，等于表的 columns；side 里面的行，减去 side 占的栏";
  return problem("模板/表", message, source.placeOf(path), remedy);
}
