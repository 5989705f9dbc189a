import type { Block, Chart, Heading, Paragraph, Part, Report, Signature } from "../../model/report.js";
import type { Fonts } from "../fonts/fonts.js";
import { setTable } from "../tables/table-pages.js";
import { bookmarkBlocks, bookmarkFirst } from "./bookmarks.js";
import { setChart } from "./charts.js";
import { setContents, setCover } from "./front-matter.js";
import { setHeading } from "./headings.js";
import { type Page, type SetDrawing, type SetPart, type TextBlock, textBlock } from "./page.js";
import { type PageSetting, pageNumbers } from "./page-numbers.js";
import { type LineGroup, paginate } from "./pagination.js";
import { setParagraph, setSignature } from "./paragraphs.js";
import { linesOf, type SetLine } from "./set-line.js";

/** Breaks a report into parts, pages and lines. Refuses it where a table cannot be made to fit. */
export function layOut(report: Report, fonts: Fonts): SetPart[] {
  const setting = { style: report.style, fonts, marks: bookmarkBlocks(report), numbers: new Map() };
  const draft = setParts(report, setting);
  return setParts(report, { ...setting, numbers: pageNumbers(draft) }, draft);
}

/** Sets the parts with contents anew, once the page numbers are known, and takes the others from the draft. */
function setParts(report: Report, setting: PageSetting, draft: readonly SetPart[] = []): SetPart[] {
  const parts = report.parts.filter((part) => part.blocks.length > 0);
  return parts.map((part, index) => {
    const done = draft[index];
    if (done && !part.blocks.some((block) => block.kind === "contents")) return done;
    return setPart(part, setting);
  });
}

function setPart(part: Part, setting: PageSetting): SetPart {
  const block = textBlock(part.orientation, setting.style.margins[part.orientation]);
  const pages = divideIntoFlows(part.blocks).flatMap((flow) => setFlow(flow, block, setting));
  return { orientation: part.orientation, numbered: part.numbered, pages };
}

/** Blocks that follow each other down the page. */
type Text = Heading | Paragraph | Signature | Chart;

/** Blocks that begin on a page of their own: text, with at most one block behind it that has its own layout. */
interface Flow {
  readonly text: readonly Text[];
  readonly last: Exclude<Block, Text> | undefined;
}

/** Parts and annexes begin pages, and so do cover, contents and tables, which share them with headings only. */
export function divideIntoFlows(blocks: readonly Block[]): Flow[] {
  const flows: Flow[] = [];
  let text: Text[] = [];
  const end = (last: Flow["last"]) => {
    if (text.length > 0 || last) flows.push({ text, last });
    text = [];
  };
  for (const block of blocks) {
    const onlyHeadings = text.every((each) => each.kind === "heading");
    if (block.kind === "paragraph" || block.kind === "signature" || block.kind === "chart") text.push(block);
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

function setFlow({ text, last }: Flow, block: TextBlock, setting: PageSetting): Page[] {
  const passages = text.map((each) => setPassage(each, block, setting));
  switch (last?.kind) {
    case undefined:
      return paginate(passages, block.height).map((items) => ({ top: 0, items }));
    case "cover":
      return [setCover(last, block, setting)];
    case "contents":
      return setContents(last, block, setting);
    case "table":
      return setTable(
        last,
        passages.flatMap(({ lines }) => lines.filter((line) => line.kind === "line")),
        block,
        setting,
      );
  }
}

function setPassage(
  block: Text,
  { width }: TextBlock,
  setting: PageSetting,
): LineGroup<SetLine | SetDrawing> {
  if (block.kind === "chart") return { isHeading: false, lines: setChart(block, width, setting) };
  if (block.kind === "paragraph") return { isHeading: false, lines: setParagraph(block, width, setting) };
  if (block.kind === "signature") return { isHeading: false, lines: setSignature(block, width, setting) };
  const lines = linesOf(block, setHeading(block, width, setting));
  return { isHeading: true, lines: bookmarkFirst(lines, setting.marks.get(block)) };
}
