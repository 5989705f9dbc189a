import { TARGET_KINDS } from "../model/budget.js";
import { GAP, gapPaths, isGap } from "../model/gap.js";
import { groupedBy } from "../model/groups.js";
import { isList, type Path, type Plain, type Source, textAt, textsIn, valueAt } from "../model/source.js";
import { dataText } from "./data-text.js";
import { type Edit, edited } from "./edits.js";
import { replacedValue } from "./scalar.js";

/** What data that is there says otherwise than what is taken into it; it stays as it is. */
export interface Disagreement {
  /** in the data, of what is there, or of the list that lacks it */
  readonly path: Path;
  readonly kind: "other" | "lacking" | "extra";
  readonly there: string;
  readonly given: string;
}

/** A data file with facts taken into it. */
export interface TakenIn {
  readonly text: string;
  readonly disagreements: readonly Disagreement[];
}

type Mapping = { readonly [key: string]: Plain };
/** What stands behind the line of the value at a path of some value. */
type Remark = (value: Plain, path: Path) => string | undefined;

/** A text as it is compared with another. */
type Fold = (text: string) => string;

interface Taking {
  readonly folded: Fold;
  readonly source: Source;
  readonly remark: Remark;
  readonly edits: Edit[];
  readonly disagreements: Disagreement[];
}

/** Sections that are lists of rows with an amount each. */
const LISTS = ["收入", "基本支出", "年终结转", "政府采购", "专项转移支付"];

/**
 * The text of a data file with what is given in place of its gaps, and behind its lists what these lack. Whatever the
 * officer has written stays to the letter; where the given says otherwise, that is a disagreement.
 */
export function takeIn(source: Source, given: Mapping, remark: Remark, folded: Fold): TakenIn {
  const taking: Taking = { folded, source, remark, edits: [], disagreements: [] };
  const missing: [string, Plain][] = [];
  for (const [key, value] of Object.entries(given)) {
    const there = valueAt(source.value, [key]);
    if (there === undefined) missing.push([key, value]);
    else if (key === "项目" && isList(value)) takeProjects(taking, value);
    else if (LISTS.includes(key) && isList(value)) takeRows(taking, [key], value);
    else takeValue(taking, [key], value);
  }
  const text = edited(source.text, taking.edits);
  const sections = Object.fromEntries(missing);
  const behind = missing.length > 0 ? `${text.endsWith("\n") ? "" : "\n"}${textOf(sections, remark)}` : "";
  return { text: text + behind, disagreements: taking.disagreements };
}

/** A scalar, or a mapping of some, in place of gaps. */
function takeValue(taking: Taking, path: Path, value: Plain): void {
  const { folded, source, edits, disagreements } = taking;
  const there = valueAt(source.value, path);
  if (there === undefined) insertKey(taking, path, value);
  else if (isAllGaps(there) || isEmptyMapping(there)) edits.push(replaced(taking, path, value));
  else if (typeof value === "object" && !isList(value) && typeof there === "object" && !isList(there))
    for (const [key, part] of Object.entries(value)) takeValue(taking, [...path, key], part);
  else if (saysOtherwise(there, value, folded))
    disagreements.push({ path, kind: "other", there: shown(there), given: shown(value) });
}

/** Rows of a list: those that are there with the amount are the same, those with a gap get it, all others are added. */
function takeRows(taking: Taking, path: Path, rows: readonly Plain[]): void {
  const { folded, source, edits, disagreements } = taking;
  const there = valueAt(source.value, path);
  if (there === undefined || isAllGaps(there)) {
    if (rows.length > 0) edits.push(replaced(taking, path, rows));
    return;
  }
  const items = isList(there) ? there : [];
  const open = new Map(
    [...groupedBy(items.keys(), (index) => keyOf(items[index] ?? "", folded))].map(([key, all]) => [
      key,
      [...all],
    ]),
  );
  const take = (row: Plain, isPartner: (amount: string) => boolean): number | undefined => {
    const candidates = open.get(keyOf(row, folded)) ?? [];
    const at = candidates.findIndex((index) => isPartner(textAt(items[index] ?? "", ["金额"])));
    return at < 0 ? undefined : candidates.splice(at, 1)[0];
  };
  const amountIn = (row: Plain): string => textAt(row, ["金额"]);
  const unlike = rows.filter((row) => take(row, (amount) => sameAmount(amount, amountIn(row))) === undefined);
  const unfilled = unlike.filter((row) => {
    const index = take(row, isGap);
    if (index !== undefined)
      edits.push(replacedValue(source.text, source.spanOf([...path, index, "金额"]), amountIn(row)));
    return index === undefined;
  });
  const added = unfilled.filter((row) => {
    const index = take(row, () => true);
    if (index !== undefined)
      disagreements.push({
        path: [...path, index, "金额"],
        kind: "other",
        there: textAt(items[index] ?? "", ["金额"]),
        given: amountIn(row),
      });
    return index === undefined;
  });
  if (added.length > 0 && items.length === 0)
    disagreements.push({ path, kind: "lacking", there: "[]", given: `${added.length} 行` });
  else if (added.length > 0) edits.push(...behindList(taking, path, added));
  for (const index of [...open.values()].flat())
    disagreements.push({
      path: [...path, index],
      kind: "extra",
      there: shown(items[index] ?? ""),
      given: "",
    });
}

