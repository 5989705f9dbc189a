import { join } from "node:path";
import { pathToFileURL } from "node:url";

const FAMILIES = { 仿宋: "fangsong", 楷体: "kaiti", 黑体: "heiti", 宋体: "songti", 小标宋: "songti-bold" };

/** The report as a page of HTML that is meant to be printed. */
export function reportAsHtml({ title, style, parts }, fonts) {
  const body = parts.map((part, index) => partAsHtml(part, index, style, parts)).join("\n");
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>${sheet(style, parts, fonts)}</style></head><body>${body}</body></html>`;
}

function sheet(style, parts, fonts) {
  const faces = ["latin", "latin-bold", ...Object.values(FAMILIES)].map(
    (file) => `@font-face{font-family:${file};src:url("${pathToFileURL(join(fonts, `${file}.ttf`))}")}`,
  );
  const pages = parts.map(({ orientation, numbered }, index) => {
    const { top, right, bottom, left } = style.margins[orientation];
    const footer = numbered ? `content:"— " counter(page) " —";${type(style.pageNumber)}` : "content:none";
    return `@page p${index}{size:A4 ${orientation};margin:${top}mm ${right}mm ${bottom}mm ${left}mm;@bottom-center{${footer}}}`;
  });
  const headings = Object.entries(style.headings).map(([level, own]) => `.${level}{${type(own)};margin:0}`);
  return [
    ...faces,
    ...pages,
    ...headings,
    "body{margin:0}p{margin:0;text-indent:2em;text-align:justify;orphans:2;widows:2}",
    "h1,h2,h3,.title{break-after:avoid;margin:0}.part,.title,.cover{text-align:center}.part{break-before:page}",
    ".section,.subsection{text-indent:2em}.signature{text-align:right}.table{break-before:page}",
    "table{width:100%;border-collapse:collapse;table-layout:fixed}tr{break-inside:avoid}",
    "th,td{border:.5pt solid;padding:1.5pt 2.5pt;vertical-align:middle;font-weight:normal;overflow-wrap:anywhere}",
    ".sides{display:flex;justify-content:space-between}.contents a{color:inherit;text-decoration:none;display:block}",
    ".contents a::after{content:leader('…') target-counter(attr(href),page)}",
  ].join("\n");
}

function type({ font, size, pitch }) {
  const latin = font === "小标宋" ? "latin-bold" : "latin";
  return `font-family:${latin},${FAMILIES[font]};font-size:${size}pt;line-height:${pitch}pt;font-weight:normal`;
}

function partAsHtml({ blocks }, index, style, parts) {
  return `<div style="page:p${index}">${blocks.map((block) => blockAsHtml(block, style, parts)).join("\n")}</div>`;
}

function blockAsHtml(block, style, parts) {
  switch (block.kind) {
    case "cover":
      return `<div class="cover" style="${type(style.cover)};padding-top:60mm">${lines(block.lines)}</div>`;
    case "contents":
      return `<div class="title" style="${type(style.contentsTitle)};break-before:page">${escaped(block.title)}</div>
<div class="contents" style="${type(style.contents)}">${entries(parts)}</div>`;
    case "heading":
      return headingAsHtml(block);
    case "paragraph":
      return `<p style="${type(style.body)}">${escaped(block.text)}</p>`;
    case "signature":
      return `<div class="signature" style="${type(style.body)}">${lines([block.name, block.date])}</div>`;
    case "table":
      return tableAsHtml(block, style);
  }
}

function headingAsHtml({ level, lines: texts }) {
  const tag = { part: "h1", annex: "h2", section: "h2", subsection: "h3" }[level];
  return `<${tag} class="${level}" id="${anchor(texts.join(""))}">${lines(texts)}</${tag}>`;
}

function entries(parts) {
  const blocks = parts.flatMap((part) => part.blocks);
  const titles = blocks.flatMap((block) => {
    if (block.kind === "table") return [block.title];
    return block.kind === "heading" && block.level !== "subsection" ? [block.lines.join("")] : [];
  });
  return titles.map((title) => `<a href="#${anchor(title)}">${escaped(title)}</a>`).join("");
}

function tableAsHtml({ number, title, left, right, size, widths, aligns, head, body, notes }, style) {
  const own = type({ ...style.table, size, pitch: (style.table.pitch * size) / style.table.size });
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths
    .map((width) => `<col style="width:${((width / total) * 100).toFixed(3)}%">`)
    .join("");
  const cell = (tag, align) => (each) =>
    `<${tag} colspan="${each.columns}" rowspan="${each.rows}" style="text-align:${align(each)}">${escaped(each.text)}</${tag}>`;
  const row = (tag, align) => (cells) => `<tr>${cells.map(cell(tag, align)).join("")}</tr>`;
  const alignOf = ({ figure, column }) => (figure ? "right" : aligns[column]);
  return `<div class="table"><div style="${type(style.tableNumber)}">${escaped(number)}</div>
<h2 class="title" id="${anchor(title)}" style="${type(style.tableTitle)}">${escaped(title)}</h2>
<div class="sides" style="${type(style.table)}"><span>${escaped(left)}</span><span>${escaped(right)}</span></div>
<table style="${own}"><colgroup>${columns}</colgroup>
<thead>${head
    .map(row('th scope="col"', () => "center"))
    .join("")
    .replaceAll('</th scope="col">', "</th>")}</thead>
<tbody>${body.map(row("td", alignOf)).join("\n")}</tbody></table>
<div style="${type(style.table)}">${lines(notes)}</div></div>`;
}

function lines(texts) {
  return texts.map(escaped).join("<br>");
}

function anchor(text) {
  return `h-${Buffer.from(text).toString("hex")}`;
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
