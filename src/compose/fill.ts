import { type Place, problem } from "../diagnostic/diagnostic.js";
import { Refusal } from "../diagnostic/refusal.js";
import { hasGap } from "../model/figure.js";
import { isGap } from "../model/gap.js";
import type { Figure } from "../model/ledger.js";
import type { Run } from "../model/report.js";
import type { Written } from "../model/source.js";
import { sliced, standsFor, type Wording, type WrittenSpan } from "../model/wording.js";

/** Between paragraphs. It is for private use, so no input holds it. */
export const PARAGRAPH = "\uE002";

/** What a template may name where it stands. */
export type Context = Readonly<Record<string, unknown>>;

/** A figure that knows where it is asked for. */
type FigureRun = Extract<Run, { readonly kind: "figure" }>;

/** What a helper prints: words that know where they were written, words that stand for their tag, and figures. */
export interface Printed {
  readonly printed: readonly (Wording | string | Figure | FigureRun)[];
}

/** Does a helper's work: its name, what is handed to it in order and by name, and where it is called. */
export type CallHelper = (
  name: string,
  given: readonly unknown[],
  hash: Readonly<Record<string, unknown>>,
  loc: hbs.AST.SourceLocation,
) => unknown;

/** What a template's names mean, and where its pieces were written. */
interface Language {
  readonly isHelper: (name: string) => boolean;
  readonly call: CallHelper;
  /** what a fact prints */
  readonly fact: (written: Written) => Printed;
  /** what a piece between tags prints */
  readonly content: (statement: hbs.AST.ContentStatement) => Wording | undefined;
  readonly tag: (loc: hbs.AST.SourceLocation) => WrittenSpan;
}

/** The place of a tag, or of a name or text within it. */
export function placeOfTag({ written, start, end }: WrittenSpan): Place {
  return written.at(start, Math.max(1, end - start));
}

interface Setting extends Language {
  readonly context: Context;
  /** whether the item of a list is its first and its last */
  readonly data: Context;
  /** how many lists this stands in, one within the other */
  readonly lists: number;
  /** how many steps may still be taken */
  readonly steps: { left: number };
}

/**
 * What a parsed template gives, as Handlebars would print it in the language that packs are held to: names, helpers, `if`,
 * `unless` and `each`. Handlebars makes a program of each template first, which takes many times as long as to fill it
 * once, is not wanted of files that come from elsewhere, and forgets where words were written.
 */
export function fill(template: hbs.AST.Program, context: Context, language: Language): readonly Run[] {
  return fillProgram(template, { context, data: {}, lists: 0, steps: { left: MOST_STEPS }, ...language });
}

/** Many times what any file takes for the largest department, a step for each statement. */
const MOST_STEPS = 100_000;

/** A list within a list prints the square of what there is: no reader gets to the end of thousands of its statements. */
const STEPS_WITHIN_TWO_LISTS = 10;

function tooLong(tag: WrittenSpan): Refusal {
  const remedy = "怎么改：核对 {{#each}} 列的是不是要列的，是不是多套了一层";
  return new Refusal([problem("模板/语法", "照这里印，长得没有尽头", placeOfTag(tag), remedy)]);
}

function fillProgram(program: hbs.AST.Program | undefined, setting: Setting): readonly Run[] {
  return (program?.body ?? []).flatMap((statement) => fillStatement(statement, setting));
}

function fillStatement(statement: hbs.AST.Statement, setting: Setting): readonly Run[] {
  setting.steps.left -= setting.lists > 1 ? STEPS_WITHIN_TWO_LISTS : 1;
  if (setting.steps.left < 0) throw tooLong(setting.tag(statement.loc));
  switch (statement.type) {
    case "ContentStatement": {
      const wording = setting.content(statement as hbs.AST.ContentStatement);
      return wording && wording.text !== "" ? [{ kind: "text", ...wording }] : [];
    }
    case "CommentStatement":
      return [];
    case "MustacheStatement":
      return printed(
        valueOfCall(statement as hbs.AST.MustacheStatement, setting),
        setting.tag(statement.loc),
        setting,
      );
    case "BlockStatement":
      return fillBlock(statement as hbs.AST.BlockStatement, setting);
    default:
      throw new Error(`no template may hold a ${statement.type}`);
  }
}

function printed(value: unknown, tag: WrittenSpan, language: Language): readonly Run[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((each, index) => [
      ...(index > 0 ? runsOf(PARAGRAPH, tag) : []),
      ...printed(each, tag, language),
    ]);
  const all = isWritten(value) ? language.fact(value) : value;
  if (isPrinted(all)) return all.printed.flatMap((each) => runsOf(each, tag));
  return runsOf(String(all), tag);
}

function runsOf(each: Printed["printed"][number], tag: WrittenSpan): readonly Run[] {
  if (typeof each === "string") {
    return each === "" ? [] : [{ kind: "text", text: each, origins: [{ from: 0, to: each.length, ...tag }] }];
  }
  if ("text" in each) {
    const origins = each.origins.map((origin) => ({ tag, ...origin }));
    return each.text === "" ? [] : [{ kind: "text", text: each.text, origins }];
  }
  if ("kind" in each) return [{ ...each, origins: each.origins.map((origin) => ({ tag, ...origin })) }];
  return [{ kind: "figure", figure: each, origins: [{ from: 0, to: 1, ...tag }] }];
}

