import type { OpenFace } from "../fonts/fonts.js";
import { type SlottedFont, tellCharactersApart } from "./glyph-slots.js";
import {
  type DocumentOptions,
  type OutlineItem,
  type PdfDocument,
  PdfmakeDocument,
  type PdfObject,
  type ProvidedFont,
} from "./inside.js";
import { PackedFile } from "./packed-file.js";

export type { DocumentOptions, PdfObject } from "./inside.js";

/** A document to draw into, which becomes a file in memory. */
export interface Canvas extends PdfDocument {
  readonly catalog: PdfObject["data"];
  /** the entries of the catalog's name dictionary */
  readonly names: PdfObject["data"];
  /** Adds an annotation to the page that is being drawn. */
  annotateWith(data: Readonly<Record<string, unknown>>): PdfObject;
  provideFont(name: string): SlottedFont;
  /** Ends the document and gives its bytes. */
  close(): Uint8Array;
}

/** Opens a pdfkit document that takes its fonts from memory: nothing is fetched and no file is opened. */
export function openCanvas(faces: readonly OpenFace[], options: DocumentOptions): Canvas {
  return new MemoryCanvas(faces, options);
}

/** A name tree in one piece (ISO 32000-1, 7.9.6), in the order of bytes, whatever the machine's language; names are ASCII. */
export function nameTree(values: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const sorted = [...values].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { Names: sorted.flatMap(([name, value]) => [new String(name), value]) };
}

class MemoryCanvas extends PdfmakeDocument implements Canvas {
  /** made when pdfkit begins to write, which is before fields have their first value */
  declare packed: PackedFile | undefined;
  readonly #faces: ReadonlyMap<string, OpenFace>;
  readonly #provided = new Map<string, SlottedFont>();
  /** what is drawn on the page, to be written at once: pdfkit turns every single operator into bytes */
  #drawn: string[] = [];

  constructor(faces: readonly OpenFace[], options: DocumentOptions) {
    super({}, {}, {}, {}, options);
    this.#faces = new Map(faces.map((opened) => [opened.face.name, opened]));
  }

  override _write(piece: string | Uint8Array): void {
    this.packed ??= new PackedFile();
    this.packed.write(piece);
  }

  get catalog(): PdfObject["data"] {
    return this._root.data;
  }

  get names(): PdfObject["data"] {
    return (this.catalog.Names as PdfObject).data;
  }

  annotateWith(data: Readonly<Record<string, unknown>>): PdfObject {
    const annotation = this.ref(data);
    this.page.annotations.push(annotation);
    annotation.end();
    return annotation;
  }

  close(): Uint8Array {
    countOutline(this.outline);
    this.end();
    return (this.packed ?? new PackedFile()).close();
  }

  override provideFont(name: string): SlottedFont {
    const known = this.#provided.get(name);
    if (known) return known;
    const opened = this.#faces.get(name);
    if (!opened) throw new Error(`no font ${name}`);
    const embedded = this.#embed(opened);
    embedded.unicode[0] = REPLACEMENT;
    const provided = tellCharactersApart(embedded, opened);
    this.#provided.set(name, provided);
    return provided;
  }

  override addContent(operators: string): this {
    this.#drawn.push(operators);
    return this;
  }

  /** Before another page begins, and at the end, what was drawn goes to its page. */
  override flushPages(): void {
    if (this.#drawn.length > 0) this.page.write(this.#drawn.join("\n"));
    this.#drawn = [];
    super.flushPages();
  }

  /** Does what `font` does, but with the font that is open: to open it takes longer than to embed it. */
  #embed(opened: OpenFace): ProvidedFont {
    EmbeddedFont ??= classOfFonts([...this.#faces.values()]);
    const embedded = new EmbeddedFont(this, opened.font, `F${++this._fontCount}`);
    // not by its name: an office may put one font in two roles
    this._fontFamilies[embedded.id] = embedded;
    return embedded;
  }
}

/** Says how many items an outline has, which pdfkit leaves out: below the first level they are closed. */
function countOutline({ outlineData, children }: OutlineItem, isRoot = true): void {
  if (children.length > 0) outlineData.Count = isRoot ? children.length : -children.length;
  for (const child of children) countOutline(child, false);
}

type EmbeddedFontClass = new (document: PdfDocument, font: OpenFace["font"], id: string) => ProvidedFont;

let EmbeddedFont: EmbeddedFontClass | undefined;

/** pdfkit does not give its class away, but for the fonts that it opens itself; a small one is soon open. */
function classOfFonts(faces: readonly OpenFace[]): EmbeddedFontClass {
  const [data = Buffer.alloc(0)] = faces.map((face) => face.data).sort((a, b) => a.length - b.length);
  const blank = new PdfmakeDocument({}, {}, {}, {}, { font: null, autoFirstPage: false });
  return blank.font(data)._font.constructor as EmbeddedFontClass;
}

/** What the glyph for missing characters stands for: pdfkit says U+0000, which an archive does not take. */
const REPLACEMENT = [0xfffd];
