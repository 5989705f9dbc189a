import { createHash } from "node:crypto";
import type { Attachment } from "../../model/attachment.js";
import { nameTree } from "./name-tree.js";
import type { PdfDocument, PdfObject } from "./pdfmake-document.js";

/** Embeds files as data that the document was made of, or that says what it says (ISO 19005-3, 6.8). */
export function associate(attachments: readonly Attachment[], document: PdfDocument, date: Date): void {
  if (attachments.length === 0) return;
  const specifications = attachments.map(({ name, mediaType, says, content }) => {
    const file = document.ref({
      Type: "EmbeddedFile",
      Subtype: mediaType.replace("/", "#2F"),
      Params: {
        Size: content.length,
        CreationDate: date,
        ModDate: date,
        CheckSum: createHash("md5").update(content).digest(),
      },
    });
    file.end(content);
    const specification = document.ref({
      Type: "Filespec",
      F: new String(name),
      UF: new String(name),
      Desc: new String(says),
      EF: { F: file, UF: file },
      AFRelationship: "Data",
    });
    specification.end();
    return [name, specification] as const;
  });
  const names = document._root.data.Names as PdfObject;
  names.data.EmbeddedFiles = nameTree(new Map(specifications));
  document._root.data.AF = specifications.map(([, specification]) => specification);
}
