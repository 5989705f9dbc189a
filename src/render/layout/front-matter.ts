import type { Contents, Cover, TextStyle } from "../../model/report.js";
import { entriesIn } from "./bookmarks.js";
import { setCentred } from "./headings.js";
import { breakLines } from "./line-breaking.js";
import { heightOf, type Page, type TextBlock } from "./page.js";
import type { PageSetting } from "./page-numbers.js";
import { paginate } from "./pagination.js";
import {
  type Bookmark,
  linesApart,
  linesOf,
  measureIn,
  type SetLine,
  setLine,
  type Type,
} from "./set-line.js";
import { ownTexts, plainText } from "./source-text.js";

/** Where the middle of the title stands, as a share of the text block's height. */
const MIDDLE = 0.38;
/** Where the dates below it end. */
const FOOT = 0.85;

/** Sets the title page: its lines centred, a little above the middle, and its dates at the foot. */
export function setCover(cover: Cover, block: TextBlock, { style, fonts }: PageSetting): Page {
  const type = { fonts, style: style.cover };
  const datesType = { fonts, style: style.coverDates ?? style.body };
  const texts = ownTexts(cover);
  const titles = texts.slice(0, cover.lines.length + (cover.edition ?? []).length);
  const lines = linesApart(
    titles.map((text) => setCentred(text, type, block.width)),
    type,
  );
  const dates = texts.slice(titles.length).flatMap((text) => setCentred(text, datesType, block.width));
  const top = Math.max(0, block.height * MIDDLE - heightOf(lines) / 2);
  const below = Math.max(0, block.height * FOOT - top - heightOf([...lines, ...dates]));
  return {
    top,
    items: linesOf(cover, [
      ...lines.map((line, index) => (index === lines.length - 1 ? { ...line, below } : line)),
      ...dates.map((line) => ({ ...line, aside: true as const })),
    ]),
  };
}

/** How far each depth is indented, in characters. */
const INDENT = 1;
const LEADER = "…";
/** The room kept for a page number. It does not depend on the number, so that numbers cannot change the layout. */
const NUMBER = "0000";

/** Sets the contents pages: a title, then a line for each part, section and table with leaders and page number. */
export function setContents(contents: Contents, block: TextBlock, setting: PageSetting): Page[] {
  const { style, fonts, marks, numbers } = setting;
  const titleType = { fonts, style: style.contentsTitle };
  const title = ownTexts(contents).flatMap((text) => setCentred(text, titleType, block.width));
  const type = { fonts, style: style.contents };
  const widest = measureIn(type)(` ${Math.max(0, ...numbers.values())}`);
  const set = entriesIn(marks, contents.lists).map(({ mark }) =>
    setEntry(mark, numbers.get(mark.id), type, block.width, widest),
  );
  const pitch = tighterPitch(set.flat().length, block.height - heightOf(title), style.contents);
  const passages = [
    { isHeading: true, lines: title },
    ...set.map((lines) => ({ isHeading: false, lines: lines.map((line) => ({ ...line, pitch })) })),
  ];
  return paginate(passages, block.height).map((items) => ({ top: 0, items: linesOf(contents, items) }));
}

/** How close lines may stand so that the contents are one page, in em. */
const TIGHTEST = 1.2;

/** The pitch at which so many lines fit the `room` pt of one page; the style's own, where that is too tight. */
function tighterPitch(lines: number, room: number, { size, pitch }: TextStyle): number {
  const fitting = Math.min(pitch, room / lines);
  return fitting < size * TIGHTEST ? pitch : fitting;
}

function setEntry(
  mark: Bookmark,
  number: number | undefined,
  type: Type,
  width: number,
  widest: number,
): SetLine[] {
  const measure = measureIn(type);
  const left = mark.depth * INDENT * type.style.size;
  const room = width - left - measure(NUMBER) - measure(LEADER) * 2;
  const texts = breakLines(plainText(mark.title), measure, room);
  return texts.map((own, index) => {
    const line = { ...setLine(own, type, left), link: mark.id };
    if (index < texts.length - 1) return line;
    return lead(line, width - left - measure(own.text), number, type, widest);
  });
}

/**
 * Fills the `room` pt behind a line with dots and the number at its end. Dots of all lines end `widest` pt before it, where
 * the longest number begins, a blank before it, so that they stand one below the other.
 */
function lead(line: SetLine, room: number, number: number | undefined, type: Type, widest: number): SetLine {
  const measure = measureIn(type);
  const digits = number === undefined ? "" : String(number);
  const count = Math.max(2, Math.floor((room - widest) / measure(LEADER)));
  const spare = room - widest - count * measure(LEADER);
  const dots = setLine(plainText(LEADER.repeat(count)), type).runs.map((run) => ({
    ...run,
    behind: widest - measure(digits),
    ornament: true as const,
  }));
  const words = line.runs.map((run, index) =>
    index < line.runs.length - 1 ? run : { ...run, behind: spare },
  );
  return { ...line, runs: [...words, ...dots, ...setLine(plainText(digits), type).runs] };
}
