import type { Path } from "../model/source.js";
import { partAt } from "../validate/schema/guide.js";
import type { SchemaPart } from "../validate/schema/schema.js";
import type { Mend } from "./fault.js";
import { isContent, lineAt } from "./lines.js";

/** Lines that stand askew together, and how they were meant. */
export interface AskewLines {
  /** where the first of them begins, which may be above the line at which the parser is lost */
  readonly from: number;
  /** the line that is gone from above it */
  readonly lost?: { readonly key: string; readonly line: string };
  readonly mends: Mend[];
}

/** A column on which keys, or items of a list, stand. */
interface Level {
  readonly column: number;
  readonly isList: boolean;
  /** of the mapping or the list that they are of */
  readonly path: Path;
  readonly under?: Level | undefined;
  readonly keys: Set<string>;
  /** those with which it has been shifted */
  readonly askew?: AskewLines | undefined;
  readonly lost?: AskewLines["lost"];
}

/** A line that begins a key or an item. */
interface Beginning {
  readonly from: number;
  readonly white: string;
  /** in columns, of which a tab and a full-width blank take two */
  readonly width: number;
  readonly dash: string;
  readonly key: string;
  /** without it a key only where the schema has one of that name */
  readonly hasColon: boolean;
  readonly value: string;
  readonly isOpen: boolean;
  readonly isBraced: boolean;
}

/**
 * How the lines at which the parser is lost were meant to be indented, by where each begins: as the lines above them, and
 * so that the schema has there what they say. None where no place is the likely one.
 */
export function askewLinesIn(
  text: string,
  wrong: ReadonlySet<number>,
  schema: SchemaPart,
): ReadonlyMap<number, AskewLines> {
  const found = new Map<number, AskewLines>();
  const lines = beginningsIn(text);
  const sections = new Set(lines.flatMap(({ white, dash, key }) => (white + dash === "" ? [key] : [])));
  let above: Above = { top: { column: 0, isList: false, path: [], keys: new Set() } };
  let askew: AskewLines | undefined;
  for (const [index, line] of lines.entries()) {
    const isLost = wrong.has(line.from);
    const stands = standingOf(line, lines[index + 1], above, schema);
    const level = stands ?? (isLost || askew ? meantOf(line, above, schema, sections) : undefined);
    const mend = level && mendOf(line, level);
    if (mend) {
      if (!askew || level.lost)
        askew = { from: line.from, mends: [], ...(level.lost && { lost: level.lost }) };
      askew.mends.push(mend);
    } else if (!isLost) askew = level?.askew;
    if (askew && isLost) found.set(line.from, askew);
    if (level) above = behind(line, mend ? { ...level, askew } : level);
  }
  return found;
}

/** What a line finds above it: the levels that it may stand on, and the one that the last line opens. */
interface Above {
  readonly top: Level;
  readonly opened?: Level;
}

/** The level of a line of which the schema leaves no doubt; elsewhere the one on which it stands as it is written. */
function standingOf(
  line: Beginning,
  next: Beginning | undefined,
  above: Above,
  schema: SchemaPart,
): Level | undefined {
  const isList = line.dash !== "";
  const choices = choicesOf(line, above);
  const opened = above.opened && { ...above.opened, isList };
  const owner = (opened?.column ?? 0) - 2;
  let here = choices.find(({ column }) => column === line.width);
  if (opened && (line.width > owner || (isList && line.width === owner))) {
    // one that the next line stands beside the wrong way is the one that is askew
    const isFirst = next && !line.isOpen && next.width < line.width && next.width > owner;
    const column = isFirst && mayStand(next, opened, schema) ? next.width : line.width;
    here = { ...opened, column };
  }
  const isPlain = /^ *$/.test(line.white);
  if (here && isPlain && mayStand(line, here, schema)) return here;
  const likely = nearest(
    line,
    choices.filter((level) => mayStand(line, level, schema)),
  );
  return likely ?? (isPlain && line.hasColon ? here : undefined);
}

/** What was meant by a line that stands nowhere. */
function meantOf(
  line: Beginning,
  above: Above,
  schema: SchemaPart,
  sections: ReadonlySet<string>,
): Level | undefined {
  const close = nearest(line, choicesOf(line, above));
  const isClose =
    close && (/[^ ]/.test(line.white) || (close.column > 0 && Math.abs(close.column - line.width) < 2));
  return lostLevel(line, above.top, schema, sections) ?? (isClose && line.hasColon ? close : undefined);
}

