import { Document, Packer } from "docx";
import { LISTED_KINDS, type Report } from "../../model/report.js";
import { blocksOf } from "../../model/walk.js";
import { bookmarkBlocks } from "../layout/bookmarks.js";
import { layOut } from "../layout/layout.js";
import { pageNumbers } from "../layout/page-numbers.js";
import type { Beside, Form } from "../open-form.js";
import { findReferences } from "../tags/references.js";
import { packedAnew } from "../zip.js";
import { createAnchors } from "./anchors.js";
import { changesFor } from "./changes.js";
import { type DocumentSetting, sectionsOf } from "./sections.js";
import { stylesOf } from "./styles.js";
import { tableLayouts } from "./table-layout.js";

/** A document for those who review it, with the words, tables and pages of the PDF. */
export const docx: Form = {
  name: "docx",
  async render(report, beside) {
    const setting = settingOf(report, beside);
    const { title, author, subject } = report;
    const document = new Document({
      title: title.text,
      subject,
      creator: author,
      lastModifiedBy: author,
      styles: stylesOf(report.style, setting.layouts),
      evenAndOddHeaderAndFooters: true,
      compatabilityModeVersion: MODE,
      sections: sectionsOf(report, setting),
    });
    return packedAnew(await Packer.toBuffer(document), changesFor(report));
  },
};

/** As Word lays out since 2013. */
const MODE = 15;

/** Tables are as wide, and the contents say the pages, as the PDF has them. */
function settingOf(report: Report, { fonts, look }: Beside): DocumentSetting {
  const parts = layOut(report, fonts);
  const contents = blocksOf(report).find((block) => block.kind === "contents");
  return {
    style: report.style,
    parts,
    layouts: tableLayouts(parts),
    marks: bookmarkBlocks(report),
    numbers: pageNumbers(parts),
    lists: contents?.lists ?? LISTED_KINDS,
    anchors: createAnchors(findReferences(report)),
    marked: look?.marked ?? new Map(),
    watermark: look?.watermark,
  };
}
