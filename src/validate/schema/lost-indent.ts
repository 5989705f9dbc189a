import type { ErrorObject } from "ajv";
import { type Diagnostic, problem } from "../../diagnostic/diagnostic.js";
import { isList, type Source, valueAt } from "../../model/source.js";
import { isUnknown, unknownOf } from "./keys.js";
import { pathOf } from "./path.js";
import type { SchemaPart, ShapeCodes } from "./schema.js";

/** A key of the outermost level with nothing in it, what belongs in it standing below it at the left edge. */
interface LostIndent {
  readonly problem: Diagnostic;
  /** whether an error is nothing but a consequence */
  readonly causes: (error: ErrorObject) => boolean;
}

interface Line {
  readonly key: string;
  readonly line: number;
}

/** The keys whose lines have been pasted without their indentation. */
export function lostIndents(
  source: Source,
  schema: SchemaPart,
  errors: readonly ErrorObject[],
  codes: ShapeCodes,
): readonly LostIndent[] {
  const { value } = source;
  const atRoot = errors.filter((error) => isUnknown(error) && pathOf(error).length === 0);
  if (atRoot.length === 0 || typeof value !== "object" || isList(value)) return [];
  const unknown = new Set(atRoot.map(unknownOf));
  const lines = Object.keys(value)
    .map((key): Line => ({ key, line: source.placeOfKey([key]).line }))
    .toSorted((a, b) => a.line - b.line);
  return lines.flatMap((owner, index) => {
    if (unknown.has(owner.key) || !isEmptyMapping(source, schema, owner.key)) return [];
    const behind = lines.slice(index + 1);
    const end = behind.findIndex(({ key }) => !unknown.has(key));
    const lost = end < 0 ? behind : behind.slice(0, end);
    return lost.every(({ key }) => mayHold(source, schema, owner.key, key))
      ? lostIndent(source, owner, lost, codes)
      : [];
  });
}

function lostIndent(
  source: Source,
  { key: owner }: Line,
  lost: readonly Line[],
  codes: ShapeCodes,
): readonly LostIndent[] {
  const [first, last] = [lost[0], lost.at(-1)];
  if (!first || !last) return [];
  const lines = first === last ? `第 ${first.line} 行` : `第 ${first.line}-${last.line} 行`;
  const finished = typeof valueAt(source.value, [owner]) === "object" ? `删去“${owner}:”后面的 {}；` : "";
  const told = problem(
    codes.unknown,
    `${lines}是“${owner}”的内容，却没有缩进`,
    source.placeOfKey([first.key]),
    `怎么改：${finished}${lines}的行首各加两个空格`,
  );
  const keys = new Set(lost.map(({ key }) => key));
  const causes = (error: ErrorObject): boolean => {
    const [at] = pathOf(error);
    return at === undefined
      ? isUnknown(error) && keys.has(unknownOf(error))
      : at === owner || keys.has(String(at));
  };
  return [{ problem: told, causes }];
}

function isEmptyMapping({ value }: Source, { properties = {} }: SchemaPart, key: string): boolean {
  const written = valueAt(value, [key]);
  const { properties: own, additionalProperties } = properties[key] ?? {};
  const isMapping = own !== undefined || typeof additionalProperties === "object";
  if (!isMapping || written === undefined || isList(written)) return false;
  return typeof written === "string" ? written === "" : Object.keys(written).length === 0;
}

function mayHold({ value }: Source, { properties = {} }: SchemaPart, owner: string, key: string): boolean {
  const { properties: own = {}, additionalProperties } = properties[owner] ?? {};
  return (
    key in own || (typeof additionalProperties === "object" && typeof valueAt(value, [key]) === "string")
  );
}
