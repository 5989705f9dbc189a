import { endianness } from "node:os";
import type { Font } from "fontkit";

/** What fontkit knows of a TrueType font but does not publish. */
interface OpenedFont extends Omit<Font, "getGlyph" | "hhea"> {
  readonly directory: { readonly tables: Readonly<Record<"glyf" | "hmtx" | "loca", TablePlace>> };
  readonly head: { readonly indexToLocFormat: number };
  readonly hhea: Font["hhea"] & { readonly numberOfMetrics: number };
  readonly loca: { readonly offsets: ArrayLike<number> };
  /** those that are decoded */
  readonly _tables: Record<string, object>;
  getGlyph(id: number, codePoints?: readonly number[]): { readonly id: number };
}

interface TablePlace {
  readonly offset: number;
  readonly length: number;
}

/**
 * Lets fontkit open glyphs as far as they are needed, to be measured and to be embedded as they are stored in `data`. By
 * itself it unpacks a table of Unicode to see which are marks, reads the box of every glyph to measure its width, and
 * decodes its outline to see whether it is made of others, which stands in its first two bytes. Where each glyph begins,
 * and how wide it is, it decodes number by number.
 */
export function embedAsStored(font: Font, data: Buffer): Font {
  const opened = font as unknown as OpenedFont;
  const getGlyph = opened.getGlyph.bind(opened);
  const known = new WeakSet<object>();
  if (opened.head.indexToLocFormat === LONG)
    opened._tables.loca = { version: LONG, offsets: longsIn(data, opened.directory.tables.loca) };
  opened.getGlyph = (id, codePoints = []) => {
    const glyph = getGlyph(id, []);
    if (known.has(glyph)) return glyph;
    known.add(glyph);
    return Object.assign(glyph, {
      codePoints,
      isMark: codePoints.length > 0 && codePoints.every(isMark),
      isLigature: codePoints.length > 1,
      _metrics: metricsOf(opened, id, data),
      ...(!isComposite(opened, id, data) && { _decode: () => null }),
    });
  };
  return font;
}

/** Whether all that a font's file is said to hold is in it. */
export function isWhole(font: Font, data: Buffer): boolean {
  const { tables } = (font as unknown as OpenedFont).directory;
  return Object.values(tables).every(({ offset, length }) => offset + length <= data.length);
}

/** Where glyphs begin is written in four bytes each, as in all but small fonts. */
const LONG = 1;

/** The numbers of four bytes, the highest first, that stand in a table. */
function longsIn(data: Buffer, { offset, length }: TablePlace): ArrayLike<number> {
  const { buffer } = Uint8Array.from(data.subarray(offset, offset + length));
  if (endianness() === "LE") Buffer.from(buffer).swap32();
  return new Uint32Array(buffer);
}

const MARK = /^\p{M}$/u;

function isMark(codePoint: number): boolean {
  return MARK.test(String.fromCodePoint(codePoint));
}

/** How far a glyph advances, and where it begins, in the font's own units; the last advance goes for all further glyphs. */
function metricsOf({ directory, hhea }: OpenedFont, id: number, data: Buffer): object {
  const { offset } = directory.tables.hmtx;
  const further = id - hhea.numberOfMetrics;
  const last = offset + 4 * (hhea.numberOfMetrics - 1);
  const advance = further < 0 ? offset + 4 * id : last;
  const bearing = further < 0 ? advance + 2 : last + 4 + 2 * further;
  return { advanceWidth: data.readUInt16BE(advance), leftBearing: data.readInt16BE(bearing) };
}

/** Whether a glyph is made of others: then it says that it has fewer than no contours. */
function isComposite({ directory, loca }: OpenedFont, id: number, data: Buffer): boolean {
  const from = loca.offsets[id] ?? 0;
  const isEmpty = from === loca.offsets[id + 1];
  return !isEmpty && data.readInt16BE(directory.tables.glyf.offset + from) < 0;
}
