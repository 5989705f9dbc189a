import {
  AlignmentType,
  DocumentGridType,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  NumberFormat,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from "docx";
import type { Block, Chart, Cover, Part, Report, ReportStyle, Signature } from "../../model/report.js";
import { ownWords } from "../../model/walk.js";
import { divideIntoFlows } from "../layout/layout.js";
import { points } from "../layout/lengths.js";
import { type SetPart, type TextBlock, textBlock } from "../layout/page.js";
import { footerHeight } from "../layout/page-numbers.js";
import { bookmarkedWords, contentsParagraphs } from "./contents.js";
import { markedRuns, runChildren, textRun } from "./runs.js";
import { HEADING_STYLES, STYLES, twips } from "./styles.js";
import { tableContent, type WordTableSetting } from "./word-table.js";

/** With what a document is written. */
export interface DocumentSetting extends WordTableSetting {
  readonly style: ReportStyle;
  /** as the PDF's pages are */
  readonly parts: readonly SetPart[];
  /** on every page of a copy for review */
  readonly watermark: string | undefined;
}

/** The parts of a report, each on pages of its own orientation. */
export function sectionsOf(report: Report, setting: DocumentSetting): readonly ISectionOptions[] {
  const parts = report.parts.filter(({ blocks }) => blocks.length > 0);
  const firstNumbered = parts.findIndex(({ numbered }) => numbered);
  return parts.map((part, index) => {
    const start = index === firstNumbered ? 1 : index === 0 ? frontStart(setting.parts) : undefined;
    return {
      properties: pageProperties(part, start, setting.style),
      // a section has those of the one before it where it says nothing
      ...(index === 0 && { headers: headersOf(setting) }),
      ...(part.numbered !== parts[index - 1]?.numbered && { footers: footersOf(part, setting.style) }),
      children: partContent(part, setting),
    };
  });
}

/** The number of the first page before those with numbers, such that odd and even pages take turns. */
function frontStart(parts: readonly SetPart[]): number {
  const first = parts.findIndex(({ numbered }) => numbered);
  const pages = parts.slice(0, Math.max(0, first)).flatMap((part) => part.pages);
  return 1 + (pages.length % 2);
}

const A4 = { width: 11906, height: 16838 };
/** How much lower the last line of a page may stand: lines of 29 pt are a hair more than a page, and a section has an end. */
const HAIR = 2;

function pageProperties(
  { orientation, blocks }: Part,
  start: number | undefined,
  style: ReportStyle,
): NonNullable<ISectionOptions["properties"]> {
  const margins = style.margins[orientation];
  const { body, pageNumber } = style;
  const footer = Math.max(0, footerHeight(margins, pageNumber) - pageNumber.pitch);
  const hasText = blocks.some(({ kind }) => kind === "paragraph");
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      size: { ...A4, orientation: PageOrientation[orientation === "portrait" ? "PORTRAIT" : "LANDSCAPE"] },
      margin: {
        top: twips(points(margins.top)),
        right: twips(points(margins.right)),
        bottom: twips(points(margins.bottom) - HAIR),
        left: twips(points(margins.left)),
        header: twips(points(margins.top) / 2),
        footer: twips(footer),
      },
      pageNumbers: { formatType: NumberFormat.DECIMAL, ...(start !== undefined && { start }) },
    },
    ...(hasText && { grid: { type: DocumentGridType.LINES, linePitch: twips(body.pitch) } }),
  };
}

/** Odd numbers at the right, even ones at the left, a character inside of the text. */
function footersOf({ numbered }: Part, { pageNumber }: ReportStyle): NonNullable<ISectionOptions["footers"]> {
  const footer = (side: "left" | "right"): Footer => {
    const children = numbered
      ? [textRun("— "), new TextRun({ children: [PageNumber.CURRENT] }), textRun(" —")]
      : [];
    const indent = { [side]: twips(pageNumber.size) };
    const alignment = side === "left" ? AlignmentType.LEFT : AlignmentType.RIGHT;
    return new Footer({
      children: [new Paragraph({ style: STYLES.pageNumber, alignment, indent, children })],
    });
  };
  return { default: footer("right"), even: footer("left") };
}

function headersOf({ watermark }: DocumentSetting): NonNullable<ISectionOptions["headers"]> {
  if (watermark === undefined) return {};
  const header = (): Header => {
    const run = textRun(watermark, "黑体", { color: "C00000", bold: true });
    return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
  };
  return { default: header(), even: header() };
}