function choicesOf(line: Beginning, { top, opened }: Above): Level[] {
  const isList = line.dash !== "";
  const choices = chain(top).filter((level) => level.isList === isList);
  return opened ? [{ ...opened, isList }, ...choices] : choices;
}

function mendOf({ from, white }: Beginning, { column, lost }: Level): Mend | undefined {
  const to = from + white.length;
  if (lost) return { from, to, meant: `${lost.line}\n${" ".repeat(column)}` };
  return white.length === column && !/[^ ]/.test(white) ? undefined : { from, to, meant: " ".repeat(column) };
}

function behind(line: Beginning, level: Level): Above {
  const item: Level = {
    column: level.column + Math.max(line.dash.length, 2),
    isList: false,
    path: [...level.path, 0],
    under: level,
    keys: new Set(),
    askew: level.askew,
  };
  const top = level.isList && line.key !== "" && !line.isBraced ? item : level;
  if (!top.isList) top.keys.add(line.key);
  if (!line.isOpen) return { top };
  const path = [...top.path, line.key];
  const { column, askew } = top;
  return { top, opened: { column: column + 2, isList: false, path, under: top, keys: new Set(), askew } };
}

function chain(top: Level): Level[] {
  const levels: Level[] = [];
  for (let level: Level | undefined = top; level; level = level.under) levels.push(level);
  return levels;
}

/** Of two that are as near the deeper. */
function nearest({ width }: Beginning, levels: readonly Level[]): Level | undefined {
  const far = ({ column }: Level): number => Math.abs(column - width);
  return levels.toSorted((a, b) => far(a) - far(b) || b.column - a.column)[0];
}

function mayStand({ key }: Beginning, { isList, path }: Level, schema: SchemaPart): boolean {
  if (!isList) return partAt(schema, [...path, key]) !== undefined;
  if (partAt(schema, path)?.items === undefined) return false;
  return key === "" || partAt(schema, [...path, 0, key]) !== undefined;
}

/** The level under a key that has no line yet, and of all there only could have what the line says. */
function lostLevel(
  line: Beginning,
  top: Level,
  schema: SchemaPart,
  sections: ReadonlySet<string>,
): Level | undefined {
  const isList = line.dash !== "";
  for (const under of chain(top)) {
    const { path, column, keys } = under;
    const names = under.isList ? [] : Object.keys(partAt(schema, path)?.properties ?? {});
    const key = names.find((name) => {
      if (keys.has(name) || (column === 0 && sections.has(name))) return false;
      const { properties = {}, propertyNames } =
        partAt(schema, [...path, name, ...(isList ? [0] : [])]) ?? {};
      if (line.key in properties) return true;
      const value = partAt(schema, [...path, name, line.key]);
      const isNamed = propertyNames && new RegExp(propertyNames.pattern ?? "").test(line.key);
      return isNamed && value && (value["x-金额"] === true) === /^\d/.test(line.value);
    });
    if (key === undefined) continue;
    const lost = { key, line: `${" ".repeat(column)}${key}:` };
    return {
      column: Math.max(line.width, column + 2),
      isList,
      path: [...path, key],
      under,
      keys: new Set(),
      lost,
    };
  }
  return undefined;
}

const BEGINNING =
  /^(?<white>\s*)(?<dash>-[ \t]*(?![-\d]))?(?<brace>\{ *)?(?:["']?(?<key>[^\s:：,{}[\]"'#-][^\s:：,{}[\]"'#]*)["']? *(?<colon>[:：])?(?<rest>.*))?/u;

function beginningsIn(text: string): readonly Beginning[] {
  const lines: Beginning[] = [];
  for (let from = 0, end = 0; end >= 0; from = end + 1) {
    end = text.indexOf("\n", from);
    const line = lineAt(text, from);
    const {
      white = "",
      dash = "",
      brace,
      key: word = "",
      colon,
      rest = "",
    } = BEGINNING.exec(line.text)?.groups ?? {};
    const key = colon || (dash === "" && !brace) ? word : "";
    if (!isContent(line) || (dash === "" && (key === "" || brace))) continue;
    const width = [...white].reduce((sum, blank) => sum + (blank === " " ? 1 : 2), 0);
    const value = rest.replace(/(?:^|\s)#.*$/, "").trim();
    const isOpen = !brace && key !== "" && value === "";
    lines.push({
      from,
      white,
      width,
      dash,
      key,
      hasColon: colon !== undefined,
      value,
      isOpen,
      isBraced: brace !== undefined,
    });
  }
  return lines;
}
