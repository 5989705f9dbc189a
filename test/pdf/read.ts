import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readOnce } from "../made.js";

/** What can be read from a finished PDF. Everything stands in the order of the content stream. */
export interface Pdf {
  readonly pages: readonly PdfPage[];
  readonly outline: readonly OutlineEntry[];
  /** the document information: Title, Author, Subject, CreationDate, … */
  readonly info: Readonly<Record<string, unknown>>;
}

/** Lengths and positions are in pt, from the lower left corner of the page. */
export interface PdfPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly TextItem[];
  readonly links: number;
}

export interface TextItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface OutlineEntry {
  /** 1 is the outermost */
  readonly level: number;
  readonly title: string;
}

export function readPdf(bytes: Uint8Array): Promise<Pdf> {
  return readOnce("pdf", bytes, readAnew);
}

async function readAnew(bytes: Uint8Array): Promise<Pdf> {
  // pdfjs takes the buffer it is given away from its owner
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await loading.promise;
  try {
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(document, number));
    const { info } = await document.getMetadata();
    return { pages, outline: flattened((await document.getOutline()) ?? [], 1), info: { ...info } };
  } finally {
    await loading.destroy();
  }
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ disableNormalization: true });
  const items: TextItem[] = [];
  for (const item of content.items) {
    if (!("str" in item) || item.str.trim() === "") continue;
    const [, , , , x, y] = item.transform as number[];
    items.push({ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, size: item.height });
  }
  const annotations: readonly { subtype?: string }[] = await page.getAnnotations();
  return {
    number,
    width,
    height,
    items,
    links: annotations.filter((each) => each.subtype === "Link").length,
  };
}

interface OutlineNode {
  readonly title: string;
  readonly items: readonly OutlineNode[];
}

function flattened(nodes: readonly OutlineNode[], level: number): OutlineEntry[] {
  return nodes.flatMap(({ title, items }) => [{ level, title }, ...flattened(items, level + 1)]);
}
