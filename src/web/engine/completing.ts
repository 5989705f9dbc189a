import type { CodeList, CodeLists } from "../../model/budget.js";
import type { Path } from "../../model/source.js";
import { CODE_DIGITS, type CodeKey, isInForce, listOf } from "../../validate/budget/code-uses.js";
import { dataForms } from "../../validate/data-form.js";
import { partAt } from "../../validate/schema/guide.js";
import type { SchemaPart } from "../../validate/schema/schema.js";
import type { Setting } from "../../work/build.js";
import { type Cursor, cursorAt, lineBefore } from "../../yaml/cursor.js";
import type { Completion, Completions } from "../protocol.js";
import type { Composed } from "./opened.js";

/** What can be written in the data of a disclosure. */
export interface Vocabulary {
  readonly schema: SchemaPart;
  readonly codes: CodeLists;
  readonly year: number;
  /** the names of measures, each with what it means */
  readonly measures: readonly (readonly [name: string, says: string])[];
}

export function vocabularyOf({ sources, disclosure }: Composed, { program }: Setting): Vocabulary {
  const { year, pack } = disclosure;
  return {
    schema: dataForms(sources, program.schemas).year.schema,
    codes: year.codes,
    year: Math.min(Math.max(year.budget.year, year.codes.years.from), year.codes.years.to),
    measures: [...pack.measures.values()].map(({ name, says = "" }) => [name, says]),
  };
}

/** Under these keys measures are the keys. */
const BY_MEASURE = ["上年", "原因"];

/** What can be written at a place of the data: keys that are not there yet, words of a list, codes, measures. */
export function completionsAt(text: string, at: number, known: Vocabulary): Completions {
  const cursor = quotedMeasure(text, at) ?? cursorAt(text, at);
  if (!cursor) return { from: at, to: at, options: [] };
  return { from: cursor.from, to: cursor.to, options: optionsAt(cursor, known) };
}

type Place = Pick<Cursor, "from" | "to"> & Partial<Cursor>;

/** The name of a measure that is being written within {{ }}. */
function quotedMeasure(text: string, at: number): Place | undefined {
  const [, word] = /\{\{(?:[^{}]*\s)?([\p{L}\p{N}_]*)$/u.exec(lineBefore(text, at)) ?? [];
  return word === undefined ? undefined : { from: at - word.length, to: at };
}

function optionsAt({ path, beside, hasColon }: Place, known: Vocabulary): readonly Completion[] {
  if (!path) return known.measures.map(([name, says]) => option(name, says));
  const part = partAt(known.schema, path);
  if (!beside) return valuesOf(part, path, known);
  const end = hasColon ? "" : ": ";
  const named = BY_MEASURE.includes(String(path[0])) && path.length === 1 ? known.measures : [];
  const keys = Object.entries(part?.properties ?? {}).map(([key, { description = "" }]) => {
    return { ...option(key, description, key + end), isRequired: part?.required?.includes(key) ?? false };
  });
  const all = [...keys, ...named.map(([name, says]) => option(name, says, name + end))];
  // in a list of words what seems to be a key is one of them
  return part?.properties || named.length > 0
    ? all.filter(({ label }) => !beside.includes(label))
    : valuesOf(part, path, known);
}

function valuesOf(part: SchemaPart | undefined, path: Path, known: Vocabulary): readonly Completion[] {
  if (part?.enum) return part.enum.map((each) => option(each, ""));
  const key = path.findLast((step) => typeof step === "string" && !/^\d+$/.test(step));
  const coded = codeKeyOf(key);
  return coded ? codesOf(listOf(known.codes, coded), CODE_DIGITS[coded], known.year) : [];
}

function codeKeyOf(key: string | number | undefined): CodeKey | undefined {
  if (key === "列示科目") return "功能科目";
  return (Object.keys(CODE_DIGITS) as CodeKey[]).find((each) => each === key);
}

/** They are found by their digits and by their names. */
function codesOf(list: CodeList, digits: number, year: number): readonly Completion[] {
  return [...list.values()]
    .filter((entry) => entry.code.length === digits && isInForce(entry, year))
    .map(({ code, name }) => option(`${code} ${name.text}`, "", code));
}

function option(label: string, says: string, apply = label): Completion {
  return { label, apply, says, isRequired: false };
}
