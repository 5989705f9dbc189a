// What the benchmark alone needs: a PDF of a report that is composed already, which is the work that other engines do.
import { readFileSync } from "node:fs";
import { loadFonts } from "../../dist/render/fonts/fonts.js";
import { renderPdf } from "../../dist/render/pdf/pdf.js";
import { readyFont } from "../../dist/startup/ready-fonts.js";
import { unpackReport } from "./report-file.mjs";

/** Gives a function that prints the report in `file`, each time from its bytes. */
export function openReport(file, fontFolder) {
  const fonts = loadFonts(fontFolder, readyFont);
  return async () => {
    fonts.open().catch(() => undefined);
    const { bytes } = await renderPdf(unpackReport(readFileSync(file)), fonts);
    return bytes;
  };
}
