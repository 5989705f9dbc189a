import type { Correction, LocatedCorrection, Version } from "../../src/model/correction.js";
import { cellText } from "../../src/model/printed.js";
import type { Cell } from "../../src/model/report.js";
import { compact } from "../seed/text.js";
import type { Glyph, ReviewPage } from "./grounds.js";
import type { PrintedDisclosure, PrintedPage } from "./reading.js";

/** A correction as it was found, and the finished PDFs that it must agree with. */
export interface Evidence {
  readonly corrections: readonly LocatedCorrection[];
  /** whether whole sections stand in another order now, so that texts agree in what they hold, not in its order */
  readonly moves: boolean;
  readonly published: PrintedDisclosure;
  readonly corrected: PrintedDisclosure;
  readonly review: readonly ReviewPage[];
  /** the rows of the announcement's table */
  readonly announced: readonly (readonly string[])[];
}

/** Where what was found does not agree with what is printed. */
export function disagreements(evidence: Evidence): readonly string[] {
  return [
    ...unlikeWords(evidence),
    ...unlikeCells(evidence),
    ...equalOnes(evidence),
    ...wrongPages(evidence),
    ...wrongMarks(evidence),
    ...wrongCallouts(evidence),
    ...wrongAnnouncement(evidence),
  ];
}

const isInWords = ({ kind }: Correction): boolean => kind === "sentence" || kind === "caption";
const isInCells = ({ kind }: Correction): boolean => kind === "cell" || kind === "row";

type When = "before" | "after";

function textsOf(
  { corrections }: Evidence,
  when: When,
  which: (correction: Correction) => boolean,
): readonly string[] {
  const found = corrections.map(({ correction }) => correction).filter(which);
  return found.flatMap(({ [when]: version }) => (version ? [compact(version.text)] : []));
}

/** Without what was told to be otherwise, both texts are the same. Heads are cells, and stand in no order with words. */
function unlikeWords(evidence: Evidence): readonly string[] {
  const [old, now] = [
    without(evidence.published.words, setPieces(evidence, "before")),
    without(withoutEdition(evidence.corrected.words), setPieces(evidence, "after")),
  ];
  if (typeof old !== "string") return old.map((text) => `公开的里没有：${text}`);
  if (typeof now !== "string") return now.map((text) => `现在的里没有：${text}`);
  const isSame = evidence.moves ? inOrder(old) === inOrder(now) : old === now;
  if (isSame) return [];
  let at = 0;
  while (old[at] === now[at]) at++;
  return [`没有列出的不同：…${old.slice(at - 10, at + 30)}… 现在是 …${now.slice(at - 10, at + 30)}…`];
}

/** That it is a corrected one, and since when, is no correction. */
function withoutEdition(words: string): string {
  return words.replace(/（更正后）公开日期：\d+年\d+月\d+日更正日期：\d+年\d+月\d+日/, "");
}

/** Words that a correction is of, and the number of the table that they stand beside. */
interface Piece {
  readonly text: string;
  readonly beside: string;
}

function setPieces({ corrections }: Evidence, when: When): readonly Piece[] {
  const set = corrections.filter(({ correction }) => isInWords(correction) && !isHead(correction));
  return set.flatMap(({ correction }) => {
    const { [when]: version } = correction;
    const beside = "number" in correction ? correction.number : "";
    return version ? [{ text: compact(version.text), beside }] : [];
  });
}

function isHead({ before, after }: Correction): boolean {
  return [before, after].some((version) => version?.spots.some(({ element }) => "header" in element));
}

function inOrder(text: string): string {
  return [...text].sort().join("");
}

/** Stands where something was taken out, so that nothing is found across it. */
const GAP = "\uE000";

/**
 * `text` without the pieces, each of them behind the last and behind the number of its table where it can be; those that
 * are not there otherwise.
 */
function without(text: string, pieces: readonly Piece[]): string | readonly string[] {
  let [rest, at] = [text, 0];
  const missing: string[] = [];
  for (const { text: piece, beside } of pieces) {
    const next = rest.indexOf(piece, Math.max(at, rest.indexOf(beside)));
    const found = next === -1 ? rest.indexOf(piece) : next;
    if (found === -1) missing.push(piece);
    else {
      rest = rest.slice(0, found) + GAP.repeat(piece.length) + rest.slice(found + piece.length);
      at = found + piece.length;
    }
  }
  return missing.length > 0 ? missing : rest.replaceAll(GAP, "");
}

