import type { Report } from "../../model/report.js";
import { markupText } from "../markup-text.js";
import type { ArchiveChanges } from "../zip.js";
import { DECLARATION, fontTable } from "./fonts.js";

/** What of a document's files `docx` writes otherwise than they are to be. */
export function changesFor(report: Report): ArchiveChanges {
  return {
    "docProps/core.xml": () => coreProperties(report),
    "word/fontTable.xml": fontTable,
    "word/document.xml": lowSectionEnds,
  };
}

/** The empty paragraphs that end sections, of which `docx` sets no height, are to take none. */
function lowSectionEnds(document: string): string {
  const low = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>';
  return document.replaceAll("<w:p><w:pPr><w:sectPr>", `<w:p><w:pPr>${low}<w:sectPr>`);
}

/** What a document is called, whose it is and when it was made: as the report says it. */
function coreProperties({ title, author, subject, date, modified = date }: Report): string {
  const [created, changed] = [date, modified].map((day) => day.toISOString().replace(/\.\d+Z$/, "Z"));
  const texts = {
    "dc:title": title.text,
    "dc:subject": subject,
    "dc:creator": author,
    "cp:lastModifiedBy": author,
    "dc:language": "zh-CN",
  };
  const dates = { "dcterms:created": created, "dcterms:modified": changed };
  return [
    DECLARATION,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    ...Object.entries(texts).map(([name, text]) => `<${name}>${escapedText(text)}</${name}>`),
    ...Object.entries(dates).map(([name, day]) => `<${name} xsi:type="dcterms:W3CDTF">${day}</${name}>`),
    "</cp:coreProperties>",
  ].join("");
}

function escapedText(text: string): string {
  return markupText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
