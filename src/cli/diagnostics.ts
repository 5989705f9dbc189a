import { type Diagnostic, isWholeFile, type Place } from "../diagnostic/diagnostic.js";
import { confirmationNote, counts, inOrder, type LeftOut, leftOutWords } from "../diagnostic/telling.js";
import { few, groupedBy } from "../model/groups.js";
import { type Palette, palette } from "./colour.js";
import { excerptLines, FILE_WIDTH } from "./excerpt.js";
import { gapLines, lineRanges } from "./gap-list.js";
import { showable } from "./width.js";

/** How diagnostics are shown. */
export interface Showing {
  readonly colour?: boolean;
  /** the columns that a line of an excerpt may take */
  readonly width?: number | undefined;
  /** what has not been checked yet */
  readonly leftOut?: readonly LeftOut[];
}

/** More of one kind say nothing new: mended once, one knows how. */
const MOST_OF_KIND = 20;
/** More files are a list that nobody reads to its end. */
const MOST_FILES = 12;
/** More gaps are a list to work through, and no faults to be explained one by one. */
const MOST_GAPS = 10;

/**
 * All diagnostics as a compiler prints them, errors first, by file and place, and how many there are; nothing where there
 * is none. Gaps are listed as `new-year` lists them, behind the other errors.
 */
export function printDiagnostics(diagnostics: readonly Diagnostic[], showing: Showing = {}): string {
  if (diagnostics.length === 0) return "";
  const paint = palette(showing.colour ?? false);
  const width = showing.width ?? FILE_WIDTH;
  const gaps = diagnostics.filter(({ gap }) => gap);
  const listed = gaps.length > MOST_GAPS ? gaps : [];
  const told = diagnostics.filter((each) => !listed.includes(each)).toSorted(inOrder);
  const [errors, warnings] = (["错误", "警告"] as const).map((severity) =>
    cutKinds(told.filter((each) => each.severity === severity)),
  ) as [Cut, Cut];
  const blocks = [
    ...blocksOf(errors, width, paint),
    ...[...groupedBy(listed, ({ place, code }) => `${place?.file} ${code}`).values()].map((file) =>
      gapBlock(file, paint),
    ),
    ...blocksOf(warnings, width, paint),
  ];
  const end = [paint.strong(counts(diagnostics)), leftOutWords(showing.leftOut ?? [])];
  const last = [end.filter((line) => line !== "").join("\n"), ...howToConfirm(warnings.shown)];
  return `${[...blocks, ...last].join("\n\n")}\n`;
}

/** What confirms the warnings that are shown, ready to be pasted, a file at a time; an error says by itself whether it can be. */
function howToConfirm(shown: readonly Diagnostic[]): readonly string[] {
  const open = shown.flatMap(({ confirmation }) =>
    confirmation && confirmation.former === undefined ? [confirmation] : [],
  );
  return [...groupedBy(open, ({ file }) => file)].flatMap(([file, of]) => {
    const marks = [...new Set(of.map(({ mark }) => mark))].join(", ");
    return of[0].hasKey
      ? [`核对无误、不必改的，在 ${file} 的“已核对”的方括号里加上（没有核对的删去）：`, marks]
      : [`核对无误、不必改的，在 ${file} 末尾加上这一行（没有核对的删去）：`, `已核对: [${marks}]`];
  });
}

/** What is shown of one severity, and for each kind of which there is too much the rest of it. */
interface Cut {
  readonly shown: readonly Diagnostic[];
  readonly rests: readonly (readonly Diagnostic[])[];
}

function cutKinds(found: readonly Diagnostic[]): Cut {
  const kinds = [...groupedBy(found, ({ code }) => code).values()];
  return {
    shown: kinds.flatMap((kind) => kind.slice(0, MOST_OF_KIND)).sort(inOrder),
    rests: kinds.map((kind) => kind.slice(MOST_OF_KIND)),
  };
}

function blocksOf({ shown, rests }: Cut, width: number, paint: Palette): readonly string[] {
  return [
    ...shown.map((each) => printDiagnostic(each, width, paint)),
    ...rests.flatMap((rest) => restOf(rest, paint)),
  ];
}

