import { createRequire } from "node:module";
import { dirname } from "node:path";

/** Where the library that reads PDFs lies, with the encodings and fonts that files leave out; it is not loaded by asking. */
export function pdfReaderFolder(): string {
  return dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
}
