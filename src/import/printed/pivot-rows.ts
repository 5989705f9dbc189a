import { NO_CODE } from "../../model/budget.js";
import type { Account, Dimension, Where } from "../../model/ledger.js";
import {
  COLLECTIONS,
  type Collection,
  type PivotRow,
  type RowsOfUnit,
  type TableSpec,
} from "../../model/pack/table-spec.js";
import { folded } from "../../text/fold.js";
import type { BodyRow, RowMeaning } from "./body-rows.js";
import {
  CLASSIFICATIONS,
  type Classification,
  type CodesByName,
  classificationOf,
  type DocumentNames,
  levelOf,
  uncodedKey,
} from "./labels.js";

/** A table of which each row is about a value of some dimension, or about all. */
export interface PivotForm {
  readonly account: Account;
  readonly where: Where;
  readonly rows: readonly PivotRow[];
  /** whether a department's first row that is called as a unit is about all of them */
  readonly wholeFirst: boolean;
}

/** What tables of rows by a dimension have in common; undefined of others. */
export function pivotForm(spec: TableSpec, isDepartment: boolean): PivotForm | undefined {
  switch (spec.layout) {
    case "pivot":
      return { account: spec.account, where: spec.where ?? {}, rows: spec.rows, wholeFirst: false };
    case "targets": {
      const units: PivotRow = { by: ["单位"], text: spec.unitRow, rows: [{ by: ["项目"] }] };
      return { account: "支出", where: { 支出性质: "项目支出" }, rows: [units], wholeFirst: isDepartment };
    }
    case "list": {
      if (!Object.hasOwn(COLLECTIONS, spec.of)) return undefined;
      const { account, dimension, where } = COLLECTIONS[spec.of as Collection];
      const total = spec.totalRow ? [{ text: spec.totalRow }] : [];
      return { account, where, rows: [...total, { by: ["单位", dimension] }], wholeFirst: false };
    }
    case "balance":
    case "form":
      return undefined;
  }
}

/** What a row says of a unit, a project or codes. */
export interface RowLabels {
  readonly unit?: { readonly code: string; readonly name: string };
  readonly project?: { readonly code: string; readonly name: string; readonly kind: string };
  readonly codes: readonly { readonly of: Classification; readonly code: string; readonly name: string }[];
}

/** Reads the rows of a table one behind the other, as what one is about may depend on those before it. */
export interface RowReader {
  /** undefined where it cannot be said what a row is about */
  meaning(row: BodyRow): RowMeaning | undefined;
  labels(row: BodyRow): RowLabels;
}

export interface RowSetting {
  readonly names: DocumentNames;
  /** whose rows are that no unit's row stands above */
  readonly unit: string | undefined;
  readonly codesOf: (classification: Classification) => CodesByName;
}

const TOTALS: readonly string[] = ["合计", "总计", "总合计", "合计数"];
const UNIT_CODE = /^(?:\d{6}|\d{9}|\d{12})$/u;

