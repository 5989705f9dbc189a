import type { Face } from "../fonts/fonts.js";

type FontFace = Pick<Face, "file">;

/** The name by which pages ask for a font. */
export function familyOf({ file }: FontFace): string {
  return file.replace(/\.\w+$/, "");
}

/**
 * What a document has to say for its SVG pages to look as they were measured: the fonts, each at the address that it is
 * served from, drawn character by character.
 */
export function svgStylesheet(faces: readonly FontFace[], addressOf: (face: FontFace) => string): string {
  const fonts = faces.map(
    (face) =>
      `@font-face { font-family: "${familyOf(face)}"; src: url("${addressOf(face)}") format("truetype"); }`,
  );
  return `${[...fonts, PLAIN].join("\n")}\n`;
}

/** No kerning, no ligatures, no punctuation set closer, no blank left out: the program has measured without. */
const PLAIN = `.printed { background: #fff; }
.printed text {
  font-kerning: none;
  font-variant-ligatures: none;
  text-rendering: geometricPrecision;
  text-spacing-trim: space-all;
  white-space: pre;
}`;
