import { describe, expect, test } from "@jest/globals";
import { create, type Font } from "fontkit";
import { dataFile } from "../../src/project/data-files.js";
import { renderPdf } from "../../src/render/pdf/pdf.js";
import { examineIn, makeProject, program } from "../project.js";
import { contentOf, keysOf, openObjects } from "./objects.js";

const { fonts } = program;
const faces = await fonts.open();
const { report } = await examineIn(makeProject(), { data: dataFile("403008", 2023), output: "out" });
const objects = await openObjects((await renderPdf(report, fonts)).bytes);

/** The glyphs that pages show of a font, by the numbers that they have in it. */
function shown(): ReadonlyMap<unknown, ReadonlySet<number>> {
  const codes = new Map<unknown, Set<number>>();
  for (const { node } of objects.file.getPages()) {
    const drawn = Buffer.from(contentOf(objects.in(node, "Contents"))).toString("latin1");
    let font: unknown;
    for (const [, name, hex] of drawn.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/g)) {
      if (name) font = objects.in(node, "Resources", "Font", name);
      const known = codes.get(font) ?? new Set();
      for (const code of hex?.match(/.{4}/g) ?? []) known.add(Number.parseInt(code, 16));
      codes.set(font, known);
    }
  }
  return codes;
}

/** What each glyph of a font stands for. */
function meanings(font: unknown): readonly string[] {
  const map = Buffer.from(contentOf(objects.in(font, "ToUnicode"))).toString("latin1");
  return [...map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[(.*?)\]/gs)]
    .flatMap(([, first = "", list = ""]) => {
      const texts = [...list.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex = ""]) =>
        utf16(hex.replaceAll(" ", "")),
      );
      const filled: string[] = [];
      for (const [index, text] of texts.entries()) filled[Number.parseInt(first, 16) + index] = text;
      return [filled];
    })
    .reduce<string[]>((all, some) => Object.assign(all, some), []);
}

function utf16(hex: string): string {
  return Buffer.from(hex, "hex").swap16().toString("utf16le");
}

/** The outline of a glyph, whatever the font's own units. */
function outline(font: Font, glyph: number): string {
  return font.getGlyph(glyph).path.toSVG();
}

const used = [...shown()].map(([font, codes]) => ({
  name: String(objects.in(font, "BaseFont")),
  font,
  codes,
}));

test("every font in the file is used by a page", () => {
  expect(used.map(({ name }) => name).sort()).toEqual(
    objects
      .all("Subtype", "Type0")
      .map((font) => String(objects.in(font, "BaseFont")))
      .sort(),
  );
  expect(keysOf(used[0]?.font)).toContain("ToUnicode");
});

describe.each(used)("$name", ({ name, font, codes }) => {
  const embedded = create(
    Buffer.from(contentOf(objects.in(font, "DescendantFonts", 0, "FontDescriptor", "FontFile2"))),
  ) as Font;
  const face = faces.find(({ font }) => name.endsWith(`+${font.postscriptName}`));
  // opened anew: what the program opened gives no outlines
  const source = create(face?.data ?? Buffer.alloc(0)) as Font;
  const texts = meanings(font);

  test("has every glyph that is shown, as the office's font has it, standing for its character", () => {
    expect(codes.size).toBeGreaterThan(0);
    expect(Math.min(...codes)).toBeGreaterThan(0);
    const shown = [...codes].map((code) => ({ text: texts[code] ?? "", drawn: outline(embedded, code) }));
    expect(shown.filter(({ text }) => [...text].length !== 1)).toEqual([]);
    const unlike = shown.filter(({ text, drawn }) => {
      const original = source.glyphForCodePoint(text.codePointAt(0) ?? 0).id;
      return drawn !== outline(source, original);
    });
    expect(unlike).toEqual([]);
  });

  test("says how wide its glyphs are as they are (ISO 19005-3, 6.2.11.5)", () => {
    const widths = objects.in(font, "DescendantFonts", 0, "W", 1) as unknown[];
    for (const code of codes) {
      const { advanceWidth } = embedded.getGlyph(code);
      expect(objects.in(widths[code])).toBeCloseTo((advanceWidth * 1000) / embedded.unitsPerEm, 0);
    }
  });
});
