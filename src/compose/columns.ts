import type { TargetKind } from "../model/budget.js";
import { DIMENSIONS, type Dimension, type Where } from "../model/ledger.js";
import type { ColumnSpec, TableSpec } from "../model/pack/table-spec.js";
import type { Discloser } from "../model/pack/written-pack.js";
import type { RoleLook, RoleLooks } from "../model/report.js";
import {
  type Align,
  CODE_LEVELS,
  type CodeKind,
  type Column,
  type ColumnContent,
  type LeafColumn,
  type Row,
  type TargetField,
} from "../model/report.js";
import type { Written } from "../model/source.js";
import { ownWording, standsFor, type Wording, wordingOf } from "../model/wording.js";
import { textCell } from "./cells.js";
import type { Templates } from "./template.js";

/** The header tree as the report has it, on one of its sides; columns without figures show what `words` says. */
export function reportColumns(
  specs: readonly ColumnSpec[],
  looks: RoleLooks,
  side = 0,
  words: (spec: ColumnSpec) => ColumnContent = wordContent,
): readonly Column[] {
  return specs.map((spec): Column => {
    const { children, fact, role = fact === undefined ? "part" : "within" } = spec;
    const where = conditionOf(spec);
    const header = wordingOf(spec.header);
    const of = spec.shows && { of: spec.shows };
    if (children) return { header, children: reportColumns(children, looks, side, words) };
    const align = spec.align ?? (where ? figureAlign(looks[role]) : "left");
    return { header, align, shows: where ? { kind: "figure", where, role, ...of } : words(spec), side };
  });
}

function figureAlign({ align = "right" }: RoleLook = {}): Align {
  return align === "column" ? "right" : align;
}

/** What the figures of a column are of; undefined of a column of words. */
export function conditionOf({ where, fact }: ColumnSpec): Where | undefined {
  return fact === undefined ? where : { 事项: fact };
}

/** What a row shows besides its words: which of all it is. */
export const ORDINAL = "序号";

/** What a column of words shows. */
function wordContent({ text = "", target }: ColumnSpec): ColumnContent {
  if (text === ORDINAL) return { kind: "ordinal" };
  if (target !== undefined) {
    const [of, field] = target.split(".") as [TargetKind, TargetField];
    return { kind: "indicator", of, field };
  }
  const [first, what] = text.split(".");
  const dimension = DIMENSIONS.find((each) => each === first);
  if (dimension && what === "名称") return { kind: "name", of: dimension };
  const of = dimension && KINDS_OF_CODES[dimension];
  if (of && (what === "代码" || what === "编码")) return { kind: "code", of };
  const level = CODE_LEVELS.find((each) => each === what);
  return of && level ? { kind: "code", of, level } : { kind: "text" };
}

/** What codes the values of dimensions are, or begin with. */
export const KINDS_OF_CODES: Readonly<Partial<Record<Dimension, CodeKind>>> = {
  单位: "预算单位",
  功能类: "功能科目",
  功能款: "功能科目",
  功能科目: "功能科目",
  经济类: "部门经济科目",
  经济科目: "部门经济科目",
  政府经济类: "政府经济科目",
  政府经济科目: "政府经济科目",
  项目: "项目",
};

/** A leaf of a list about a document, such as that of its corrections. */
export function listColumn(header: Wording, kind: "ordinal" | "page" | "text", align: Align): LeafColumn {
  return { header, align, shows: { kind }, side: 0 };
}

/** An entry of such a list. */
export function listRow(texts: readonly string[]): Row {
  return { cells: texts.map((text) => textCell(ownWording(text))), subjects: [] };
}

/** The columns that cells stand in, from left to right. */
export function leaves(specs: readonly ColumnSpec[]): readonly ColumnSpec[] {
  return specs.flatMap((spec) => (spec.children ? leaves(spec.children) : [spec]));
}

/** The same columns, their heads with the facts in them. */
function filledHeads(specs: readonly ColumnSpec[], templates: Templates): readonly ColumnSpec[] {
  return specs.map((spec) => ({
    ...spec,
    header: filledHead(spec.header, templates),
    ...(spec.children && { children: filledHeads(spec.children, templates) }),
  }));
}

/** What is filled in stands for the whole of its head. */
function filledHead(header: Written, templates: Templates): Written {
  if (!header.text.includes("{{")) return header;
  const { length } = header.text;
  return standsFor(templates.line(header).text, () => header.at(0, length));
}

/** A table with those of its columns that are printed of such a discloser. */
export function ofDiscloser(spec: TableSpec, discloser: Discloser): TableSpec {
  const printed = (columns: readonly ColumnSpec[]): readonly ColumnSpec[] =>
    columns.flatMap((column) => {
      const { children, when } = column;
      if (when && when.主体 !== discloser) return [];
      const own = children && printed(children);
      return own?.length === 0 ? [] : [{ ...column, ...(own && { children: own }) }];
    });
  if (spec.layout === "form") return spec;
  if (spec.layout !== "balance") return { ...spec, columns: printed(spec.columns) };
  return { ...spec, sides: spec.sides.map((side) => ({ ...side, columns: printed(side.columns) })) };
}

/** A table whose columns have their heads filled in. */
export function withFilledHeads(spec: TableSpec, templates: Templates): TableSpec {
  if (spec.layout === "form") return spec;
  if (spec.layout !== "balance") return { ...spec, columns: filledHeads(spec.columns, templates) };
  const sides = spec.sides.map((side) => ({
    ...side,
    header: filledHead(side.header, templates),
    columns: filledHeads(side.columns, templates),
  }));
  return { ...spec, sides };
}