/** Projects by their codes, or by their names where the data or the list has no code of them. */
function takeProjects(taking: Taking, projects: readonly Plain[]): void {
  const { folded, source, edits, disagreements } = taking;
  const there = valueAt(source.value, ["项目"]);
  if (there === undefined || isAllGaps(there)) {
    edits.push(replaced(taking, ["项目"], projects));
    return;
  }
  const items = isList(there) ? there : [];
  const left = new Set(items.keys());
  const find = (key: string, value: string): number | undefined =>
    isCoded(value)
      ? [...left].find((index) => folded(textAt(items[index] ?? "", [key])) === folded(value))
      : undefined;
  const added = projects.filter((project) => {
    const index = find("编码", textAt(project, ["编码"])) ?? find("名称", textAt(project, ["名称"]));
    if (index === undefined) return true;
    left.delete(index);
    takeProject(taking, ["项目", index], project);
    return false;
  });
  if (added.length > 0 && items.length === 0)
    disagreements.push({ path: ["项目"], kind: "lacking", there: "[]", given: `${added.length} 个项目` });
  else if (added.length > 0) edits.push(...behindList(taking, ["项目"], added));
  for (const index of left)
    disagreements.push({
      path: ["项目", index, "名称"],
      kind: "extra",
      there: textAt(items[index] ?? "", ["名称"]),
      given: "",
    });
}

function isCoded(text: string): boolean {
  return text !== "" && text !== GAP && text !== "未赋码";
}

function takeProject(taking: Taking, path: Path, project: Plain): void {
  for (const [key, value] of Object.entries(project) as [string, Plain][]) {
    if (key === "支出" && isList(value)) takeRows(taking, [...path, key], value);
    else if (isAllGaps(value)) continue;
    else if (key === "绩效目标") takeTargets(taking, [...path, key], value);
    else takeValue(taking, [...path, key], value);
  }
}

function takeTargets(taking: Taking, path: Path, targets: Plain): void {
  const there = valueAt(taking.source.value, path);
  if (there === undefined || isAllGaps(there)) takeValue(taking, path, targets);
  else for (const kind of TARGET_KINDS) takeValue(taking, [...path, kind], valueAt(targets, [kind]) ?? []);
}

/** What makes two rows of one list the same, whatever their amounts are. */
function keyOf(row: Plain, folded: Fold): string {
  return Object.entries(row)
    .filter(
      ([key, value]) => key !== "金额" && key !== "政府经济科目" && !(key === "年份来源" && value === "本年"),
    )
    .map(([key, value]) => `${key} ${folded(String(value))}`)
    .sort()
    .join("\n");
}

/** Whether two amounts are written alike, however many of the last zeros are left out. */
function sameAmount(one: string, other: string): boolean {
  const plain = (text: string): string =>
    text
      .trim()
      .replace(/(\.\d*?)0+$/u, "$1")
      .replace(/\.$/u, "");
  return plain(one) === plain(other);
}

function isAllGaps(value: Plain): boolean {
  const texts = [...textsIn(value)];
  return texts.length > 0 && gapPaths(value).length === texts.length;
}

function isEmptyMapping(value: Plain): boolean {
  return typeof value === "object" && !isList(value) && Object.keys(value).length === 0;
}

