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
import type { Block, Contents, ListedKind } from "../../model/report.js";
import { type Bookmarks, entriesIn, isListed, withPart } from "../layout/bookmarks.js";
import type { PageNumbers } from "../layout/page-numbers.js";
import type { Bookmark } from "../layout/set-line.js";
import { markupText } from "../markup-text.js";
import { markedRuns, textRun, type WordSetting } from "./runs.js";
import { STYLES, twips } from "./styles.js";

/** The entries that stand with what is listed, as the contents call it; they lead there. */
const INSTRUCTION = "TOC \\f C \\h \\z";

export interface ContentsSetting extends WordSetting {
  readonly marks: Bookmarks;
  readonly numbers: PageNumbers;
  /** what the contents list */
  readonly lists: readonly ListedKind[];
}

/** The contents as the PDF has them, in a field: Word finds the entries and their pages anew when it is told to. */
export function contentsParagraphs(
  block: Contents,
  width: number,
  setting: ContentsSetting,
): readonly Paragraph[] {
  const { marks, numbers, lists } = setting;
  const title = new Paragraph({
    style: STYLES.contentsTitle,
    children: markedRuns(block, block.title.text, setting),
  });
  const entries = entriesIn(marks, lists);
  const lines = entries.map(({ mark }, index) => {
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

/** What a block stands in the contents with, found by the names that links and the contents lead to. */
export function bookmarkedWords(
  block: Block,
  words: readonly ParagraphChild[],
  { marks, lists, anchors }: ContentsSetting,
): readonly ParagraphChild[] {
  const mark = marks.get(block);
  if (!mark) return words;
  const found = withPart(mark);
  const entries = found.filter((each) => isListed(each, lists)).flatMap(listedEntry);
  return found.reduceRight<readonly ParagraphChild[]>(
    (within, { id }) => anchors.bookmarked(id, within),
    [...entries, ...words],
  );
}

/** An entry that stands where it leads, and is not seen there. */
function listedEntry({ title, depth }: Bookmark): readonly TextRun[] {
  const words = markupText(title).replaceAll(/["“”\\]/g, "\\$&");
  return [fieldCharacter("begin"), instruction(`TC "${words}" \\f C \\l ${depth + 1}`), fieldEnd()];
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