function printDiagnostic(found: Diagnostic, width: number, paint: Palette): string {
  const { severity, place, others = [], notes, confirmation, paste = [] } = found;
  const more = others.length > 0 ? [`同样的还有 ${others.length} 处：${whereAll(others, place?.file)}`] : [];
  return [
    heading(found, found.message, paint),
    ...(place ? placeLines(place, severity, width, paint) : []),
    ...[...more, ...notes, ...(confirmation ? [confirmationNote(confirmation)] : [])].map(
      (note) => `  ${paint.faint("=")} ${showable(note)}`,
    ),
    ...(paste.length > 0 ? ["", ...paste.map(showable)] : []),
  ].join("\n");
}

function heading({ severity, code }: Diagnostic, message: string, paint: Palette): string {
  return `${paint.severity(severity, severity)} ${paint.strong(showable(message))} ${paint.faint(`[${code}]`)}`;
}

/** One block for all that are too many of their kind. */
function restOf(rest: readonly Diagnostic[], paint: Palette): readonly string[] {
  const [first] = rest;
  if (!first) return [];
  const places = rest.flatMap(({ place }) => place ?? []);
  const where = places.length > 0 ? [`  ${paint.faint("-->")} ${showable(whereAll(places))}`] : [];
  return [[heading(first, `同样的还有 ${rest.length} 处`, paint), ...where].join("\n")];
}

/** Each file with its lines, a few of many files; of the file that one has before one just the lines. */
function whereAll(places: readonly Place[], home?: string): string {
  const files = [...groupedBy(places, ({ file }) => file)].map(([file, of]) => {
    const [{ page }] = of;
    const numbers = of.map((place) => place.page ?? place.line);
    const lines = `第 ${lineRanges([...new Set(numbers)].sort((a, b) => a - b))} ${page === undefined ? "行" : "页"}`;
    return file === home ? lines : `${file} ${lines}`;
  });
  return few(files, MOST_FILES, " ", "个文件", "；");
}

/** The gaps of one kind in one file. */
function gapBlock(gaps: readonly [Diagnostic, ...Diagnostic[]], paint: Palette): string {
  const [first] = gaps;
  const file = first.place?.file ?? "";
  const isChoice = first.code === "数据/待定";
  const lines = gapLines(gaps.flatMap(({ place, gap }) => (place && gap ? [{ place, where: gap }] : [])));
  return [
    heading(first, `${file} 还有 ${gaps.length} 处没有${isChoice ? "定" : "填"}`, paint),
    ...lines.map((line) => `  ${showable(line)}`),
    `  ${paint.faint("=")} ${isChoice ? HOW_TO_CHOOSE : HOW_TO_FILL}`,
  ].join("\n");
}

const HOW_TO_FILL =
  "怎么改：把“待填”逐处换成要填的内容；今年没有的，整行或者整个项目删去；“有没有”的，没有就写 []";

const HOW_TO_CHOOSE =
  "怎么改：查明细账或者批复，把“待定”连同后面的括号换成对的一个，最可能的写在最前；都不对的，照批复写";

function placeLines(
  place: Place,
  severity: Diagnostic["severity"],
  width: number,
  paint: Palette,
): readonly string[] {
  const arrow = `  ${paint.faint("-->")} ${showable(place.file)}`;
  // lines of a page are not numbered for those who look at it
  const where = place.page === undefined ? `:${place.line}:${place.column}` : ` 第 ${place.page} 页`;
  if (isWholeFile(place)) return [place.page === undefined ? arrow : arrow + where];
  const gutter = place.page === undefined ? String(place.line) : " ";
  const [line, carets] = excerptLines(place, width - gutter.length - "   | ".length);
  return [
    arrow + where,
    `  ${paint.faint(`${gutter} |`)} ${line}`,
    `  ${paint.faint(`${" ".repeat(gutter.length)} |`)} ${paint.severity(severity, carets)}`,
  ];
}
