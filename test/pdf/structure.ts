import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFString,
} from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readOnce } from "../made.js";

/** An element of the structure tree with all that is in it, in the order in which it is read. */
export interface StructureNode {
  readonly type: string;
  readonly kids: readonly (StructureNode | string)[];
  /** what a figure shows, in words */
  readonly alt: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** by which others call it their header */
  readonly id: string;
  readonly annotations: readonly Annotation[];
}

export interface Annotation {
  readonly contents: string;
  /** the name of the place that it leads to */
  readonly to: string;
}

export interface TaggedPdf {
  readonly root: StructureNode;
  /** of each page the text that is not to be read */
  readonly artifacts: readonly (readonly string[])[];
}

/** Reads a document as a screen reader does. Throws where a text is neither in the structure nor an artifact. */
export function readTagged(bytes: Uint8Array): Promise<TaggedPdf> {
  return readOnce("tagged", bytes, readAnew);
}

async function readAnew(bytes: Uint8Array): Promise<TaggedPdf> {
  const pages = await readMarkedContent(bytes);
  const file = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  const refs = file.getPages().map((page) => page.ref);
  const read = new Set<string>();
  const root = file.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  const [document] = kidsOf(root).map((kid) =>
    readNode(file.context.lookup(kid, PDFDict), {
      context: file.context,
      contentOf: (page, number) => {
        const index = refs.findIndex((ref) => Object.is(ref, page));
        read.add(`${index}/${number}`);
        return pages[index]?.contents.get(number) ?? "";
      },
    }),
  );
  if (!document) throw new Error("the structure tree is empty");
  for (const [index, { contents }] of pages.entries()) {
    for (const [number, text] of contents) {
      if (!read.has(`${index}/${number}`)) throw new Error(`page ${index + 1}: in no element: ${text}`);
    }
  }
  return { root: document, artifacts: pages.map((page) => page.artifacts) };
}

/** All text of an element. */
export function textOf(node: StructureNode): string {
  return node.kids.map((kid) => (typeof kid === "string" ? kid : textOf(kid))).join("");
}

/** The elements of a type within an element, whatever is between. */
export function elementsIn(node: StructureNode, type: string): StructureNode[] {
  const within = node.kids.flatMap((kid) => (typeof kid === "string" ? [] : elementsIn(kid, type)));
  return node.type === type ? [node, ...within] : within;
}

interface PageContent {
  readonly contents: ReadonlyMap<number, string>;
  readonly artifacts: readonly string[];
}

async function readMarkedContent(bytes: Uint8Array): Promise<PageContent[]> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await loading.promise;
  try {
    const pages: PageContent[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({
        disableNormalization: true,
        includeMarkedContent: true,
      });
      pages.push(sortItems(items as readonly Item[], number));
    }
    return pages;
  } finally {
    await loading.destroy();
  }
}

type Item = {
  readonly type?: string;
  readonly id?: string | null;
  readonly tag?: string;
  readonly str?: string;
};

function sortItems(items: readonly Item[], page: number): PageContent {
  const contents = new Map<number, string>();
  const artifacts: string[] = [];
  let open: number | "artifact" | undefined;
  for (const { type, id, tag, str } of items) {
    if (type?.startsWith("begin"))
      open = tag === "Artifact" ? "artifact" : Number(/\d+$/.exec(id ?? "")?.[0]);
    else if (type) open = undefined;
    else if (open === "artifact") artifacts.push(str ?? "");
    else if (open !== undefined) contents.set(open, (contents.get(open) ?? "") + str);
    else if (str?.trim()) throw new Error(`page ${page}: neither in the structure nor an artifact: ${str}`);
  }
  return { contents, artifacts };
}

interface Reading {
  readonly context: PDFContext;
  readonly contentOf: (page: PDFObject | undefined, number: number) => string;
}

function readNode(node: PDFDict, reading: Reading): StructureNode {
  const kids: (StructureNode | string)[] = [];
  const annotations: Annotation[] = [];
  const ownPage = node.get(PDFName.of("Pg"));
  for (const kid of kidsOf(node)) {
    const value = reading.context.lookup(kid);
    if (value instanceof PDFNumber) kids.push(reading.contentOf(ownPage, value.asNumber()));
    else if (!(value instanceof PDFDict)) throw new Error(`no kid of an element: ${kid}`);
    else if (nameIn(value, "Type") === "MCR") {
      const number = value.lookup(PDFName.of("MCID"), PDFNumber).asNumber();
      kids.push(reading.contentOf(value.get(PDFName.of("Pg")), number));
    } else if (nameIn(value, "Type") === "OBJR") {
      annotations.push(readAnnotation(value.lookup(PDFName.of("Obj"), PDFDict)));
    } else kids.push(readNode(value, reading));
  }
  const attributes = attributesOf(node);
  const [id, alt] = ["ID", "Alt"].map((key) => stringIn(node, key));
  return { type: nameIn(node, "S") ?? "", kids, annotations, attributes, id: id ?? "", alt: alt ?? "" };
}

function kidsOf(node: PDFDict): PDFObject[] {
  const kids = node.get(PDFName.of("K"));
  if (kids instanceof PDFArray) return kids.asArray();
  return kids ? [kids] : [];
}

function readAnnotation(annotation: PDFDict): Annotation {
  return { contents: stringIn(annotation, "Contents"), to: stringIn(annotation, "Dest") };
}

function stringIn(dictionary: PDFDict, key: string): string {
  const value = dictionary.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : "";
}

function nameIn(dictionary: PDFDict, key: string): string | undefined {
  const value = dictionary.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
}

function attributesOf(node: PDFDict): Record<string, string> {
  const attributes = node.lookup(PDFName.of("A"));
  if (!(attributes instanceof PDFDict)) return {};
  return Object.fromEntries(
    attributes.entries().map(([key, value]) => [key.decodeText(), value.toString().replace(/^\//, "")]),
  );
}
