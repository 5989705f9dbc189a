import type { Block, Heading, Paragraph, Part, Report, Signature } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import { setTable } from "../tables/table-pages.js";
import { type Bookmarks, bookmarkBlocks, bookmarkFirst } from "./bookmarks.js";
import { setContents, setCover } from "./front-matter.js";
import { setHeading } from "./headings.js";
import { type Page, type SetPart, type TextBlock, textBlock } from "./page.js";
import { type PageNumbers, pageNumbers } from "./page-numbers.js";
import { type LineGroup, paginate } from "./pagination.js";
import { setParagraph, setSignature } from "./paragraphs.js";
import { blankLine, linesOf } from "./set-line.js";

/** Breaks a report into parts, pages and lines. Refuses it where a table cannot be made to fit. */
export function layOut(report: Report, fonts: Fonts): SetPart[] {
  const marks = bookmarkBlocks(report);
  const draft = setParts(report, marks, new Map(), fonts);
  return setParts(report, marks, pageNumbers(draft), fonts, draft);
}

/** Sets the parts with contents anew, once the page numbers are known, and takes the others from the draft. */
function setParts(
  report: Report,
  marks: Bookmarks,
  numbers: PageNumbers,
  fonts: Fonts,
  draft: readonly SetPart[] = [],
): SetPart[] {
  const parts = report.parts.filter((part) => part.blocks.length > 0);
  return parts.map((part, index) => {
    const done = draft[index];
    if (done && !part.blocks.some((block) => block.kind === "contents")) return done;
    return setPart(part, { report, marks, numbers, fonts });
  });
}

interface Setting {
  readonly report: Report;
  readonly marks: Bookmarks;
  readonly numbers: PageNumbers;
  readonly fonts: Fonts;
}

function setPart(part: Part, setting: Setting): SetPart {
  const block = textBlock(part.orientation, setting.report.style.margins[part.orientation]);
  const pages = divideIntoFlows(part.blocks).flatMap((flow) => setFlow(flow, block, setting));
  return { orientation: part.orientation, numbered: part.numbered, pages };
}

/** Blocks that follow each other down the page. */
type Text = Heading | Paragraph | Signature;

/** Blocks that begin on a page of their own: text, with at most one block behind it that has its own layout. */
interface Flow {
  readonly text: readonly Text[];
  readonly last: Exclude<Block, Text> | undefined;
}

/** Parts and annexes begin pages, and so do cover, contents and tables, which share them with headings only. */
function divideIntoFlows(blocks: readonly Block[]): Flow[] {
  const flows: Flow[] = [];
  let text: Text[] = [];
  const end = (last: Flow["last"]) => {
    if (text.length > 0 || last) flows.push({ text, last });
    text = [];
  };
  for (const block of blocks) {
    const onlyHeadings = text.every((each) => each.kind === "heading");
    if (block.kind === "paragraph" || block.kind === "signature") text.push(block);
    else if (block.kind === "heading") {
      const beginsPage = block.level === "part" || block.level === "annex";
      if (beginsPage && !onlyHeadings) end(undefined);
      text.push(block);
    } else {
      if (!onlyHeadings || block.kind !== "table") end(undefined);
      end(block);
    }
  }
  end(undefined);
  return flows;
}

function setFlow({ text, last }: Flow, block: TextBlock, setting: Setting): Page[] {
  const { report, marks, numbers, fonts } = setting;
  const passages = text.map((each) => setPassage(each, block, setting));
  switch (last?.kind) {
    case undefined:
      return paginate(passages, block.height).map((items) => ({ top: 0, items }));
    case "cover":
      return [setCover(last, report.style, block, fonts)];
    case "contents":
      return setContents(last, marks, numbers, report.style, block, fonts);
    case "table": {
      const above = passages.flatMap((passage) => passage.lines);
      return setTable(last, above, marks.get(last), report.style, block, fonts);
    }
  }
}

function setPassage(block: Text, { width }: TextBlock, setting: Setting): LineGroup {
  const { style } = setting.report;
  if (block.kind === "paragraph") {
    const lines = setParagraph(block, style.body, width, setting.fonts);
    const above = block.apart ? linesOf(block, [blankLine({ fonts: setting.fonts, style: style.body })]) : [];
    return { isHeading: false, lines: [...above, ...lines] };
  }
  if (block.kind === "signature") {
    return { isHeading: false, lines: setSignature(block, style.body, width, setting.fonts) };
  }
  const lines = setHeading(block, style, width, setting.fonts);
  return { isHeading: true, lines: bookmarkFirst(linesOf(block, lines), setting.marks.get(block)) };
}
