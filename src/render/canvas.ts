import documents, {
  type DocumentOptions,
  type PdfDocument,
  type ProvidedFont,
} from "pdfmake/js/PDFDocument.js";
import type { Face } from "./fonts.js";
import { tellCharactersApart } from "./glyph-slots.js";

/** A pdfkit document that takes its fonts from memory: nothing is fetched and no file is opened. */
export function openCanvas(faces: readonly Face[], options: DocumentOptions): PdfDocument {
  return new Canvas(faces, options);
}

class Canvas extends documents.default {
  readonly #faces: ReadonlyMap<string, Face>;
  readonly #provided = new Map<string, ProvidedFont>();

  constructor(faces: readonly Face[], options: DocumentOptions) {
    super({}, {}, {}, {}, options);
    this.#faces = new Map(faces.map((face) => [face.name, face]));
  }

  override provideFont(name: string): ProvidedFont {
    const known = this.#provided.get(name);
    if (known) return known;
    const face = this.#faces.get(name);
    if (!face) throw new Error(`no font ${name}`);
    const provided = this.font(face.data)._font;
    layOutByCharacter(provided, face);
    provided.unicode[0] = REPLACEMENT;
    tellCharactersApart(provided);
    this.#provided.set(name, provided);
    return provided;
  }
}

/** What the glyph for missing characters stands for: pdfkit says U+0000, which an archive does not take. */
const REPLACEMENT = [0xfffd];

/**
 * Lets pdfkit take glyphs as they were measured, one a character, instead of shaping each line anew: Chinese text and
 * figures need no shaping, and it was a tenth of the time of a build.
 */
function layOutByCharacter({ font }: ProvidedFont, face: Face): void {
  const shape = font.layout.bind(font);
  font.layout = (text, features) => face.layOut(text) ?? shape(text, features);
}

/** Ends a document and gives its bytes. */
export function bytesOf(document: PdfDocument): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    document.on("data", (chunk) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.end();
  });
}
