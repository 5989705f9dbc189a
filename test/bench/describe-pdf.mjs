import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a PDF of the content is like, as far as it can be looked up in it. */
export async function describePdf(pdf, content) {
  const report = JSON.parse(readFileSync(content, "utf8"));
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++)
    pages.push(await readPage(await document.getPage(number)));
  const { metadata } = await document.getMetadata();
  const xmp = metadata?.getRaw() ?? "";
  const headless = pagesWithoutHead(report, pages);
  const parted = partedFigures(report, pages);
  const found = {
    bytes: pdf.length,
    pages: pages.length,
    lacks: [
      [pages.some((page) => page.tagged), "tags"],
      [/pdfaid:part/.test(xmp), "PDF/A"],
      [/pdfuaid:part/.test(xmp), "PDF/UA"],
      [(await document.getOutline()) !== null, "outline"],
      [(await document.getAttachments()) !== null, "embedded data"],
      [pages.some((page) => page.links > 0), "links"],
      [headless === 0, `repeated heads (${headless} pages)`],
      [parted === 0, `unbroken figures (${parted} broken)`],
    ]
      .filter(([there]) => !there)
      .map(([, what]) => what),
  };
  await document.destroy();
  return found;
}

async function readPage(page) {
  const { items } = await page.getTextContent();
  const text = items.map(({ str, hasEOL }) => str + (hasEOL ? "\n" : "")).join("");
  const links = (await page.getAnnotations()).filter((each) => each.subtype === "Link").length;
  return { lines: text.replace(/[^\S\n]/g, ""), links, tagged: hasContent(await page.getStructTree()) };
}

function hasContent(node) {
  return (node?.children ?? []).some((child) => child.type === "content" || hasContent(child));
}

/**
 * How many pages go on with a table whose first column is not named there. Tables reach to the title of the next; the line
 * that says of a page that it continues a table has its title, too, and is left out.
 */
function pagesWithoutHead({ parts }, pages) {
  const tables = parts.flatMap((part) => part.blocks).filter((block) => block.kind === "table");
  const texts = pages.map((page) => page.lines.replace(/.*续表.*/g, "").replaceAll("\n", ""));
  const starts = tables.map(({ title }) => texts.findLastIndex((text) => text.includes(bare(title))));
  return tables.reduce((count, { head, body }, index) => {
    const own = texts.slice(starts[index] + 1, starts[index + 1]);
    const column = bare(head[0]?.[0]?.text ?? "");
    const cells = body
      .flat()
      .map(({ text }) => bare(text))
      .filter((text) => text.length > 3);
    const goesOn = (text) => cells.filter((cell) => text.includes(cell)).length > 1;
    return count + own.filter((text) => goesOn(text) && !text.includes(column)).length;
  }, 0);
}

function bare(text) {
  return text.replace(/\s/g, "");
}

/** How many numbers of the text stand on two lines; their unit may stand on the next. */
function partedFigures({ parts }, pages) {
  const blocks = parts.flatMap((part) => part.blocks);
  const figures = new Set(blocks.flatMap(({ figures = [] }) => figures.map(numberOf)));
  const text = pages.map((page) => page.lines).join("\n");
  const whole = text.replaceAll("\n", "");
  return [...figures].reduce((count, figure) => {
    const pattern = new RegExp(`(?<![\\d.])${figure.replace(/[.*+?^$()|[\]\\]/g, "\\$&")}`, "g");
    return count + Math.max(0, countOf(whole, pattern) - countOf(text, pattern));
  }, 0);
}

function numberOf(figure) {
  return figure.replace(/[^\d.,%]+$/, "");
}

function countOf(text, pattern) {
  return text.match(pattern)?.length ?? 0;
}
