import type { EncodedGlyph, ProvidedFont } from "./pdfmake-document.js";

/**
 * Gives a font's glyph a place in the file for each character that is drawn with it: ～ and 〜, · and • share glyphs in
 * some fonts, and pdfkit would have all of them read as the one that came first.
 */
export function tellCharactersApart(font: ProvidedFont): void {
  const further = new Map<string, number>();

  function slotOf({ id, codePoints }: EncodedGlyph): number {
    const first = font.subset.includeGlyph(id);
    const known = font.unicode[first];
    if (known === undefined || String(known) === String(codePoints)) return first;
    const key = `${id} ${codePoints}`;
    const slot = further.get(key) ?? font.subset.glyphs.push(id) - 1;
    further.set(key, slot);
    return slot;
  }

  font.encode = (text, features) => {
    const { glyphs, positions } = font.layout(text, features);
    const codes = glyphs.map((glyph) => {
      const slot = slotOf(glyph);
      font.widths[slot] ??= glyph.advanceWidth * font.scale;
      font.unicode[slot] ??= glyph.codePoints;
      return slot.toString(16).padStart(4, "0");
    });
    return [codes, positions];
  };
}
