import type { ErrorObject } from "ajv";
import { type Diagnostic, problem } from "../diagnostic.js";
import type { Path, Source } from "../model/source.js";
import { nearest, quoted } from "./nearest.js";
import { nameOf, pathOf, valueAt } from "./path.js";
import type { SchemaPart } from "./schema.js";
import type { ShapeCodes } from "./shape.js";

export function isMissing(error: ErrorObject): boolean {
  return error.keyword === "required";
}

export function isUnknown(error: ErrorObject): boolean {
  return error.keyword === "additionalProperties" || error.keyword === "unevaluatedProperties";
}

/** What is wrong with the keys: those that nobody knows, and those that are missing unless one of the former is meant. */
export function keyProblems(
  source: Source,
  errors: readonly ErrorObject[],
  codes: ShapeCodes,
): readonly Diagnostic[] {
  const meant = new Set<string>();
  const unknown = errors.filter(isUnknown).map((error) => {
    const guess = guessKey(source, error);
    meant.add(`${error.instancePath}/${guess}`);
    return unknownKey(source, error, guess, codes);
  });
  const missing = new Map<string, ErrorObject[]>();
  for (const error of errors.filter(isMissing)) {
    if (meant.has(`${error.instancePath}/${error.params.missingProperty}`)) continue;
    missing.set(error.instancePath, [...(missing.get(error.instancePath) ?? []), error]);
  }
  return [...unknown, ...[...missing.values()].map((group) => missingKeys(source, group, codes))];
}

function missingKeys(source: Source, errors: readonly ErrorObject[], codes: ShapeCodes): Diagnostic {
  const path = errors[0] ? pathOf(errors[0]) : [];
  const keys = errors.map((error) => String(error.params.missingProperty));
  const notes = errors.map((error, index) => described(keys[index] ?? "", partOf(error, keys[index])));
  return problem(
    codes.missing,
    `${nameOf(path)}里没有写${quoted(keys)}`,
    source.placeOfKey(path),
    ...notes,
    "怎么改：补上；写法可以对照样例",
  );
}

function unknownKey(
  source: Source,
  error: ErrorObject,
  guess: string | undefined,
  codes: ShapeCodes,
): Diagnostic {
  const path = pathOf(error);
  const key = unknownOf(error);
  const note = guess ? `是不是想写“${guess}”？` : choices(free(source, path, error));
  const remedy = guess
    ? "怎么改：改正这个键；确实多余的，删去这一项"
    : "怎么改：确实多余的，删去这一项；内容写错了地方的，移到该写的地方";
  return problem(
    codes.unknown,
    `${nameOf(path)}里不能写“${key}”`,
    source.placeOfKey([...path, key]),
    note,
    remedy,
  );
}

function guessKey(source: Source, error: ErrorObject): string | undefined {
  return nearest(unknownOf(error), free(source, pathOf(error), error));
}

function unknownOf(error: ErrorObject): string {
  return String(error.params.additionalProperty ?? error.params.unevaluatedProperty);
}

/** The keys that could still be written there. */
function free(source: Source, path: Path, error: ErrorObject): readonly string[] {
  const written = valueAt(source.value, path);
  const properties = (error.parentSchema as SchemaPart | undefined)?.properties ?? {};
  return Object.keys(properties).filter((key) => typeof written !== "object" || !Object.hasOwn(written, key));
}

function choices(keys: readonly string[]): string {
  return keys.length > 0 ? `这里还可以写：${keys.join("、")}` : "这里该写的都已经写了";
}

function partOf(error: ErrorObject, key = ""): SchemaPart | undefined {
  return (error.parentSchema as SchemaPart | undefined)?.properties?.[key];
}

function described(key: string, part: SchemaPart | undefined): string {
  return part?.description ? `${key}：${part.description}` : `${key}：必填`;
}