export function createRowReader(form: PivotForm, { names, codesOf, unit: only }: RowSetting): RowReader {
  const plan = planOf(form);
  const last = new Map<Classification, string>();
  const met = new Map<string, number>();
  let unit: string | undefined;
  let isFirst = true;

  const unitIn = (row: BodyRow): RowLabels["unit"] => {
    const [code, name] = [said(row, plan.unitCode), said(row, plan.unitName)];
    const known = names.unitCalled(code) ?? names.unitCalled(name);
    if (known !== undefined) return { code: known, name };
    const isOwn = plan.unitCode.startsWith("单位.") ? code !== "" : UNIT_CODE.test(code);
    return isOwn && name !== "" ? { code, name } : undefined;
  };
  const codesIn = (row: BodyRow): RowLabels["codes"] =>
    plan.classifications.flatMap((of) => {
      const name = said(row, `${of.of}.名称`);
      const code = codeIn(row, of, last.get(of)) ?? codeCalled(name, codesOf(of), last.get(of));
      return code !== undefined && levelOf(of, code) ? [{ of, code, name: withoutCode(name) }] : [];
    });
  const projectIn = (row: BodyRow): RowLabels["project"] => {
    if (!plan.hasProjects) return undefined;
    const [code, name, kind] = [said(row, "项目.编码"), said(row, "项目.名称"), said(row, "项目.类别")];
    return name === "" ? undefined : { code, name, kind };
  };
  const labels = (row: BodyRow): RowLabels => {
    const [own, codes, project] = [unitIn(row), codesIn(row), projectIn(row)];
    const isUnit = own !== undefined && (codes.length === 0 || !plan.unitCode.startsWith("单位."));
    const isOfUnit =
      isUnit && (!isProjectOf(row, project, own) || names.unitCalled(project?.name ?? "") === own.code);
    return isOfUnit
      ? { unit: own, codes: [] }
      : { codes, ...(project && { project }), ...(own && { unit: own }) };
  };
  const base = (...conditions: readonly Where[]): Pick<RowMeaning, "accounts" | "conditions"> => {
    return { accounts: [form.account], conditions: [form.where, ...conditions] };
  };
  /** whether it is known of each classification what the row says of it */
  const isWholly = (row: BodyRow, codes: RowLabels["codes"]): boolean =>
    plan.classifications.every(
      (each) => codes.some(({ of }) => of === each) || codeWords(row, each).every((text) => text === ""),
    );
  const whole = (): RowMeaning => ({ ...base(), name: "合计", role: "grand", key: "", within: [] });
  const isWhole = (row: BodyRow): boolean => {
    const words = [...row.words.values()].flat().filter((text) => text !== "");
    if (words.length === 0) return plan.hasWhole && isFirst;
    return plan.hasWhole && words.some((text) => plan.totals.includes(folded(text)));
  };
  const ofUnit = (code: string, name: string): RowMeaning => {
    if (form.wholeFirst && isFirst) return { ...whole(), name };
    unit = code;
    return { ...base({ 单位: code }), name, role: "total", key: `${code} `, within: [""] };
  };
  const ofDetail = (row: BodyRow, found: RowLabels): RowMeaning | undefined => {
    const own = plan.isOfUnits ? (found.unit?.code ?? unit ?? only) : undefined;
    const scope: Where = own === undefined ? {} : { 单位: own };
    const above = own === undefined ? [""] : [`${own} `, ""];
    const start = own === undefined ? "" : `${own} `;
    if (found.project) {
      const key = projectKeyOf(found.project, own);
      return {
        ...base(scope, { 项目: key }),
        name: found.project.name,
        role: "part",
        key: `${start}${key}`,
        within: above,
      };
    }
    const [first] = found.codes;
    if (!first || first.of !== plan.classifications[0] || !isWholly(row, found.codes)) return undefined;
    for (const { of, code } of found.codes) last.set(of, code);
    const where = Object.fromEntries(found.codes.map(({ of, code }) => [levelOf(of, code), code]));
    const shorter = [5, 3]
      .filter((length) => length < first.code.length)
      .map((length) => first.code.slice(0, length));
    const key = `${start}${found.codes.map(({ code }) => code).join(" ")}`;
    return {
      ...base(scope, where),
      name: [first.code, first.name].join(" ").trim() || rowName(row),
      role: "part",
      key,
      within: [...shorter.map((code) => `${start}${code}`), ...above],
    };
  };
  const projectKeyOf = (
    { code, name }: NonNullable<RowLabels["project"]>,
    own: string | undefined,
  ): string => {
    if (code !== "" && code !== NO_CODE) return code;
    if (code === NO_CODE) return uncodedKey(name, own);
    const called = `${own ?? ""} ${folded(name)}`;
    const before = met.get(called) ?? 0;
    met.set(called, before + 1);
    return names.projectCalled(name, own, before);
  };
  const meaningOf = (row: BodyRow): RowMeaning | undefined => {
    if (isWhole(row)) return whole();
    const found = labels(row);
    if (found.codes.length === 0 && !found.project && found.unit)
      return ofUnit(found.unit.code, found.unit.name);
    return ofDetail(row, found);
  };
  return {
    labels,
    meaning(row) {
      const meaning = meaningOf(row);
      if (meaning) isFirst = false;
      return meaning;
    },
  };
}

/** In a list of projects, a unit has no name of a project, or its own code where projects have theirs. */
function isProjectOf(
  row: BodyRow,
  project: RowLabels["project"],
  { code }: NonNullable<RowLabels["unit"]>,
): boolean {
  if (!project) return false;
  return said(row, "项目.编码") !== "" ? said(row, "项目.编码") !== code : said(row, "项目.类别") !== code;
}