function isPrinted(value: unknown): value is Printed {
  return typeof value === "object" && value !== null && "printed" in value;
}

function isWritten(value: unknown): value is Written {
  return typeof value === "object" && value !== null && "text" in value;
}

function fillBlock(
  { path, params, program, inverse, loc }: hbs.AST.BlockStatement,
  setting: Setting,
): readonly Run[] {
  const [param] = params;
  const value = param && valueIn(param, setting);
  // which of the two holds is not known yet
  const gap = param && gapIn(value);
  if (gap) return [...markBefore(program ?? inverse, setting), ...printed(gap, setting.tag(loc), setting)];
  switch (path.type === "PathExpression" && (path as hbs.AST.PathExpression).original) {
    case "if":
      return fillProgram(isTrue(value) ? program : inverse, setting);
    case "unless":
      return fillProgram(isTrue(value) ? inverse : program, setting);
    case "each":
      return isTrue(value)
        ? fillItems(value as readonly (Context | Printed)[], program, setting, setting.tag(loc))
        : fillProgram(inverse, setting);
    default:
      throw new Error("no template may hold such a block");
  }
}

/** The mark that parts what stands in a block from what is before it. */
function markBefore(program: hbs.AST.Program | undefined, setting: Setting): readonly Run[] {
  const [first] = program?.body ?? [];
  const wording = first?.type === "ContentStatement" && setting.content(first as hbs.AST.ContentStatement);
  return wording && /^[，；、]/.test(wording.text) ? [{ kind: "text", ...sliced(wording, 0, 1) }] : [];
}

/** What a condition prints that depends on what has still to be filled in, be it an answer, words or all items of a list. */
function gapIn(value: unknown): Printed | Written | undefined {
  if (isPrinted(value))
    return value.printed.length === 1 && value.printed.every(isGapPrinted) ? value : undefined;
  if (isWritten(value)) return isGap(value.text) ? value : undefined;
  const gaps = Array.isArray(value) ? value.map(gapIn) : [];
  return gaps.every((each) => each !== undefined) ? gaps[0] : undefined;
}

function isGapPrinted(each: Printed["printed"][number]): boolean {
  if (typeof each === "string") return isGap(each);
  if ("kind" in each) return hasGap(each.figure);
  return "text" in each ? isGap(each.text) : hasGap(each);
}

function fillItems(
  items: readonly (Context | Printed)[],
  program: hbs.AST.Program | undefined,
  setting: Setting,
  tag: WrittenSpan,
): readonly Run[] {
  const last = items.length - 1;
  return items.flatMap((context, index) => {
    if (isPrinted(context)) return printed(context, tag, setting);
    const data = { first: index === 0, last: index === last };
    return fillProgram(program, { ...setting, context, data, lists: setting.lists + 1 });
  });
}

/** An empty list is as good as none, and so are empty words. */
function isTrue(value: unknown): boolean {
  if (isPrinted(value)) return value.printed.length > 0;
  if (isWritten(value)) return value.text !== "";
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function valueIn(expression: hbs.AST.Expression, setting: Setting): unknown {
  switch (expression.type) {
    case "PathExpression":
      return valueOfPath(expression as hbs.AST.PathExpression, setting);
    case "SubExpression":
      return valueOfCall(expression as hbs.AST.SubExpression, setting);
    default:
      return (expression as hbs.AST.StringLiteral | hbs.AST.NumberLiteral).value;
  }
}

/** A helper's answer, or the fact of that name. */
function valueOfCall(
  { path, params, hash, loc }: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
  setting: Setting,
): unknown {
  const { original } = path as hbs.AST.PathExpression;
  if (!setting.isHelper(original)) return valueIn(path, setting);
  const given = params.map((param) => valueIn(param, setting));
  const named = (hash?.pairs ?? []).map(({ key, value }): [string, unknown] => {
    const said = valueIn(value, setting);
    return [key, value.type === "PathExpression" ? said : writtenAs(String(said), setting.tag(value.loc))];
  });
  return setting.call(original, given, Object.fromEntries(named), loc);
}

/** What is given to a tag: words in quotation marks, character by character, anything else as a whole. */
function writtenAs(text: string, tag: WrittenSpan): Written {
  const { written, start, end } = tag;
  const isQuoted = end - start === text.length + 2;
  return isQuoted
    ? { text, at: (offset, length) => written.at(start + 1 + offset, length) }
    : standsFor(text, () => placeOfTag(tag));
}

function valueOfPath({ data, parts }: hbs.AST.PathExpression, setting: Setting): unknown {
  return parts.reduce<unknown>(ownValue, data ? setting.data : setting.context);
}

function ownValue(value: unknown, key: string): unknown {
  return value !== undefined && value !== null && Object.hasOwn(value, key)
    ? (value as Context)[key]
    : undefined;
}
