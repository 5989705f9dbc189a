import type { Font, Glyph as FontGlyph, GlyphRun } from "fontkit";
import { sum } from "../layout/lengths.js";
import type { FontMeasures } from "./font-measures.js";

/**
 * Glyphs side by side, as fontkit gives them, in the font's own units. Who asked for them may scale the positions, and
 * the width with them.
 */
type CharacterRun = Pick<GlyphRun, "glyphs" | "positions" | "advanceWidth">;

export interface DrawnFont extends Font {
  /** The glyph of a character that stands by itself, or of a substitute that the font has for it. */
  glyphOf(character: string): FontGlyph | undefined;
}

/** Drawn for a character that no font has: the typesetters' sign for it, or else the first of these that a font has. */
export const SUBSTITUTES = ["〓", "□", "?"];

/**
 * The font, which now lays glyphs out as they were measured, one a character, with a substitute for each that it lacks:
 * Chinese text and figures need no shaping, and it was a tenth of the time of a build. Characters that combine are still
 * shaped.
 */
export function layingOutByCharacter(
  font: Font,
  measures: FontMeasures,
  combines: (text: string) => boolean,
): DrawnFont {
  const shape = font.layout.bind(font);
  const known = new Map<string, FontGlyph | undefined>();

  function glyphOf(character: string): FontGlyph | undefined {
    if (!known.has(character)) known.set(character, findGlyph(character));
    return known.get(character);
  }

  /** The glyph as that of this character: fontkit keeps one for all that share it, known as the first it was asked for. */
  function findGlyph(character: string): FontGlyph | undefined {
    const code = character.codePointAt(0) ?? 0;
    const found = [character, ...SUBSTITUTES]
      .map((each) => measures.find(each.codePointAt(0) ?? 0))
      .find((each) => each !== undefined);
    if (!found) return undefined;
    const glyph = font.getGlyph(found.id, [code]);
    return glyph.codePoints[0] === code ? glyph : Object.create(glyph, { codePoints: { value: [code] } });
  }

  const layout = (text: string, ...features: unknown[]): CharacterRun => {
    const run = combines(text) ? undefined : sideBySide([...text].map(glyphOf));
    return run ?? shape(text, ...(features as []));
  };
  return Object.assign(font, { layout, glyphOf });
}

function sideBySide(glyphs: readonly (FontGlyph | undefined)[]): CharacterRun | undefined {
  const found = glyphs.filter((each) => each !== undefined);
  if (found.length < glyphs.length) return undefined;
  const positions = found.map(({ advanceWidth: xAdvance }) => ({
    xAdvance,
    yAdvance: 0,
    xOffset: 0,
    yOffset: 0,
  }));
  return {
    glyphs: found,
    positions,
    get advanceWidth() {
      return sum(positions.map((each) => each.xAdvance));
    },
  };
}
