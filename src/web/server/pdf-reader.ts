import { pdfReaderFolder } from "../../extract/reader-folder.js";
import { readBytes } from "../../files/bytes.js";
import { READER_POLICY } from "./guards.js";
import { type HandedOut, TYPES } from "./handed-out.js";

/** Of the library that shows a dropped PDF what a browser asks for, and where in its folder that is. */
const PROGRAMS = /^(?:legacy\/build\/pdf(?:\.worker)?\.mjs|wasm\/openjpeg_nowasm_fallback\.js)$/;
const TABLES = /^(?:cmaps\/[\w-]+\.bcmap|standard_fonts\/[\w-]+\.(?:pfb|ttf))$/;
const LARGEST = 8 * 1024 * 1024;

/** A file of the library that shows PDFs; undefined where it is no business of a page. */
export function ofPdfReader(name: string): HandedOut | undefined {
  const isProgram = PROGRAMS.test(name);
  if (!isProgram && !TABLES.test(name)) return undefined;
  const content = readBytes(pdfReaderFolder(), name, LARGEST);
  if (!isProgram) return { type: "application/octet-stream", content };
  // a thread of the browser obeys what comes with its own program, not what came with the page
  return { type: TYPES.js, content, headers: { "Content-Security-Policy": READER_POLICY } };
}