function rowName({ words }: BodyRow): string {
  return [...words.values()].flat().join("");
}

interface Plan {
  readonly classifications: readonly Classification[];
  readonly hasProjects: boolean;
  readonly hasWhole: boolean;
  readonly totals: readonly string[];
  /** whether its rows are those of units, each with its own */
  readonly isOfUnits: boolean;
  /** what is shown in the columns that say whose a row is */
  readonly unitCode: string;
  readonly unitName: string;
}

function planOf({ rows }: PivotForm): Plan {
  const all: readonly RowsOfUnit[] = rows.flatMap((row) => [row, ...(row.rows ?? [])]);
  const dimensions = new Set<Dimension>(all.flatMap(({ by = [], levels = [] }) => [...by, ...levels]));
  const wholes = all.filter(({ by }) => by === undefined);
  const units = rows.find(({ by = [] }) => by[0] === "单位");
  const shownAs = (fact: string, usual: string): string =>
    Object.entries(units?.text ?? {}).find(([, { text }]) => text.includes(fact))?.[0] ?? usual;
  return {
    classifications: CLASSIFICATIONS.filter((each) =>
      [...dimensions].some((of) => classificationOf(of) === each),
    ),
    hasProjects: dimensions.has("项目"),
    hasWhole: wholes.length > 0,
    totals: [
      ...TOTALS,
      ...wholes.flatMap(({ text = {} }) => Object.values(text).map((words) => folded(words.text))),
    ],
    isOfUnits: dimensions.has("单位"),
    unitCode: shownAs("单位代码", "单位.代码"),
    unitName: shownAs("单位名称", "单位.名称"),
  };
}

/** What a row says in the column that shows something. */
function said({ words }: BodyRow, shown: string): string {
  return [...words].find(([{ spec }]) => spec.text === shown)?.[1].join("") ?? "";
}

const LEVELS = ["类", "款", "项"] as const;
/** A code with its name behind it in one cell: [30101]基本工资. */
const CODE_BEFORE = /^[[【(（]?(?<code>\d{3}(?:\d{2}){0,2})[\]】)）]?[-\s]?(?=\D|$)/u;

/** A code of a classification that a row prints, whole or by its levels; what stands above them once is that of the row before. */
function codeIn(row: BodyRow, { of }: Classification, before: string | undefined): string | undefined {
  const parts = LEVELS.flatMap((level) => piecesOf(row, `${of}.${level}`));
  const pieces = [...piecesOf(row, `${of}.代码`), ...parts].map((text) => text.replaceAll(",", ""));
  const digits = pieces.filter((text) => /^\d{1,7}$/u.test(text));
  if (digits.length === 0) return CODE_BEFORE.exec(said(row, `${of}.名称`))?.groups?.code;
  const whole = digits.findLast((text) => text.length >= 5);
  if (whole !== undefined) return whole;
  const [first = "", ...rest] = digits;
  if (first.length === 3) return [first, ...rest.map(twoDigits)].join("");
  return before === undefined
    ? undefined
    : before.slice(0, 7 - 2 * digits.length) + digits.map(twoDigits).join("");
}

function codeWords(row: BodyRow, { of }: Classification): readonly string[] {
  return [...LEVELS, "代码", "名称"].flatMap((each) => piecesOf(row, `${of}.${each}`));
}

function piecesOf({ words }: BodyRow, shown: string): readonly string[] {
  return [...words].find(([{ spec }]) => spec.text === shown)?.[1] ?? [];
}

/** Of a level: a workbook's number has lost its first nought. */
function twoDigits(text: string): string {
  return text.padStart(2, "0");
}

function withoutCode(name: string): string {
  return name.replace(CODE_BEFORE, "");
}

/** The code that a name alone stands for, of those of that name the one below or beside the code before it; undefined where several could. */
function codeCalled(name: string, find: CodesByName, before = ""): string | undefined {
  const called = name === "" ? [] : find(name);
  for (const beginning of [before, before.slice(0, 5), before.slice(0, 3), ""]) {
    const own = called.filter((code) => code.startsWith(beginning) && code !== before);
    const shortest = own.filter(({ length }) => length === Math.min(...own.map((code) => code.length)));
    if (shortest.length === 1) return shortest[0];
  }
  return undefined;
}
