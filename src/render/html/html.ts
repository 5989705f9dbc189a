import type { Block, Contents, Heading, Report } from "../../model/report.js";
import { HEADING_DEPTHS } from "../../model/report.js";
import { blocksOf, ownWords } from "../../model/walk.js";
import { draw, marksOf } from "../chart/draw.js";
import { bookmarkBlocks, entriesIn } from "../layout/bookmarks.js";
import type { Beside, Form } from "../open-form.js";
import { placeAnchors } from "./anchors.js";
import { briefOf, briefSection, cellsOfBrief } from "./brief.js";
import { CHART_WIDTH, CHART_WORDS, chartPicture } from "./chart.js";
import { element, type Markup, type MarkupContent, styleSheet } from "./markup.js";
import { table } from "./page-table.js";
import { STYLE } from "./style.js";
import { ownLines, type PageWriting, paragraph } from "./text.js";

/** A page in one file, to be read on a phone, without script and without anything from elsewhere. */
export const html: Form = {
  name: "html",
  async render(report, beside) {
    return new TextEncoder().encode(`<!DOCTYPE html>\n${document(report, beside).html}\n`);
  },
};

/** What a page may load: nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function document(report: Report, { look, attachments }: Beside): Markup {
  const { title, author, subject } = report;
  const brief = report.brief && briefOf(report.brief, report);
  const page: PageWriting = {
    anchors: placeAnchors(report, brief ? cellsOfBrief(brief) : []),
    marked: look?.marked ?? new Map(),
    meanings: report.brief?.meanings ?? new Map(),
  };
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
    element("meta", { name: "color-scheme", content: "light dark" }),
    element("meta", { name: "author", content: author }),
    element("meta", { name: "description", content: subject }),
    element("title", {}, title.text),
    styleSheet(STYLE),
  );
  const draft = look && element("aside", { class: "draft", "aria-label": look.watermark }, look.watermark);
  const said = brief && briefSection(brief, page, attachments);
  return element("html", { lang: "zh-CN" }, head, element("body", {}, draft, ...content(report, page, said)));
}

/** The title page, what it comes to, the contents and all else, in this order. */
function content(report: Report, page: PageWriting, brief: Markup | undefined): readonly MarkupContent[] {
  const blocks = blocksOf(report);
  const isFront = ({ kind }: Block): boolean => kind === "cover" || kind === "contents";
  const front = blocks.filter(isFront);
  const cover = front.filter(({ kind }) => kind === "cover");
  const contents = front.filter(({ kind }) => kind === "contents");
  const top = cover.length > 0 ? 2 : 1;
  const written = (each: Block): MarkupContent => blockContent(each, { ...page, top, report });
  return [
    element("a", { class: "skip", href: "#main" }, "跳到正文"),
    ...cover.map(written),
    brief,
    ...contents.map(written),
    element(
      "main",
      { id: "main" },
      ...report.parts.flatMap((part) => {
        const own = part.blocks.filter((each) => !isFront(each)).map(written);
        return own.length > 0 ? [element("section", { class: part.orientation }, ...own)] : [];
      }),
    ),
  ];
}

interface BlockPage extends PageWriting {
  readonly report: Report;
  /** the level of the first headings */
  readonly top: number;
}

function blockContent(block: Block, page: BlockPage): MarkupContent {
  switch (block.kind) {
    case "cover": {
      const lines = ownLines(block, ownWords(block), page);
      const count = block.lines.length;
      return element(
        "header",
        {},
        element("h1", {}, ...lines.slice(0, count).map((line) => element("span", {}, line))),
        ...lines.slice(count).map((line) => element("p", {}, line)),
      );
    }
    case "contents":
      return element(
        "nav",
        { "aria-labelledby": "contents" },
        element("h2", { id: "contents" }, ...ownLines(block, ownWords(block), page)),
        contentsList(block, page),
      );
    case "heading":
      return heading(block, page);
    case "paragraph":
      return paragraph(block, page);
    case "chart":
      return element(
        "figure",
        {},
        chartPicture(draw(block.form, marksOf(block), CHART_WIDTH, CHART_WORDS), block.says),
        element("figcaption", {}, ...ownLines(block, [block.title], page)),
      );
    case "signature":
      return element(
        "div",
        { class: "signature" },
        ...ownLines(block, ownWords(block), page).map((line) => element("p", {}, line)),
      );
    case "table":
      return table(block, page);
  }
}

function heading(block: Heading, page: BlockPage): Markup {
  const lines = ownLines(block, block.lines, page);
  const attributes = { id: page.anchors.ids.get(block), class: block.level };
  return element(
    `h${page.top + HEADING_DEPTHS[block.level]}`,
    attributes,
    ...(lines.length === 1 ? lines : lines.map((line) => element("span", {}, line))),
  );
}

function contentsList({ lists }: Contents, { report, anchors }: BlockPage): Markup {
  return element(
    "ul",
    {},
    ...entriesIn(bookmarkBlocks(report), lists).map(({ mark: { title, depth }, block }) =>
      element(
        "li",
        { class: depth > 0 ? "deep" : undefined },
        element("a", { href: `#${anchors.ids.get(block)}` }, title),
      ),
    ),
  );
}
