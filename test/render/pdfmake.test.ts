import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { loadFonts } from "../../src/render/fonts/fonts.js";
import { describe as identify } from "../../src/render/pdf/metadata.js";
import { writeStructure } from "../../src/render/pdf/structure-writer.js";
import { openCanvas } from "../../src/render/pdfmake/canvas.js";
import { PdfmakeDocument, PdfmakeRenderer } from "../../src/render/pdfmake/inside.js";
import type { Content, StructureElement as Element } from "../../src/render/tags/structure.js";
import { PROGRAM } from "../project.js";
import { report } from "./sample.js";

function read(file: string): { version: string; dependencies: Record<string, string> } {
  return JSON.parse(readFileSync(join(PROGRAM, file), "utf8"));
}

const fonts = loadFonts("fonts");
const FACE = fonts.faces[0]?.name ?? "";

async function open() {
  const canvas = openCanvas(await fonts.open(), identify(report()));
  return Object.assign(canvas, { font: canvas.provideFont(FACE) });
}

test("pdfmake is the version that its inside was read in: after an upgrade, see whether it still is as `inside.ts` declares it", () => {
  expect(read("package.json").dependencies.pdfmake).toBe("0.3.11");
  expect(read("node_modules/pdfmake/package.json").version).toBe("0.3.11");
  expect(read("node_modules/pdfkit/package.json").version).toBe("0.19.1");
});

test("fontkit is the version that glyphs are opened in, and still gives what is used of its inside", async () => {
  expect(read("node_modules/fontkit/package.json").version).toBe("2.0.4");
  const [face] = await fonts.open();
  expect(face?.font).toHaveProperty("hmtx");
  expect(face?.font.getGlyph(5)).toHaveProperty("_getTableMetrics", expect.any(Function));
});

describe("what is taken over from pdfmake and pdfkit is still there; after an upgrade, see", () => {
  test.each([
    ["renderPages", "whether it opens a page and draws each item by its type, then the watermark"],
    ["renderLine", "whether lines are handed to it as they were given"],
    ["renderVector", "whether rectangles are filled in their colour"],
    ["renderWatermark", "whether it is called once a page, after all items"],
  ])("renderer.%s: %s", (name) => {
    expect(PdfmakeRenderer.prototype).toHaveProperty(name, expect.any(Function));
  });

  test.each([
    ["provideFont", "whether the watermark and the text ask for their fonts by it"],
    ["addContent", "whether all that is drawn passes it"],
    ["flushPages", "whether it is called before a page begins and at the end"],
    ["_write", "whether every piece of the file passes it, as `packed-file.ts` takes them"],
    ["ref", "whether it makes an object that writes itself at its end"],
    ["font", "whether it chooses among open fonts by their keys"],
    ["file", "whether what is embedded is associated, too, with its name, kind, dates and relationship"],
    ["getStructTreeRoot", "whether it gives the root that is written"],
    ["appendXML", "whether what it is given stands in the metadata"],
  ])("document.%s: %s", (name) => {
    expect(PdfmakeDocument.prototype).toHaveProperty(name, expect.any(Function));
  });
});

test("the renderer opens a page of its size, hands over what is on it in order, and takes a watermark as it is declared", async () => {
  const canvas = await open();
  const calls: unknown[] = [];
  class Listening extends PdfmakeRenderer {
    override renderLine(line: unknown) {
      calls.push(line);
    }
    override renderVector(vector: { type: "rect" }) {
      calls.push(vector);
    }
    override renderWatermark(page: { watermark?: unknown }) {
      calls.push(page.watermark);
      super.renderWatermark(page);
    }
  }
  const size = { width: 10, height: 10 };
  const { font } = canvas;
  const mark = { text: "稿", font, fontSize: 9, color: "#000000", opacity: 1, angle: 0, _size: { size } };
  const items = [
    { type: "vector", item: "ground" },
    { type: "line", item: { x: 1, y: 2 } },
  ] as const;
  new Listening(canvas).renderPages([{ pageSize: { width: 300, height: 400 }, items, watermark: mark }]);
  expect(calls).toEqual(["ground", { x: 1, y: 2 }, mark]);
  expect([canvas.page.width, canvas.page.height]).toEqual([300, 400]);
});

test("the catalog, its names and the structure tree are where they are added to", async () => {
  const canvas = await open();
  expect(canvas._root.data).toMatchObject({ Type: "Catalog", Names: { data: { Dests: expect.anything() } } });
  expect(canvas._root.data.StructTreeRoot).toBe(canvas.getStructTreeRoot());
  expect(canvas.getStructTreeRoot().data.Type).toBe("StructTreeRoot");
});

