import type { DocumentOptions } from "pdfmake/js/PDFDocument.js";
import type { Report } from "../model/report.js";

/** What a file says of itself: its title, its language, and that it is PDF/A-3a. */
export function describe({ title, author, subject, date }: Report): DocumentOptions {
  return {
    size: [0, 0],
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    compress: true,
    lang: "zh-CN",
    autoFirstPage: false,
    font: null,
    info: {
      Title: plain(title),
      Author: plain(author),
      Subject: plain(subject),
      CreationDate: date,
      Creator: "pdfmake",
      Producer: "pdfmake",
    },
  };
}

/** pdfkit copies these words into XMP without escaping them. */
function plain(words: string): string {
  return words.replaceAll("&", "＆").replaceAll("<", "＜").replaceAll(">", "＞");
}