/** Of each table: what there is now more often than before is told to be new, and the other way round. */
function unlikeCells(evidence: Evidence): readonly string[] {
  const { published, corrected, corrections } = evidence;
  const numbers = new Set([...published.cells.keys(), ...corrected.cells.keys()]);
  return [...numbers].flatMap((number) => {
    const told = (when: When) =>
      corrections.flatMap(({ correction }) => {
        if (correction.kind === "sentence" || correction.number !== number) return [];
        return isInCells(correction) ? cellTexts(correction[when]) : [];
      });
    const [old, now] = [published.cells.get(number) ?? [], corrected.cells.get(number) ?? []];
    const [before, after] = [told("before"), told("after")];
    return [
      ...unlikeTexts(`${number}不再有的`, minus(old, now), minus(before, after)),
      ...unlikeTexts(`${number}新有的`, minus(now, old), minus(after, before)),
    ];
  });
}

function cellTexts(version: Version | undefined): readonly string[] {
  return (version?.spots ?? []).flatMap(({ element }) => {
    const text = compact(cellText(element as Cell));
    return text === "" ? [] : [text];
  });
}

function unlikeTexts(what: string, printed: readonly string[], told: readonly string[]): readonly string[] {
  const [one, other] = [printed, told].map((texts) => [...texts].sort().join("、"));
  return one === other ? [] : [`${what}：印出 ${one}，列出 ${other}`];
}

/** What is more often in `texts` than in `others`. */
function minus(texts: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1);
  return texts.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

function equalOnes({ corrections }: Evidence): readonly string[] {
  return corrections
    .filter(({ correction }) => correction.before?.text === correction.after?.text)
    .map(({ correction }) => `列出了相同的：${correction.after?.text}`);
}

/** The page told is the one on which the old text begins; of what is new, the one on which it stands now. */
function wrongPages(evidence: Evidence): readonly string[] {
  return evidence.corrections.flatMap(({ correction, page }) => {
    const { pages } = correction.before ? evidence.published : evidence.corrected;
    const version = correction.before ?? correction.after;
    const index = pages.findIndex(({ number }) => number === page);
    const text = correction.kind === "order" ? correction.row.join("") : (version?.text ?? "");
    const here = pages[index];
    if (here && beginsOn(here, pages[index + 1], correction, text)) return [];
    return [`第 ${page} 页没有 ${text}`];
  });
}

function beginsOn(
  here: PrintedPage,
  next: PrintedPage | undefined,
  correction: Correction,
  text: string,
): boolean {
  const inCells = here.cells.map((cell) => cell.text);
  if (correction.kind === "order") return inCells.includes(compact(text));
  if (isHead(correction)) return inCells.includes(compact(text));
  if (correction.kind === "cell") return text === "" || inCells.includes(compact(text));
  if (correction.kind === "row")
    return cellTexts(correction.before ?? correction.after).every((each) => inCells.includes(each));
  const at = (here.words + (next?.words ?? "")).indexOf(compact(text));
  return at !== -1 && at < here.words.length;
}

/** In the copy for review: what reads otherwise lies on a ground, and nothing else does. */
function wrongMarks(evidence: Evidence): readonly string[] {
  const pages = evidence.review.map(({ glyphs }, index) => sorted(glyphs, evidence.corrected.pages[index]));
  const words = pages.flatMap((page) => page.words);
  const cells = pages.flatMap((page) => page.cells);
  return [...wrongWords(words, evidence), ...wrongNumbers(words, evidence), ...wrongCells(cells, evidence)];
}

interface SortedGlyphs {
  readonly words: readonly Glyph[];
  readonly cells: readonly (readonly Glyph[])[];
}

/** The glyphs of each cell, and those that stand in none; both copies are laid out alike. Contents only repeat. */
function sorted(glyphs: readonly Glyph[], page: PrintedPage | undefined): SortedGlyphs {
  const cells = new Map<object, Glyph[]>();
  const words: Glyph[] = [];
  for (const glyph of glyphs) {
    const cell = page?.cells.find(({ left, top, right, bottom }) => {
      return left < glyph.x && glyph.x < right && top < glyph.y && glyph.y < bottom;
    });
    if (cell) cells.set(cell, [...(cells.get(cell) ?? []), glyph]);
    else words.push(glyph);
  }
  const isRead = page !== undefined && page.words !== "";
  return { words: isRead ? ofItsOwn(words, page) : [], cells: [...cells.values()] };
}

/** Page numbers are drawn last, and first what a table is called that goes on. */
function ofItsOwn(glyphs: readonly Glyph[], { words, continued }: PrintedPage): readonly Glyph[] {
  const before = [...continued].length;
  return glyphs.slice(before, before + [...words].length);
}

function wrongWords(words: readonly Glyph[], evidence: Evidence): readonly string[] {
  const wordsThat = (marked: boolean): string =>
    withoutEdition(
      words
        .filter((glyph) => glyph.marked === marked)
        .map(textOf)
        .join(""),
    );
  const after = textsOf(evidence, "after", isInWords).join("");
  if (evidence.moves) return minus([...wordsThat(false)], [...evidence.published.words]);
  return [
    ...notWithin("没有标记的", wordsThat(false), evidence.published.words),
    ...notWithin("标记的", wordsThat(true), after),
  ];
}

