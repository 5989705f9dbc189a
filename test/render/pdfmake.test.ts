import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { loadFonts } from "../../src/render/fonts/fonts.js";
import { openCanvas } from "../../src/render/pdf/canvas.js";
import { describe as identify } from "../../src/render/pdf/identity.js";
import { PdfmakeDocument } from "../../src/render/pdf/pdfmake-document.js";
import { PdfmakeLayoutBuilder } from "../../src/render/pdf/pdfmake-layout.js";
import { PdfmakeRenderer } from "../../src/render/pdf/pdfmake-renderer.js";
import { writeStructure } from "../../src/render/pdf/structure-writer.js";
import type { Content, Element } from "../../src/render/tags/structure.js";
import { PROGRAM } from "../project.js";
import { report } from "./sample.js";

const load = createRequire(import.meta.url);
const { default: DocMeasure } = load("pdfmake/js/DocMeasure.js");
const { default: DocPreprocessor } = load("pdfmake/js/DocPreprocessor.js");

function read(file: string): { version: string; dependencies: Record<string, string> } {
  return JSON.parse(readFileSync(join(PROGRAM, file), "utf8"));
}

test("pdfmake is the version that its inside was read in: after an upgrade, see whether it still is as declared", () => {
  expect(read("package.json").dependencies.pdfmake).toBe("0.3.11");
  expect(read("node_modules/pdfmake/package.json").version).toBe("0.3.11");
  expect(read("node_modules/pdfkit/package.json").version).toBe("0.19.1");
});

test("fontkit is the version that glyphs are opened in, and still gives what is used of its inside", async () => {
  expect(read("node_modules/fontkit/package.json").version).toBe("2.0.4");
  const [face] = await loadFonts("fonts").open();
  expect(face?.font).toHaveProperty("hmtx");
  expect(face?.font.getGlyph(5)).toHaveProperty("_getTableMetrics", expect.any(Function));
});

test("what is taken over from pdfmake is still there", async () => {
  const document = openCanvas(await loadFonts("fonts").open(), identify(report()));
  for (const name of ["renderPages", "renderLine", "renderVector", "renderWatermark"])
    expect(PdfmakeRenderer.prototype).toHaveProperty(name, expect.any(Function));
  for (const name of ["layoutDocument", "tryLayoutDocument"])
    expect(PdfmakeLayoutBuilder.prototype).toHaveProperty(name, expect.any(Function));
  for (const name of ["provideFont", "addContent", "flushPages", "_write", "push", "ref", "font"])
    expect(PdfmakeDocument.prototype).toHaveProperty(name, expect.any(Function));
  for (const name of ["measureNode", "measureVerticalContainer"])
    expect(DocMeasure.prototype).toHaveProperty(name, expect.any(Function));
  expect(DocPreprocessor.prototype).toHaveProperty("preprocessSection", expect.any(Function));
  expect(document.appendXML).toEqual(expect.any(Function));
  expect(document._offset).toBeGreaterThan(0);
  expect(document._root.data).toMatchObject({ StructTreeRoot: { data: { Type: "StructTreeRoot" } } });
  const font = document.provideFont(loadFonts("fonts").faces[0]?.name ?? "");
  for (const member of ["ascender", "scale", "widths", "unicode", "subset", "layout", "encode"])
    expect(font).toHaveProperty(member);
});

test("a text that should have been drawn and was not stops the program", async () => {
  const paragraph: Element = { type: "P", kids: [] };
  const content: Content = { kind: "content", of: paragraph };
  const line = { kind: "line", runs: [], size: 9, pitch: 9, left: 0, below: 0, parts: [] } as const;
  const structure = {
    root: { type: "Document", kids: [paragraph] } as Element,
    spans: new Map([[line, [{ tag: content, from: 0, to: 1 }]]]),
    anchors: new Map(),
  };
  const document = openCanvas(await loadFonts("fonts").open(), identify(report()));
  expect(() => writeStructure(document, structure, { pieces: new Map(), owners: [] })).toThrow(
    "was not drawn",
  );
});
