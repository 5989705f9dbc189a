import { expect, test } from "@jest/globals";
import { scriptOfPdf } from "../../src/extract/pdf.js";
import { CATALOG, ONE_PAGE, PAGE, pdf, refuseAll, stream } from "./hostile-pdf.js";

const MANY = Array.from({ length: 501 }, (_, index) => `${index + 3} 0 R`);
const EMPTY_PAGE = ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"];

refuseAll([
  [
    "pages that hold each other",
    pdf(CATALOG, ["<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]),
    /没有一个读得出的字/,
  ],
  [
    "501 pages",
    pdf(CATALOG, [`<< /Type /Pages /Kids [${MANY.join(" ")}] /Count 501 >>`], ...MANY.map(() => EMPTY_PAGE)),
    /超过 500 页/,
  ],
]);

test("a page that takes for ever is given up", async () => {
  const bytes = pdf(CATALOG, ONE_PAGE, PAGE, stream("q\n".repeat(100_000)));
  expect(await scriptOfPdf(bytes, 1000)).toEqual({ kind: "unreadable", obstacle: "too slow" });
});