const textOf = ({ text }: Glyph): string => text;

/** Every character of `part` is in `whole`, in this order. */
function notWithin(what: string, part: string, whole: string): readonly string[] {
  let at = 0;
  for (const [index, character] of [...part].entries()) {
    const found = whole.indexOf(character, at);
    if (found === -1) return [`${what}不对，从这里起：${part.slice(index, index + 30)}`];
    at = found + character.length;
  }
  return [];
}

const FIGURE = /\d[\d,]*(?:\.\d+)?%?/gu;

/** Numbers of sentences are marked as a whole, and those alone that the old sentence did not have. */
function wrongNumbers(words: readonly Glyph[], evidence: Evidence): readonly string[] {
  const text = words.map(textOf).join("");
  const marks = words.flatMap((glyph) => glyph.text.split("").map(() => glyph.marked));
  const marked: string[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const on = marks.slice(match.index, match.index + match[0].length);
    if (on.every((each) => each)) marked.push(match[0]);
    else if (on.some((each) => each)) return [`只标记了一部分：${match[0]}`];
  }
  const expected = evidence.corrections.flatMap(({ correction }) =>
    isInWords(correction) && !isHead(correction) ? newFigures(correction) : [],
  );
  return unlikeTexts("标记的数", marked, expected);
}

const WORD = new RegExp(`${FIGURE.source}|[\\s\\S]`, "gu");

/** All of a sentence that has only lost words: there is nothing new in it to be marked. */
function newFigures({ before, after }: Correction): readonly string[] {
  const [old = "", now = ""] = [before, after].map((version) => compact(version?.text ?? ""));
  const figures = (text: string): readonly string[] => text.match(FIGURE) ?? [];
  return hasOnlyLost(old, now) ? figures(now) : minus(figures(now), figures(old));
}

function hasOnlyLost(old: string, now: string): boolean {
  const words: readonly string[] = old.match(WORD) ?? [];
  let at = 0;
  return (now.match(WORD) ?? []).every((word) => {
    at = words.indexOf(word, at) + 1;
    return at > 0;
  });
}

/** Cells that span rows are marked again where they go on on another page. */
function wrongCells(cells: SortedGlyphs["cells"], evidence: Evidence): readonly string[] {
  const partly = cells.filter((glyphs) => new Set(glyphs.map(({ marked }) => marked)).size > 1);
  const marked = cells
    .filter((glyphs) => glyphs.every((glyph) => glyph.marked))
    .map((glyphs) => glyphs.map(textOf).join(""));
  const expected = evidence.corrections.flatMap(({ correction }) => {
    if (isInCells(correction)) return cellTexts(correction.after);
    return isHead(correction) && correction.after ? [compact(correction.after.text)] : [];
  });
  return [
    ...partly.map((glyphs) => `只标记了一部分：${glyphs.map(textOf).join("")}`),
    ...minus(expected, marked).map((text) => `没有标记：${text}`),
    ...minus(marked, expected)
      .filter((text) => !expected.includes(text))
      .map((text) => `不该标记：${text}`),
  ];
}

/** Each correction's number stands at words that are new in it, or at a thin mark where there are none. */
function wrongCallouts({ corrections, review }: Evidence): readonly string[] {
  const shown = review.flatMap(({ callouts }) => callouts);
  return corrections.flatMap(({ correction: { kind, after } }, index) => {
    const number = index + 1;
    const own = shown.filter(({ numbers }) => numbers.includes(number));
    const isThin = !after || kind === "order";
    const isRight = own.every(({ words }) =>
      isThin ? words === undefined : words !== undefined && compact(after.text).includes(compact(words)),
    );
    return own.length > 0 && isRight ? [] : [`第 ${number} 处的号不对：${JSON.stringify(own)}`];
  });
}

/** Each correction has its row, with its page and both texts. */
function wrongAnnouncement({ corrections, announced }: Evidence): readonly string[] {
  if (announced.length !== corrections.length) {
    return [`更正说明列了 ${announced.length} 处，应当是 ${corrections.length} 处`];
  }
  return corrections.flatMap(({ correction, page }, index) => {
    const [order, printedPage, , before = "", after = ""] = announced[index] ?? [];
    const isRight =
      order === String(index + 1) &&
      printedPage === String(page ?? "") &&
      holds(before, correction.before, correction, "（无）") &&
      holds(after, correction.after, correction, "（删去）");
    return isRight ? [] : [`更正说明第 ${index + 1} 处不对：${announced[index]?.join(" | ")}`];
  });
}

function holds(printed: string, version: Version | undefined, { kind }: Correction, none: string): boolean {
  if (!version) return printed === none;
  if (kind === "order")
    return printed.includes(compact(version.text).replaceAll("“", "‘").replaceAll("”", "’"));
  return printed === (version.text === "" ? "（空白）" : compact(version.text));
}
