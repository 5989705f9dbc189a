import {
  BuilderElement,
  InternalHyperlink,
  LeaderType,
  Paragraph,
  type ParagraphChild,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import type { Block, Contents } from "../../model/report.js";
import { type Bookmarks, CONTENTS_DEPTH } from "../layout/bookmarks.js";
import type { PageNumbers } from "../layout/page-numbers.js";
import type { Bookmark } from "../layout/set-line.js";
import { markupText } from "../markup-text.js";
import { STYLES, twips } from "./styles.js";
import { markedRuns, textRun, type WordSetting } from "./text.js";

/** Sections by their headings, parts and tables by the entries that stand with them; the entries lead there. */
const INSTRUCTION = `TOC \\o "${CONTENTS_DEPTH + 1}-${CONTENTS_DEPTH + 1}" \\f C \\h \\z`;

export interface ContentsSetting extends WordSetting {
  readonly marks: Bookmarks;
  readonly numbers: PageNumbers;
}

/** The contents as the PDF has them, in a field: Word finds the entries and their pages anew when it is told to. */
export function contentsParagraphs(
  block: Contents,
  width: number,
  setting: ContentsSetting,
): readonly Paragraph[] {
  const { marks, numbers } = setting;
  const title = new Paragraph({
    style: STYLES.contentsTitle,
    children: markedRuns(block, block.title.text, setting),
  });
  const entries = [...marks.values()].filter(({ depth }) => depth <= CONTENTS_DEPTH);
  const lines = entries.map((mark, index) => {
    const isLast = index === entries.length - 1;
    const children = [
      ...(index === 0 ? fieldBegin(INSTRUCTION) : []),
      entry(mark, numbers.get(mark.id)),
      ...(isLast ? [fieldEnd()] : []),
    ];
    const tabStops = [{ type: TabStopType.RIGHT, position: twips(width), leader: LeaderType.DOT }];
    return new Paragraph({ style: STYLES.contents[mark.depth] ?? STYLES.contents[0], tabStops, children });
  });
  return [title, ...lines];
}

function entry({ id, title }: Bookmark, number: number | undefined): ParagraphChild {
  const page =
    number === undefined ? [] : [...fieldBegin(`PAGEREF ${id} \\h`), textRun(String(number)), fieldEnd()];
  return new InternalHyperlink({
    anchor: id,
    children: [textRun(title), new TextRun({ children: [new Tab()] }), ...page],
  });
}

/** What a heading or table stands in the contents with, where that is not the heading itself. */
export function contentsEntry(
  block: Block,
  { marks }: Pick<ContentsSetting, "marks">,
): readonly ParagraphChild[] {
  const mark = marks.get(block);
  if (!mark || mark.depth > CONTENTS_DEPTH) return [];
  if (block.kind === "heading" && block.level === "section") return [];
  const words = markupText(mark.title).replaceAll(/["“”\\]/g, "\\$&");
  return [fieldCharacter("begin"), instruction(`TC "${words}" \\f C \\l ${mark.depth + 1}`), fieldEnd()];
}

/** What stands before what a field says now. */
function fieldBegin(says: string): readonly TextRun[] {
  return [fieldCharacter("begin"), instruction(says), fieldCharacter("separate")];
}

function fieldEnd(): TextRun {
  return fieldCharacter("end");
}

function fieldCharacter(type: "begin" | "separate" | "end"): TextRun {
  const attributes = { type: { key: "w:fldCharType", value: type } };
  return new TextRun({ children: [new BuilderElement({ name: "w:fldChar", attributes })] });
}

function instruction(text: string): TextRun {
  const attributes = { space: { key: "xml:space", value: "preserve" } };
  const words = new BuilderElement({ name: "w:instrText", attributes });
  words.addChildElement(text);
  return new TextRun({ children: [words] });
}
