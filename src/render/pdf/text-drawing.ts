import { decimal } from "../layout/lengths.js";
import type { SlottedFont } from "./glyph-slots.js";
import type { GlyphPosition, PdfDocument } from "./pdfmake-document.js";
import type { LaidInline } from "./pdfmake-renderer.js";

/** Text in one font that belongs to one element, and where it stands. */
export interface PlacedText {
  readonly inline: LaidInline;
  readonly text: string;
  /** from the left and the top edge of the page, in pt */
  readonly left: number;
  readonly baseline: number;
}

/** How far a text of an inline reaches, with the space that follows each of its characters, in pt. */
export function widthOf({ font, fontSize, characterSpacing }: LaidInline, text: string): number {
  return font.widthOfString(text, fontSize) + characterSpacing * text.length;
}

/** Draws a text. pdfkit takes ten times as many operators; they are needed only where characters are moved. */
export function drawText(placed: PlacedText, document: PdfDocument): void {
  const { inline, text, left, baseline } = placed;
  const { font, fontSize, characterSpacing } = inline;
  const codes = font.codesOf(text) ?? codesOfUnmoved(font, text);
  if (codes === undefined) {
    drawMoved(placed, document);
    return;
  }
  document.page.fonts[font.id] ??= font.ref();
  // the page's coordinates run downwards
  const place = `1 0 0 -1 ${decimal(left)} ${decimal(baseline)} Tm`;
  const type = `/${font.id} ${decimal(fontSize)} Tf ${decimal(characterSpacing)} Tc`;
  document.addContent(`BT ${place} ${type} <${codes}> Tj ET`);
}

/** What is written for characters that were shaped, if that moved none of them. */
function codesOfUnmoved(font: SlottedFont, text: string): string | undefined {
  const [codes, positions] = font.encode(text);
  return positions.some(isMoved) ? undefined : codes.join("");
}

function isMoved({ xOffset, yOffset, xAdvance, advanceWidth }: GlyphPosition): boolean {
  return xOffset !== 0 || yOffset !== 0 || xAdvance !== advanceWidth;
}

function drawMoved({ inline, text, left, baseline }: PlacedText, document: PdfDocument): void {
  const { font, fontSize, characterSpacing } = inline;
  document._font = font;
  document.fontSize(fontSize);
  document.text(text, left, baseline - (font.ascender / 1000) * fontSize, {
    lineBreak: false,
    textWidth: widthOf(inline, text),
    characterSpacing,
    wordCount: 1,
  });
}
