import { decimal } from "../layout/lengths.js";
import type { SlottedFont } from "./glyph-slots.js";
import type { GlyphPosition, PdfDocument } from "./inside.js";

/** Type that text is drawn in, with what is added behind each character, in pt. */
export interface DrawnType {
  readonly font: SlottedFont;
  readonly size: number;
  readonly spacing: number;
}

/** Text in one font that belongs to one element, and where it stands. */
interface PlacedText extends DrawnType {
  readonly text: string;
  /** from the left and the top edge of the page, in pt */
  readonly left: number;
  readonly baseline: number;
}

/** How far a text reaches, with the space that follows each of its characters, in pt. */
export function widthOf({ font, size, spacing }: DrawnType, text: string): number {
  return font.widthOfString(text, size) + spacing * [...text].length;
}

/** Draws a text. pdfkit takes ten times as many operators; they are needed only where characters are moved. */
export function drawText(placed: PlacedText, document: PdfDocument): void {
  const { font, size, spacing, text, left, baseline } = placed;
  const codes = font.codesOf(text) ?? codesOfUnmoved(font, text);
  if (codes === undefined) {
    drawMoved(placed, document);
    return;
  }
  document.page.fonts[font.id] ??= font.ref();
  // the page's coordinates run downwards
  const place = `1 0 0 -1 ${decimal(left)} ${decimal(baseline)} Tm`;
  const type = `/${font.id} ${decimal(size)} Tf ${decimal(spacing)} Tc`;
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

function drawMoved(placed: PlacedText, document: PdfDocument): void {
  const { font, size, spacing, text, left, baseline } = placed;
  document.font(font.id);
  document.fontSize(size);
  document.text(text, left, baseline - (font.ascender / 1000) * size, {
    lineBreak: false,
    textWidth: widthOf(placed, text),
    characterSpacing: spacing,
    wordCount: 1,
  });
}
