import pdfmake from "pdfmake";
import { PROGRAM } from "../project.js";

/** A PDF with these content streams, a page each, and no font: what they draw are shapes. */
export function shapesPdf(...pages: readonly string[]): Uint8Array {
  const kids = pages.map((_, index) => `${3 + index * 2} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...pages.flatMap((stream, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${4 + index * 2} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join("");
  return new TextEncoder().encode(`%PDF-1.7\n${body}trailer\n<< /Root 1 0 R >>\n%%EOF\n`);
}

/** A PDF of these words that asks for a password. */
export async function lockedPdf(words: string): Promise<Uint8Array> {
  pdfmake.setFonts({ 仿宋: { normal: `${PROGRAM}/fonts/fangsong.ttf` } });
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.setUrlAccessPolicy(() => false);
  const definition = { content: [words], defaultStyle: { font: "仿宋" }, userPassword: "1234" };
  return pdfmake.createPdf(definition).getBuffer();
}
