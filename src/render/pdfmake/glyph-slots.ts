import type { OpenFace } from "../fonts/fonts.js";
import type { EncodedGlyph, ProvidedFont } from "./inside.js";

/** A font in a document, which knows its characters one by one. */
export interface SlottedFont extends ProvidedFont {
  /** What is written for characters that stand side by side; undefined where some take their shape from others. */
  codesOf(text: string): string | undefined;
}

/**
 * Gives a font's glyph a place in the file for each character that is drawn with it: ～ and 〜, · and • share glyphs in
 * some fonts, and pdfkit would have all of them read as the one that came first. Each character is looked up once in a
 * document: pdfkit lays out every text as if its characters had to do with each other.
 */
export function tellCharactersApart(font: ProvidedFont, { face, font: drawn }: OpenFace): SlottedFont {
  const further = new Map<string, number>();
  const codes = new Map<string, string>();
  const widths = new Map<string, number>();
  const widthOfShaped = font.widthOfString.bind(font);

  function slotOf({ id, codePoints }: EncodedGlyph): number {
    const first = font.subset.includeGlyph(id);
    const known = font.unicode[first];
    if (known === undefined || String(known) === String(codePoints)) return first;
    const key = `${id} ${codePoints}`;
    const slot = further.get(key) ?? font.subset.glyphs.push(id) - 1;
    further.set(key, slot);
    return slot;
  }

  function codeFor(glyph: EncodedGlyph): string {
    const slot = slotOf(glyph);
    font.widths[slot] ??= glyph.advanceWidth * font.scale;
    font.unicode[slot] ??= glyph.codePoints;
    return slot.toString(16).padStart(4, "0");
  }

  const encode: ProvidedFont["encode"] = (text, features) => {
    const { glyphs, positions } = font.layout(text, features);
    return [glyphs.map(codeFor), positions];
  };

  function codeOf(character: string): string {
    const glyph = drawn.glyphOf(character);
    const code = glyph ? codeFor(glyph) : encode(character)[0].join("");
    codes.set(character, code);
    return code;
  }

  function widthOf(character: string): number {
    const width = widthOfShaped(character, 1000);
    widths.set(character, width);
    return width;
  }

  return Object.assign(font, {
    encode,
    codesOf(text: string) {
      if (face.combines(text)) return undefined;
      let all = "";
      for (const character of text) all += codes.get(character) ?? codeOf(character);
      return all;
    },
    widthOfString(text: string, size: number) {
      if (face.combines(text)) return widthOfShaped(text, size);
      let width = 0;
      for (const character of text) width += widths.get(character) ?? widthOf(character);
      return (width * size) / 1000;
    },
  });
}