function partContent({ blocks, orientation }: Part, setting: DocumentSetting): readonly FileChild[] {
  const room = textBlock(orientation, setting.style.margins[orientation]);
  return divideIntoFlows(blocks).flatMap(({ text, last }, index) => {
    const all: readonly Block[] = last ? [...text, last] : text;
    return all.flatMap((block, at) => blockContent(block, index > 0 && at === 0, room, setting));
  });
}

function blockContent(
  block: Block,
  pageBreakBefore: boolean,
  room: TextBlock,
  setting: DocumentSetting,
): readonly FileChild[] {
  switch (block.kind) {
    case "cover":
      return coverParagraphs(block, pageBreakBefore, setting);
    case "contents":
      return contentsParagraphs(block, room.width, setting);
    case "heading": {
      const children = bookmarkedWords(block, lines(block, setting), setting);
      return [new Paragraph({ style: HEADING_STYLES[block.level], pageBreakBefore, children })];
    }
    case "paragraph": {
      const children = block.runs.flatMap((run) => runChildren(run, setting));
      const spacing = block.apart && { before: twips(setting.style.body.pitch), ...bodyLine(setting) };
      return [
        new Paragraph({
          style: STYLES.body,
          pageBreakBefore,
          ...(spacing && { spacing }),
          children,
        }),
      ];
    }
    case "chart":
      return chartParagraphs(block, setting);
    case "signature":
      return signatureParagraphs(block, room, setting);
    case "table":
      return tableContent(block, room.width, pageBreakBefore, setting);
  }
}

/** What a chart shows, in words, and its title below: for the review its figures are what matters. */
function chartParagraphs(chart: Chart, setting: DocumentSetting): readonly Paragraph[] {
  return [
    new Paragraph({ style: STYLES.body, children: [textRun(chart.says)] }),
    new Paragraph({
      style: STYLES.tableNumber,
      alignment: AlignmentType.CENTER,
      keepNext: false,
      children: markedRuns(chart, chart.title.text, setting),
    }),
  ];
}

function bodyLine({ style }: DocumentSetting) {
  return { line: twips(style.body.pitch), lineRule: LineRuleType.EXACT };
}

/** The words of a block, each line of them on one of its own within one paragraph. */
function lines(block: Block, setting: DocumentSetting): readonly TextRun[] {
  let from = 0;
  return ownWords(block).flatMap(({ text }, index) => {
    const runs = markedRuns(block, text, setting, { from });
    from += text.length;
    return index === 0 ? runs : [new TextRun({ break: 1 }), ...runs];
  });
}

/** Title and dates stand as high as on the PDF's page. */
function coverParagraphs(
  cover: Cover,
  pageBreakBefore: boolean,
  setting: DocumentSetting,
): readonly Paragraph[] {
  const { style, parts } = setting;
  const page = parts
    .flatMap(({ pages }) => pages)
    .find(({ items }) => items.some((item) => item.kind === "line" && item.of === cover));
  const below = Math.max(0, ...(page?.items ?? []).map((item) => (item.kind === "line" ? item.below : 0)));
  const titles = cover.lines.length + (cover.edition ?? []).length;
  let from = 0;
  return ownWords(cover).map(({ text }, index) => {
    const children = markedRuns(cover, text, setting, { from });
    from += text.length;
    const isDate = index >= titles;
    const { pitch } = isDate ? (style.coverDates ?? style.body) : style.cover;
    const before = index === 0 ? (page?.top ?? 0) : index === titles ? below : 0;
    return new Paragraph({
      style: isDate ? STYLES.coverDates : STYLES.cover,
      pageBreakBefore: pageBreakBefore && index === 0,
      spacing: { before: twips(before), line: twips(pitch), lineRule: LineRuleType.EXACT },
      children,
    });
  });
}

/** Name and date begin where they do in the PDF, an empty line above. */
function signatureParagraphs(
  block: Signature,
  { width }: TextBlock,
  setting: DocumentSetting,
): readonly Paragraph[] {
  const set = setting.parts
    .flatMap(({ pages }) => pages.flatMap(({ items }) => items))
    .filter((item) => item.kind === "line" && item.of === block && item.runs.length > 0);
  let from = 0;
  return ownWords(block).map(({ text }, index) => {
    const line = set[index];
    const left = line?.kind === "line" ? line.left : width / 2;
    const children = markedRuns(block, text, setting, { from });
    from += text.length;
    return new Paragraph({
      style: STYLES.body,
      indent: { left: twips(left), firstLine: 0 },
      alignment: AlignmentType.LEFT,
      spacing: { before: index === 0 ? twips(setting.style.body.pitch) : 0, ...bodyLine(setting) },
      children,
    });
  });
}