function saysOtherwise(there: Plain, given: Plain, folded: Fold): boolean {
  const words = (value: Plain): string => [...textsIn(value)].map(({ text }) => folded(text)).join("\n");
  const [one, other] = [words(there), words(given)];
  return one !== other && !sameAmount(one, other);
}

const LONGEST_SHOWN = 40;

function shown(value: Plain): string {
  const words = [...textsIn(value)].map(({ text }) => text.trim()).join("、");
  return words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN)}…` : words;
}

/** `value` in place of what is written at `path`, in lines of its own where it is no scalar. */
function replaced(taking: Taking, path: Path, value: Plain): Edit {
  const { source } = taking;
  const span = source.spanOf(path);
  const lines = linesOf(taking, path, value);
  const isInLine = lines.length === 1 && typeof value === "string";
  if (isInLine) return replacedValue(source.text, span, lines[0] ?? "");
  const raw = source.text.slice(span.from, span.to);
  const isBlock = raw.trimEnd().includes("\n") || /^\s*-\s/u.test(raw);
  const end = span.from + raw.trimEnd().length;
  if (lines.length === 1) return { from: span.from, to: end, text: lines[0] ?? "" };
  // lines of a block begin where those did that they replace; behind a key they begin a new one
  const [first = "", ...others] = lines;
  const joint = first === "|" || isBlock ? "" : "\n";
  return {
    from: span.from,
    to: end,
    text: `${joint}${isBlock ? first.trimStart() : first}${others.map((line) => `\n${line}`).join("")}`,
  };
}

/** The lines that the house's style has for a value, indented as its key is in the file. */
function linesOf({ source, remark }: Taking, path: Path, value: Plain): readonly string[] {
  const indent = path.length > 1 ? keyIndent(source, path) : 0;
  const key = String(path.at(-1));
  const text = textOf({ [key]: value }, remark);
  const [head = "", ...lines] = text.trim().split("\n");
  const behind = head.slice(`${key}:`.length).trim();
  const indented = lines.map((line) => (line === "" ? "" : " ".repeat(indent) + line));
  return behind === "" ? indented : [behind, ...indented];
}

function textOf(value: Mapping, remark: Remark): string {
  return dataText({ head: [], value, says: () => undefined, remark: (path) => remark(value, path) }).replace(
    /^\n/u,
    "",
  );
}

function keyIndent(source: Source, path: Path): number {
  const { from } = source.spanOfKey(path);
  return from - (source.text.lastIndexOf("\n", from - 1) + 1);
}

/** Rows behind the last of a list, in its own indent. */
function behindList(taking: Taking, path: Path, rows: readonly Plain[]): readonly Edit[] {
  const { source } = taking;
  const { text } = source;
  const span = source.spanOf(path);
  if (text[span.from] === "[") {
    const end = text.lastIndexOf("]", span.to - 1);
    return [{ from: end, to: end, text: rows.map((row) => `, ${JSON.stringify(row)}`).join("") }];
  }
  const written = span.from + text.slice(span.from, span.to).trimEnd().length;
  const lineEnd = text.indexOf("\n", written);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const lineStart = text.lastIndexOf("\n", span.from - 1) + 1;
  const indent = /^ */u.exec(text.slice(lineStart))?.[0].length ?? 0;
  const lines = textOf({ [String(path.at(-1))]: rows }, taking.remark)
    .trim()
    .split("\n")
    .slice(1);
  const own = lines.map((line) => (line === "" ? "" : " ".repeat(indent) + line.slice(2)));
  return [{ from: end, to: end, text: own.map((line) => `\n${line}`).join("") }];
}

/** A key behind the others of its mapping. */
function insertKey(taking: Taking, path: Path, value: Plain): void {
  const { source, edits } = taking;
  const parent = path.slice(0, -1);
  const keys = Object.keys(valueAt(source.value, parent) ?? {});
  const last = keys.at(-1);
  if (last === undefined) return;
  const indent = keyIndent(source, [...parent, last]);
  const span = source.spanOf(parent);
  const end = span.from + source.text.slice(span.from, span.to).trimEnd().length;
  const lineEnd = source.text.indexOf("\n", end);
  const lines = textOf({ [String(path.at(-1))]: value }, taking.remark)
    .trim()
    .split("\n");
  const text = lines.map((line) => `\n${" ".repeat(indent)}${line}`).join("");
  const at = lineEnd < 0 ? source.text.length : lineEnd;
  edits.push({ from: at, to: at, text });
}
