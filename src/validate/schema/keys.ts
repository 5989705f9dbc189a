import type { ErrorObject } from "ajv";
import { type Diagnostic, type Place, problem, wholeFile } from "../../diagnostic/diagnostic.js";
import { GAP } from "../../model/gap.js";
import { groupedBy } from "../../model/groups.js";
import { type Path, type Source, valueAt } from "../../model/source.js";
import { homesOf, skeletonOf } from "./guide.js";
import { nearest, quoted } from "./names.js";
import { labelOf, pathOf } from "./path.js";
import type { SchemaPart, ShapeCodes } from "./schema.js";

export function isMissing(error: ErrorObject): boolean {
  return error.keyword === "required";
}

export function isUnknown(error: ErrorObject): boolean {
  return error.keyword === "additionalProperties" || error.keyword === "unevaluatedProperties";
}

/** What is wrong with the keys: those that nobody knows, and those that are missing unless one of the former is meant. */
export function keyProblems(
  source: Source,
  schema: object,
  errors: readonly ErrorObject[],
  codes: ShapeCodes,
): readonly Diagnostic[] {
  const meant = new Set<string>();
  const unknown = errors.filter(isUnknown).map((error) => {
    const path = pathOf(error);
    const { keys, notes } = meaningOf(source, schema, error);
    for (const key of keys) meant.add(`${error.instancePath}/${key}`);
    const message = `${labelOf(path)}里不能写“${unknownOf(error)}”`;
    return problem(codes.unknown, message, source.placeOfKey([...path, unknownOf(error)]), ...notes);
  });
  const missing = groupedBy(
    errors
      .filter(isMissing)
      .filter(({ instancePath, params }) => !meant.has(`${instancePath}/${params.missingProperty}`)),
    ({ instancePath }) => instancePath,
  );
  return [...unknown, ...[...missing.values()].map((group) => missingKeys(source, schema, group, codes))];
}

type Errors = readonly [ErrorObject, ...ErrorObject[]];

function missingKeys(source: Source, schema: object, errors: Errors, codes: ShapeCodes): Diagnostic {
  const path = pathOf(errors[0]);
  const keys = errors.map((error) => String(error.params.missingProperty));
  const properties = propertiesOf(errors[0]);
  const notes = keys.map((key) => `“${key}”：${properties[key]?.description ?? "必填"}`);
  const paste = keys.flatMap((key) => skeletonOf(schema, key, properties[key], indentIn(source, path)));
  const inBraces = path.length > 0 && source.text[source.spanOf(path).from] === "{";
  const remedy = inBraces
    ? `怎么改：在大括号里补上 ${keys.map((key) => `${key}: ${GAP}`).join(", ")}`
    : `怎么改：${path.length === 0 ? "在文件末尾" : `在${labelOf(path)}里`}补上这几行`;
  const found = problem(
    codes.missing,
    `${labelOf(path)}里没有写${quoted(keys)}`,
    placeOfHolder(source, path),
    ...notes,
    `${remedy}，把“${GAP}”换成要填的内容${inBraces ? "" : "："}`,
  );
  return inBraces ? found : { ...found, paste };
}

/** What lacks something. An item of a list in { } would be underlined whole: its first character is enough. */
function placeOfHolder(source: Source, path: Path): Place {
  if (path.length === 0) return wholeFile(source.file);
  const place = source.placeOfKey(path);
  return /^\d+$/.test(String(path.at(-1))) ? { ...place, length: 1 } : place;
}

/** How far the keys of the mapping at `path` are indented. */
function indentIn(source: Source, path: Path): number {
  const value = valueAt(source.value, path);
  const [key] = typeof value === "object" ? Object.keys(value) : [];
  return path.length === 0 || key === undefined ? 0 : source.placeOfKey([...path, key]).column - 1;
}

/** The keys that an unknown one is written for, where that can be told, and what is said of it. */
function meaningOf(source: Source, schema: object, error: ErrorObject) {
  const written = unknownOf(error);
  const open = openKeys(source, error);
  // full-width punctuation has made one of several: “财政拨款：是，金额”
  const joined = /[：，]/.test(written) ? open.filter((key) => written.includes(key)) : [];
  if (joined.length > 0) return { keys: joined, notes: joinedNotes(written) };
  const why = (error.parentSchema as SchemaPart | undefined)?.["x-没有"]?.[written];
  if (why !== undefined) return { keys: [], notes: [why, "怎么改：删去这一项"] };
  const guess = nearest(written, open);
  return guess
    ? { keys: [guess], notes: [`是不是想写“${guess}”？`, "怎么改：改正这个键；确实多余的，删去这一项"] }
    : { keys: [], notes: misplacedNotes(written, homesOf(schema, written), open) };
}

function joinedNotes(written: string): readonly string[] {
  const apart = written.replaceAll(/\s*：\s*/g, ": ").replaceAll(/\s*，\s*/g, ", ");
  return ["冒号、逗号用了中文全角的“：”“，”，程序分不开各项", `怎么改：改成英文的，后面各空一格：${apart}`];
}

/** Where the key could belong instead, and what belongs here. */
function misplacedNotes(
  written: string,
  homes: readonly string[],
  open: readonly string[],
): readonly string[] {
  return [
    ...(homes.length > 0 ? [`“${written}”是${quoted(homes)}里的内容，这里的缩进可能不对`] : []),
    open.length > 0 ? `这里还可以写：${open.join("、")}` : "这里能写的都已经写了",
    "怎么改：写错了地方的，移到该写的地方；多余的，删去这一项",
  ];
}

/** The key that is unknown. */
export function unknownOf(error: ErrorObject): string {
  return String(error.params.additionalProperty ?? error.params.unevaluatedProperty);
}

function openKeys(source: Source, error: ErrorObject): readonly string[] {
  const written = valueAt(source.value, pathOf(error));
  return Object.keys(propertiesOf(error)).filter(
    (key) => typeof written !== "object" || !Object.hasOwn(written, key),
  );
}

function propertiesOf({ parentSchema }: ErrorObject): Readonly<Record<string, SchemaPart>> {
  return (parentSchema as SchemaPart | undefined)?.properties ?? {};
}
