import type { Font } from "fontkit";

/** What fontkit knows of a TrueType font but does not publish. */
interface OpenedFont extends Omit<Font, "getGlyph"> {
  readonly directory: { readonly tables: { readonly glyf: { readonly offset: number } } };
  readonly loca: { readonly offsets: readonly number[] };
  readonly hmtx: object;
  getGlyph(id: number, codePoints?: readonly number[]): OpenedGlyph;
}

interface OpenedGlyph {
  readonly id: number;
  _getTableMetrics(table: object): { readonly advance: number };
}

/**
 * Lets fontkit open glyphs as far as they are needed, to be measured and to be embedded as they are stored in `data`. By
 * itself it unpacks a table of Unicode to see which are marks, reads the box of every glyph to measure its width, and
 * decodes its outline to see whether it is made of others, which stands in its first two bytes.
 */
export function embedAsStored(font: Font, data: Buffer): Font {
  const opened = font as unknown as OpenedFont;
  const getGlyph = opened.getGlyph.bind(opened);
  const known = new WeakSet<object>();
  opened.getGlyph = (id, codePoints = []) => {
    const glyph = getGlyph(id, []);
    if (known.has(glyph)) return glyph;
    known.add(glyph);
    return Object.assign(glyph, {
      codePoints,
      isMark: codePoints.length > 0 && codePoints.every(isMark),
      isLigature: codePoints.length > 1,
      ...(!isComposite(opened, id, data) && { _decode: () => null }),
    });
  };
  return font;
}

const MARK = /^\p{M}$/u;

function isMark(codePoint: number): boolean {
  return MARK.test(String.fromCodePoint(codePoint));
}

/** How far a glyph advances, in the font's own units. */
export function advanceOf(font: Font, glyph: object): number {
  const { hmtx } = font as unknown as OpenedFont;
  return (glyph as OpenedGlyph)._getTableMetrics(hmtx).advance;
}

/** Whether a glyph is made of others: then it says that it has fewer than no contours. */
function isComposite({ directory, loca }: OpenedFont, id: number, data: Buffer): boolean {
  const from = loca.offsets[id] ?? 0;
  const isEmpty = from === loca.offsets[id + 1];
  return !isEmpty && data.readInt16BE(directory.tables.glyf.offset + from) < 0;
}
