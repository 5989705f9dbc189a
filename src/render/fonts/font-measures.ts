import type { Font } from "fontkit";

/** What is measured of a font, in its own units. */
export interface FontMeasures {
  readonly unitsPerEm: number;
  readonly ascent: number;
  /** below the line, where it is negative */
  readonly descent: number;
  /** The glyph of a code point; undefined where the font has none. */
  find(code: number): MeasuredGlyph | undefined;
}

export interface MeasuredGlyph {
  readonly id: number;
  readonly advance: number;
}

/** What a font draws for characters that it lacks. */
const MISSING = 0;

/** The measures of a font that fontkit has opened. */
export function measuresOf(font: Font): FontMeasures {
  const { unitsPerEm, ascent, descent } = font;
  return {
    unitsPerEm,
    ascent,
    descent,
    find(code) {
      const glyph = font.glyphForCodePoint(code);
      return glyph.id === MISSING ? undefined : { id: glyph.id, advance: glyph.advanceWidth };
    },
  };
}

/** All that is measured of a font, as a list: its code points in ascending order, and of each the glyph. */
export interface ListedMeasures extends Omit<FontMeasures, "find"> {
  readonly codes: Uint32Array;
  readonly ids: Uint16Array;
  readonly advances: Uint16Array;
}

/** The measures of a font for each of its characters. */
export function listMeasures(font: Font): ListedMeasures {
  const { unitsPerEm, ascent, descent, find } = measuresOf(font);
  const found = [...new Set(font.characterSet)]
    .sort((one, other) => one - other)
    .flatMap((code) => {
      const glyph = find(code);
      return glyph ? [{ code, ...glyph }] : [];
    });
  return {
    unitsPerEm,
    ascent,
    descent,
    codes: Uint32Array.from(found, ({ code }) => code),
    ids: Uint16Array.from(found, ({ id }) => id),
    advances: Uint16Array.from(found, ({ advance }) => advance),
  };
}

/** The measures that are listed. */
export function listedMeasures({ codes, ids, advances, ...font }: ListedMeasures): FontMeasures {
  return {
    ...font,
    find(code) {
      const at = placeOf(code, codes);
      const id = ids[at];
      const advance = advances[at];
      return codes[at] === code && id !== undefined && advance !== undefined ? { id, advance } : undefined;
    },
  };
}

/** Where a number stands in an ascending list, or would stand. */
function placeOf(wanted: number, ascending: Uint32Array): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ascending[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}
