import type { Contents, Cover } from "../../model/report.js";
import { CONTENTS_DEPTH } from "./bookmarks.js";
import { setCentred } from "./headings.js";
import { breakLines, type MeasureText } from "./line-breaking.js";
import { heightOf, type Page, type TextBlock } from "./page.js";
import type { PageSetting } from "./page-numbers.js";
import { paginate } from "./pagination.js";
import { type Bookmark, linesOf, measureIn, type SetLine, setLine, type Type } from "./set-line.js";
import { ownTexts, plainText } from "./source-text.js";

/** Where the middle of the title stands, as a share of the text block's height. */
const MIDDLE = 0.38;

/** Sets the title page: its lines centred, a little above the middle. */
export function setCover(cover: Cover, block: TextBlock, { style, fonts }: PageSetting): Page {
  const type = { fonts, style: style.cover };
  const lines = ownTexts(cover).flatMap((text) => setCentred(text, type, block.width));
  return { top: Math.max(0, block.height * MIDDLE - heightOf(lines) / 2), items: linesOf(cover, lines) };
}

/** How far each depth is indented, in characters. */
const INDENT = 1;
const LEADER = "…";
const BLANK = " ";
/** The room kept for a page number. It does not depend on the number, so that numbers cannot change the layout. */
const NUMBER = "0000";

/** Sets the contents pages: a title, then a line for each part, section and table with leaders and page number. */
export function setContents(contents: Contents, block: TextBlock, setting: PageSetting): Page[] {
  const { style, fonts, marks, numbers } = setting;
  const titleType = { fonts, style: style.contentsTitle };
  const title = ownTexts(contents).flatMap((text) => setCentred(text, titleType, block.width));
  const type = { fonts, style: style.contents };
  const entries = [...marks.values()].filter((mark) => mark.depth <= CONTENTS_DEPTH);
  const passages = [
    { isHeading: true, lines: title },
    ...entries.map((mark) => ({
      isHeading: false,
      lines: setEntry(mark, numbers.get(mark.id), type, block.width),
    })),
  ];
  return paginate(passages, block.height).map((items) => ({ top: 0, items: linesOf(contents, items) }));
}

function setEntry(mark: Bookmark, number: number | undefined, type: Type, width: number): SetLine[] {
  const measure = measureIn(type);
  const left = mark.depth * INDENT * type.style.size;
  const room = width - left - measure(NUMBER) - measure(LEADER) * 2;
  const texts = breakLines(plainText(mark.title), measure, room);
  return texts.map((own, index) => {
    const line = { ...setLine(own, type, left), link: mark.id };
    return index === texts.length - 1 ? lead(line, own.text, number, type, width - left, measure) : line;
  });
}

/** Fills a line to `width` pt with dots and the number at its end; what is too narrow for a dot stays blank before them. */
function lead(
  line: SetLine,
  text: string,
  number: number | undefined,
  type: Type,
  width: number,
  measure: MeasureText,
): SetLine {
  const digits = number === undefined ? "" : String(number);
  const room = width - measure(text) - measure(digits);
  const count = Math.max(2, Math.floor(room / measure(LEADER)));
  const spare = room - count * measure(LEADER);
  const blanks = Math.floor(spare / measure(BLANK));
  const leader = setLine(plainText(BLANK.repeat(blanks) + LEADER.repeat(count)), type).runs;
  const added = (spare - blanks * measure(BLANK)) / (blanks + count - 1);
  const dots = leader.map((run) => ({ ...run, spacing: added, ornament: true as const }));
  return { ...line, runs: [...line.runs, ...dots, ...setLine(plainText(digits), type).runs] };
}
