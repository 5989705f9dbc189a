import { createHash } from "node:crypto";
import type { Attachment } from "../../model/attachment.js";
import { type Canvas, nameTree } from "../pdfmake/canvas.js";

/** Embeds files as data that the document was made of, or that says what it says (ISO 19005-3, 6.8). */
export function associate(attachments: readonly Attachment[], canvas: Canvas, date: Date): void {
  if (attachments.length === 0) return;
  const specifications = attachments.map(({ name, mediaType, says, content }) => {
    const file = canvas.ref({
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
    const specification = canvas.ref({
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
  canvas.names.EmbeddedFiles = nameTree(new Map(specifications));
  canvas.catalog.AF = specifications.map(([, specification]) => specification);
}
