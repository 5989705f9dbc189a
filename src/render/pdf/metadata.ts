import type { Report } from "../../model/report.js";
import type { NumberedPage } from "../layout/page-numbers.js";
import type { Canvas, DocumentOptions } from "../pdfmake/canvas.js";

/** What a file says of itself: whose it is and what it is called, its language, and that it is PDF/A-3a. */
export function describe({ title, author, subject, date, modified }: Report): DocumentOptions {
  return {
    pdfVersion: "1.7",
    subset: "PDF/A-3a",
    tagged: true,
    displayTitle: true,
    compress: true,
    lang: "zh-CN",
    autoFirstPage: false,
    font: null,
    info: {
      Title: plain(title.text),
      Author: plain(author),
      Subject: plain(subject),
      CreationDate: date,
      ...(modified && { ModDate: modified }),
      Creator: "yusuan-gongkai",
      Producer: "pdfmake",
    },
  };
}

/** pdfkit copies these words into XMP without escaping them. */
function plain(words: string): string {
  return words.replaceAll("&", "＆").replaceAll("<", "＜").replaceAll(">", "＞");
}

/** Calls each page by the number printed on it (ISO 32000-1, 12.4.2), and those without one i, ii, …. */
export function labelPages(canvas: Canvas, pages: readonly NumberedPage[]): void {
  canvas.catalog.PageLabels = {
    Nums: pages.flatMap(({ number }, index) => {
      const before = pages[index - 1];
      if (before && (before.number === undefined) === (number === undefined)) return [];
      return [index, number === undefined ? { S: "r" } : { S: "D", St: number }];
    }),
  };
}

/** Has XMP say when the file was modified, as the document's information does; pdfkit says only when it was made. */
export function dateModification(canvas: Canvas, { modified }: Report): void {
  if (!modified) return;
  const day = modified.toISOString().replace(/\.\d+Z$/, "Z");
  canvas.appendXML(`
        <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <xmp:ModifyDate>${day}</xmp:ModifyDate>
        </rdf:Description>`);
}

/** Has the file claim PDF/UA-1 too, which PDF/A wants explained as it is none of its own (ISO 19005-3, 6.6.2.3). */
export function claimAccessibility(canvas: Canvas): void {
  canvas.appendXML(`
        <rdf:Description xmlns:pdfuaid="${PDF_UA}" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about=""
            xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas>
                <rdf:Bag>
                    <rdf:li rdf:parseType="Resource">
                        <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
                        <pdfaSchema:namespaceURI>${PDF_UA}</pdfaSchema:namespaceURI>
                        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                        <pdfaSchema:property>
                            <rdf:Seq>
                                <rdf:li rdf:parseType="Resource">
                                    <pdfaProperty:name>part</pdfaProperty:name>
                                    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                                    <pdfaProperty:category>internal</pdfaProperty:category>
                                    <pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
                                </rdf:li>
                            </rdf:Seq>
                        </pdfaSchema:property>
                    </rdf:li>
                </rdf:Bag>
            </pdfaExtension:schemas>
        </rdf:Description>`);
}

const PDF_UA = "http://www.aiim.org/pdfua/ns/id/";
