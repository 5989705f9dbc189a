import { getDocument, OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readOnce } from "../made.js";
import { compact } from "../seed/text.js";

/** A page as a reader sees it: texts between rules, and texts that no rules enclose. Lengths in pt from the top left. */
export interface RuledPage {
  readonly cells: readonly RuledCell[];
  /** the texts outside of tables, in order, a line each */
  readonly lines: readonly string[];
}

export interface RuledCell extends Box {
  /** without white space */
  readonly text: string;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A rule: it stands `at` a place across its own direction, and runs from one place to another. */
interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

interface Rules {
  readonly upright: readonly Rule[];
  readonly level: readonly Rule[];
}

interface Text extends Box {
  readonly text: string;
}

interface Drawn {
  readonly texts: readonly Text[];
  readonly rules: Rules;
}

export function readRuled(bytes: Uint8Array): Promise<readonly RuledPage[]> {
  return readOnce("ruled", bytes, readAnew);
}

async function readAnew(bytes: Uint8Array): Promise<readonly RuledPage[]> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await loading.promise;
  try {
    const pages: RuledPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      pages.push(arranged(await drawnOn(await document.getPage(number))));
    }
    return pages;
  } finally {
    await loading.destroy();
  }
}

function arranged({ texts, rules }: Drawn): RuledPage {
  const cells = new Map<string, RuledCell>();
  const lines: string[] = [];
  let above: Text | undefined;
  for (const text of texts) {
    const box = enclosing(text, rules);
    if (box) {
      const key = [box.left, box.top].join(" ");
      cells.set(key, { ...box, text: (cells.get(key)?.text ?? "") + compact(text.text) });
    } else {
      const sameLine = above && Math.abs(above.bottom - text.bottom) < 1;
      lines.push((sameLine ? (lines.pop() ?? "") : "") + compact(text.text));
      above = text;
    }
  }
  return { cells: [...cells.values()], lines };
}

/** What is drawn on a page, in order: each run of text and each rule by itself, from the top of the page down. */
async function drawnOn(page: PDFPageProxy): Promise<Drawn> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const drawn = { texts: [] as Text[], rules: { upright: [] as Rule[], level: [] as Rule[] } };
  let place: readonly [x: number, y: number] = [0, 0];
  let size = 0;
  fnArray.forEach((operator, index) => {
    const args = argsArray[index];
    if (operator === OPS.setTextMatrix) place = [args[0][4], args[0][5]];
    if (operator === OPS.setFont) size = args[1];
    if (operator === OPS.showText) drawn.texts.push(textAt(place, size, args[0]));
    if (operator === OPS.constructPath && args[0] === OPS.stroke) addRules(drawn.rules, args[1][0]);
  });
  return { ...drawn, texts: drawn.texts.filter(({ text }) => text.trim() !== "") };
}

/** A glyph, or by how much the next one is moved to the left; in thousandths of the size. */
type Shown = { readonly unicode: string; readonly width: number } | number;

function textAt([left, bottom]: readonly [number, number], size: number, shown: readonly Shown[]): Text {
  const widths = shown.map((each) => (typeof each === "number" ? -each : each.width));
  const width = (widths.reduce((sum, each) => sum + each, 0) * size) / 1000;
  const text = shown.map((each) => (typeof each === "number" ? "" : each.unicode)).join("");
  return { text, left, right: left + width, top: bottom - size, bottom };
}

/** A path of rules: to each the pen moves, and from there it draws. */
const MOVE_AND_LINE = 6;

/** Rules have their coordinates from the top of the page down. */
function addRules({ upright, level }: { upright: Rule[]; level: Rule[] }, path: Float32Array): void {
  for (let at = 0; at < path.length; at += MOVE_AND_LINE) {
    const [move, left = 0, top = 0, line, right = 0, bottom = 0] = path.subarray(at, at + MOVE_AND_LINE);
    if (move !== 0 || line !== 1) throw new Error("这条路径不是表线");
    if (right - left < 0.01) upright.push({ at: left, from: top, to: bottom });
    else level.push({ at: top, from: left, to: right });
  }
}

/** The nearest rules around a text; a text that lies across one is a fault of the page. */
function enclosing(text: Text, { upright, level }: Rules): Box | undefined {
  const x = (text.left + text.right) / 2;
  const y = (text.top + text.bottom) / 2;
  const [left, right] = nearest(upright, y, x);
  const [top, bottom] = nearest(level, x, y);
  if (left === undefined || right === undefined || top === undefined || bottom === undefined)
    return undefined;
  if (text.left < left - 0.5 || text.right > right + 0.5) throw new Error(`“${text.text}”压在表格线上`);
  return { left, top, right, bottom };
}

/** The rules before and behind a place, among those that pass `along`. */
function nearest(
  rules: readonly Rule[],
  along: number,
  place: number,
): readonly [number | undefined, number | undefined] {
  const passing = rules.filter(({ from, to }) => from <= along && along <= to).map(({ at }) => at);
  const before = passing.filter((at) => at <= place);
  const behind = passing.filter((at) => at > place);
  return [
    before.length > 0 ? Math.max(...before) : undefined,
    behind.length > 0 ? Math.min(...behind) : undefined,
  ];
}