test("of an object is written that it begins, what it is, its stream if it has one, and that it ends; then the table, and the trailer", async () => {
  const written: (string | Uint8Array)[] = [];
  class Listening extends PdfmakeDocument {
    override _write(piece: string | Uint8Array) {
      written.push(piece);
    }
  }
  const blank = new Listening({}, {}, {}, {}, { font: null, autoFirstPage: false });
  const begun = written.splice(0);
  expect(begun).toEqual(["%PDF-1.3", "%\xff\xff\xff\xff"]);
  const plain = blank.ref({ Key: "Name" });
  plain.end();
  expect(written.splice(0)).toEqual([`${plain.id} 0 obj`, "<<\n/Key /Name\n>>", "endobj"]);
  const stream = blank.ref({});
  stream.end(Buffer.from("content"));
  const [begin, dictionary, ...rest] = written.splice(0);
  expect([begin, dictionary]).toEqual([`${stream.id} 0 obj`, expect.stringMatching(/^<<\n\/Length \d+\n/)]);
  expect(rest).toEqual(["stream", expect.any(Uint8Array), "\nendstream", "endobj"]);
  blank.end();
  const end = written.slice(written.indexOf("xref"));
  const trailer = expect.stringMatching(/^<<\n\/Size \d+\n\/Root \d+ 0 R\n\/Info \d+ 0 R\n\/ID \[.*\]\n>>$/);
  expect(end.slice(end.indexOf("trailer"))).toEqual([
    "trailer",
    trailer,
    "startxref",
    expect.any(String),
    "%%EOF",
  ]);
});

test("a file is not ended where an object was begun and not ended", async () => {
  const canvas = await open();
  canvas.ref({});
  expect(() => canvas.close()).toThrow("left unwritten");
});

test("fonts are written that stand in _fontFamilies, under the numbers that _fontCount counts, and chosen by font()", async () => {
  const canvas = await open();
  expect(canvas._fontCount).toBe(1);
  expect(Object.values(canvas._fontFamilies)).toEqual([canvas.font]);
  expect(canvas.font.id).toBe("F1");
  const chosen = PdfmakeDocument.prototype.font.call(canvas, "F1");
  expect(chosen._font).toBe(canvas.font);
});

test("a font has what its glyphs are placed by", async () => {
  const { font } = await open();
  expect(font.ascender).toBeCloseTo(880);
  expect(font.scale).toBeGreaterThan(0);
  expect(font.lineHeight(10)).toBeCloseTo(10);
  const first = font.encode("政")[0];
  expect(first).toEqual(["0001"]);
  expect(font.subset.glyphs).toHaveLength(2);
  expect(font.widths[1]).toBeCloseTo(1000);
  expect(font.unicode[1]).toEqual(["政".codePointAt(0)]);
  expect(font.ref()).toHaveProperty("id");
});

test("a page has its object, its annotations and its fonts, and an outline counts its items where it is told", async () => {
  const canvas = await open();
  new PdfmakeRenderer(canvas).renderPages([{ pageSize: { width: 9, height: 9 }, items: [] }]);
  const { page, outline } = canvas;
  expect(page.dictionary.data.Type).toBe("Page");
  expect(page.annotations).toEqual([]);
  expect(page.fonts).toEqual({});
  expect(outline.addItem("一", { top: 0, left: 0 }).outlineData).toHaveProperty("Dest");
  expect(outline.children).toHaveLength(1);
});

test("no other folder knows pdfmake, or what pdfmake and pdfkit do not publish", () => {
  const src = join(PROGRAM, "src");
  const others = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.startsWith(join("render", "pdfmake")),
  );
  const inside =
    /"(?:pdfmake|pdfkit)\/|from "(?:pdfmake|pdfkit)"|pdfmake\/inside|\._(?:root|font|fontFamilies|fontCount|write|size)\b|outlineData/;
  expect(others.filter((file) => inside.test(readFileSync(join(src, file), "utf8")))).toEqual([]);
});

test("a text that should have been drawn and was not stops the program", async () => {
  const paragraph: Element = { type: "P", kids: [] };
  const content: Content = { kind: "content", of: paragraph };
  const line = { kind: "line", runs: [], size: 9, pitch: 9, left: 0, below: 0, parts: [] } as const;
  const structure = {
    root: { type: "Document", kids: [paragraph] } as Element,
    spans: new Map([[line, [{ tag: content, from: 0, to: 1 }]]]),
    anchors: new Map(),
    drawings: new Map(),
  };
  const canvas = await open();
  expect(() =>
    writeStructure(canvas, structure, { pieces: new Map(), owners: [], bounds: new Map() }),
  ).toThrow("was not drawn");
});
