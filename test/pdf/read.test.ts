import { expect, test } from "@jest/globals";
import { readPdf } from "./read.js";

/** A page of A4 with one line of text, a link and an outline of two levels. */
function samplePdf(): Uint8Array {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Outlines 7 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [6 0 R] /Resources << /Font << /F1 5 0 R >> >> >>",
    "<< /Length 72 >>\nstream\nBT /F1 12 Tf 50 700 Td (1,001.90) Tj ET BT /F1 9 Tf 50 750 Td (11) Tj ET  \nendstream",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org) >> >>",
    "<< /First 8 0 R /Last 8 0 R /Count 1 >>",
    "<< /Title (Part) /Parent 7 0 R /First 9 0 R /Last 9 0 R /Dest [3 0 R /Fit] >>",
    "<< /Title (Section) /Parent 8 0 R /Dest [3 0 R /Fit] >>",
    "<< /Title (Budget) >>",
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join("");
  return new TextEncoder().encode(`%PDF-1.7\n${body}trailer\n<< /Root 1 0 R /Info 10 0 R >>\n%%EOF\n`);
}

test("a PDF is read back in the order of its content stream", async () => {
  const bytes = samplePdf();
  const pdf = await readPdf(bytes);
  expect(pdf.info).toMatchObject({ Title: "Budget", PDFFormatVersion: "1.7" });
  expect(pdf.outline).toEqual([
    { level: 1, title: "Part" },
    { level: 2, title: "Section" },
  ]);
  expect(pdf.pages).toMatchObject([
    {
      number: 1,
      width: 595,
      height: 842,
      links: 1,
      items: [
        { text: "1,001.90", x: 50, y: 700, size: 12 },
        { text: "11", x: 50, y: 750, size: 9 },
      ],
    },
  ]);
  expect(bytes).toEqual(samplePdf());
});
