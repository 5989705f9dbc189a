import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Document, Font, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import { createElement } from "react";

const FAMILIES = { 仿宋: "fangsong", 楷体: "kaiti", 黑体: "heiti", 宋体: "songti", 小标宋: "songti-bold" };
const POINTS = 72 / 25.4;

/** What it cannot do, as its adapter shows; the PDF does not tell. */
export const LACKS = ["cells over several rows", "page numbers in the contents", "Latin type for digits"];

/** @react-pdf. */
export async function open({ fonts, content }) {
  const report = JSON.parse(readFileSync(content, "utf8"));
  for (const file of Object.values(FAMILIES))
    Font.register({ family: file, src: join(fonts, `${file}.ttf`) });
  Font.registerHyphenationCallback(unitsOf);
  return { print: () => renderToBuffer(reportAsElement(report)), async close() {} };
}

export async function prepare() {}

/** Each character for itself, but numbers and words whole, and punctuation with what it belongs to. */
function unitsOf(text) {
  return text.match(/[（《〈「『【〔“‘([{]*(?:[0-9A-Za-z.%,-]+|.)[。，、；：？！）》〉」』】〕”’]*/gu) ?? [];
}

function element(type, props, ...children) {
  return createElement(type, props, ...children);
}

function reportAsElement({ title, author, style, parts }) {
  const pages = parts.flatMap((part) => pagesOf(part).map((blocks) => ({ ...part, blocks })));
  return element(
    Document,
    { title, author, language: "zh-CN", pdfVersion: "1.7" },
    ...pages.map((part) => pageAsElement(part, style, parts)),
  );
}

/** Cover, contents, parts and tables begin pages. */
function pagesOf({ blocks }) {
  const pages = [[]];
  for (const block of blocks) {
    const begins = block.kind === "table" || block.kind === "contents" || block.level === "part";
    if (begins && pages.at(-1).length > 0) pages.push([]);
    pages.at(-1).push(block);
  }
  return pages;
}

function pageAsElement({ orientation, numbered, blocks }, style, parts) {
  const { top, right, bottom, left } = style.margins[orientation];
  const room = {
    paddingTop: top * POINTS,
    paddingRight: right * POINTS,
    paddingBottom: bottom * POINTS,
    paddingLeft: left * POINTS,
  };
  const place = {
    position: "absolute",
    bottom: (bottom / 2) * POINTS,
    left: 0,
    right: 0,
    textAlign: "center",
  };
  const footer = element(Text, {
    fixed: true,
    style: { ...type(style.pageNumber), ...place },
    render: ({ pageNumber }) => `— ${pageNumber} —`,
  });
  const content = blocks.flatMap((block) => blockAsElements(block, style, parts));
  return element(Page, { size: "A4", orientation, style: room }, ...content, numbered ? footer : null);
}

function type({ font, size, pitch }) {
  return { fontFamily: FAMILIES[font], fontSize: size, lineHeight: pitch / size };
}

function line(text, own, more = {}) {
  return element(Text, { style: { ...type(own), ...more } }, text || " ");
}

function blockAsElements(block, style, parts) {
  switch (block.kind) {
    case "cover":
      return block.lines.map((text) => line(text, style.cover, { textAlign: "center", marginTop: 40 }));
    case "contents":
      return [
        line(block.title, style.contentsTitle, { textAlign: "center" }),
        ...titles(parts).map((text) => line(text, style.contents)),
      ];
    case "heading":
      return block.lines.map((text) =>
        line(text, style.headings[block.level], block.level === "part" ? { textAlign: "center" } : {}),
      );
    case "paragraph":
      return [line(block.text, style.body, { textIndent: 2 * style.body.size, textAlign: "justify" })];
    case "signature":
      return [block.name, block.date].map((text) => line(text, style.body, { textAlign: "right" }));
    case "table":
      return tableAsElements(block, style);
  }
}

function titles(parts) {
  return parts
    .flatMap((part) => part.blocks)
    .flatMap((block) => {
      if (block.kind === "table") return [block.title];
      return block.kind === "heading" && block.level !== "subsection" ? [block.lines.join("")] : [];
    });
}

function tableAsElements({ number, title, left, right, size, widths, aligns, head, body, notes }, style) {
  const own = { ...style.table, size, pitch: (style.table.pitch * size) / style.table.size };
  const total = widths.reduce((sum, width) => sum + width, 0);
  const row = (align) => (cells) =>
    element(
      View,
      { style: { flexDirection: "row" }, wrap: false },
      ...onGrid(cells, widths).map(({ text, width, cell }) => {
        const box = {
          width: `${(width / total) * 100}%`,
          borderWidth: 0.25,
          padding: 1.5,
          justifyContent: "center",
        };
        return element(View, { style: box }, line(text, own, { textAlign: cell ? align(cell) : "left" }));
      }),
    );
  const alignOf = ({ figure, column }) => (figure ? "right" : aligns[column]);
  return [
    line(number, style.tableNumber),
    line(title, style.tableTitle, { textAlign: "center" }),
    element(
      View,
      { style: { flexDirection: "row", justifyContent: "space-between" } },
      line(left, style.table),
      line(right, style.table),
    ),
    element(View, { fixed: true }, ...head.map(row(() => "center"))),
    ...body.map(row(alignOf)),
    ...notes.map((note) => line(note, style.table)),
  ];
}

/** A row's cells with empty boxes where a cell of another row should be. */
function onGrid(cells, widths) {
  const boxes = [];
  for (let column = 0; column < widths.length; ) {
    const cell = cells.find((each) => each.column === column);
    const columns = cell?.columns ?? 1;
    const width = widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0);
    boxes.push({ text: cell?.text ?? "", width, cell });
    column += columns;
  }
  return boxes;
}
