import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { drawingOf } from "./operators.js";
import { type PageScript, pageScript } from "./page-script.js";
import { MOST_PAGES, type PdfScript } from "./pdf.js";
import { pdfReaderFolder } from "./reader-folder.js";

/** Reads the pages of a PDF. Nothing in it is run, and nothing is fetched: fonts and encodings come from the package. */
export async function pagesOfPdf(bytes: Uint8Array): Promise<PdfScript> {
  const folder = pdfReaderFolder();
  const loading = getDocument({
    data: bytes,
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: 1,
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
  });
  try {
    const document = await loading.promise;
    if (document.numPages > MOST_PAGES) return { kind: "unreadable", obstacle: "too long" };
    const pages: PageScript[] = [];
    for (let number = 1; number <= document.numPages; number++) pages.push(await pageOf(document, number));
    return { kind: "read", pages };
  } catch (error) {
    const encrypted = error instanceof Error && error.name === "PasswordException";
    return { kind: "unreadable", obstacle: encrypted ? "encrypted" : "damaged" };
  } finally {
    await loading.destroy();
  }
}

/** A page that is damaged does not keep the others from being read. */
async function pageOf(document: PDFDocumentProxy, number: number): Promise<PageScript> {
  try {
    const page = await document.getPage(number);
    const script = pageScript(await drawingOf(page));
    page.cleanup();
    return script;
  } catch {
    return { pieces: [], unread: "这一页坏了，读不出来", slanting: "" };
  }
}
