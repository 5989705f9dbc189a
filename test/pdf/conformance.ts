import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PackSample } from "../packs/packs.js";
import { buildIn, makeProject } from "../project.js";
import { contentOf, keysOf, namesIn, type Objects } from "./objects.js";
import { checkStrictly } from "./strict.js";

/** A PDF, as bytes and as objects. */
export interface PdfFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly objects: Objects;
}

/** The finished PDF of a format's sample. */
export async function publishedOf({ folder, data }: PackSample): Promise<Uint8Array> {
  const project = makeProject(folder);
  return readFileSync(join(project, (await buildIn(project, { data, output: "out" })).file));
}

/** That files are PDF/A-3a and PDF/UA-1, and are as they say. */
export function holdAgainstStandards(files: readonly PdfFile[]): void {
  describe.each([...files])("$name", ({ bytes, objects }) => {
    const { at, all } = objects;
    const pages = objects.file.getPages().map((page) => page.node);
    const annotations = pages.flatMap((page) => (objects.in(page, "Annots") ?? []) as unknown[]);

    test("is sound by a strict reading of ISO 32000-1", async () => {
      expect(await checkStrictly(bytes)).toContain("validation ok");
      expect(Buffer.from(bytes).toString("latin1", 0, 8)).toBe("%PDF-1.7");
    });

    test("says that it is PDF/A-3a and PDF/UA-1, and nothing in XMP that it says otherwise elsewhere", () => {
      const xmp = Buffer.from(contentOf(at("Metadata"))).toString("utf8");
      expect(xmp).toMatch(/<pdfaid:part>3<.*<pdfaid:conformance>A</s);
      expect(xmp).toContain("<pdfuaid:part>1<");
      expect(xmp).toContain("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/<");
      expect(wellFormed(xmp)).toBe(true);
      for (const key of ["Title", "Author", "Subject", "Creator", "Producer"] as const) {
        const said = objects.file[`get${key}`]();
        expect(said).toBeTruthy();
        expect(xmp).toContain(`>${said}<`);
      }
      expect(at("Metadata", "Filter")).toBeUndefined();
    });

    test("is tagged, in Chinese, shows its title, is not encrypted, and names its colours", () => {
      expect(at("MarkInfo", "Marked")).toBe("true");
      expect(at("Lang")).toBe("zh-CN");
      expect(at("ViewerPreferences", "DisplayDocTitle")).toBe("true");
      expect(objects.file.context.trailerInfo.Encrypt).toBeUndefined();
      expect(objects.file.context.trailerInfo.ID).toBeDefined();
      expect(at("OutputIntents", 0, "S")).toBe("/GTS_PDFA1");
      expect(at("OutputIntents", 0, "DestOutputProfile", "N")).toBe(3);
      for (const forbidden of ["AA", "OpenAction", "OCProperties", "AcroForm"])
        expect(at(forbidden)).toBeUndefined();
      expect(keysOf(at("Names")).sort()).toEqual(expect.not.arrayContaining(["JavaScript"]));
    });

    test("embeds every font in part, with a way back to Unicode for every glyph", () => {
      const fonts = all("Type", "Font");
      expect(new Set(fonts.map((font) => objects.in(font, "Subtype")))).toEqual(
        new Set(["/Type0", "/CIDFontType2"]),
      );
      for (const font of all("Subtype", "Type0")) {
        expect(objects.in(font, "BaseFont")).toMatch(/^\/[A-Z]{6}\+/);
        expect(objects.in(font, "Encoding")).toBe("/Identity-H");
        expect(objects.in(font, "DescendantFonts", 0, "CIDToGIDMap")).toBe("/Identity");
        expect(
          contentOf(objects.in(font, "DescendantFonts", 0, "FontDescriptor", "FontFile2")).length,
        ).toBeGreaterThan(0);
        const map = Buffer.from(contentOf(objects.in(font, "ToUnicode"))).toString("latin1");
        const used = map.match(/(?<=[[ ])<[0-9a-f ]*>/g) ?? [];
        expect(used.length).toBeGreaterThan(0);
        expect(used.filter((code) => /^<(0000|feff|fffe|[ef][0-8].. *|d[b-f].. *)?>$/.test(code))).toEqual(
          [],
        );
      }
    });

    test("marks all that is drawn, once, as content of an element or as an artifact", async () => {
      const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
      const pdf = await loading.promise;
      const painting = new Set([
        OPS.showText,
        OPS.showSpacedText,
        OPS.constructPath,
        OPS.fill,
        OPS.stroke,
        OPS.eoFill,
      ]);
      // tens of thousands of operators: one expectation for those of a page
      for (let number = 1; number <= pdf.numPages; number++) {
        const { fnArray, argsArray } = await (await pdf.getPage(number)).getOperatorList();
        const tags = new Set<string>();
        const depths = new Set<number>();
        const painted = new Set<number>();
        let depth = 0;
        for (const [index, operator] of fnArray.entries()) {
          if (operator === OPS.beginMarkedContentProps) {
            const [tag] = argsArray[index] as [string, { MCID?: number } | null];
            tags.add(tag);
            depth++;
          }
          if (operator === OPS.endMarkedContent) depth--;
          if (painting.has(operator)) painted.add(depth);
          depths.add(depth);
        }
        for (const tag of tags) expect(tag).toMatch(/^(Artifact|H\d|P|Link|TH|TD|Figure)$/);
        expect([...painted]).toEqual([1]);
        expect([...depths].sort()).toEqual([0, 1]);
        expect(depth).toBe(0);
      }
      await loading.destroy();
    });

    test("leads from every mark and every link back to its element", () => {
      const parents = numbersIn(objects);
      const owners = new Set<unknown>();
      for (const page of pages) {
        expect(objects.in(page, "Tabs")).toBe("/S");
        for (const owner of parents.get(objects.in(page, "StructParents") as number) as unknown[])
          owners.add(owner);
      }
      for (const annotation of annotations) {
        const link = parents.get(objects.in(annotation, "StructParent") as number);
        expect(objects.in(link, "S")).toBe("/Link");
        const kids = objects.in(link, "K") as unknown[];
        expect(kids.map((kid) => objects.in(kid, "Obj"))).toContain(objects.in(annotation));
      }
      const withContent = all("Type", "MCR").length;
      expect(owners.size + withContent).toBeGreaterThan(200);
    });

    test("knows every header that a cell names", () => {
      const names = namesIn(at("StructTreeRoot", "IDTree", "Names"));
      for (const [name, element] of names) expect(objects.in(element, "ID")).toBe(name);
      const known = new Set(names.map(([name]) => name));
      const named = all("S", "TD").flatMap((cell) => (objects.in(cell, "A", "Headers") ?? []) as unknown[]);
      expect(named.length).toBeGreaterThan(100);
      for (const name of named) expect(known).toContain(objects.in(name));
    });

    test("has links that are printed, say where they lead, and lead somewhere", () => {
      const places = new Set(namesIn(at("Names", "Dests", "Names")).map(([name]) => name));
      expect(annotations.length).toBeGreaterThan(20);
      for (const annotation of annotations) {
        expect(objects.in(annotation, "Subtype")).toBe("/Link");
        expect(objects.in(annotation, "F")).toBe(4);
        expect(objects.in(annotation, "Contents")).toBeTruthy();
        expect(places).toContain(objects.in(annotation, "Dest"));
        expect((objects.in(annotation, "Border") as unknown[]).map((each) => objects.in(each))).toEqual([
          0, 0, 0,
        ]);
      }
    });

    test("has an outline that counts its items and leads to the left edge of their pages", () => {
      const all = outlineIn(objects, at("Outlines"));
      const counted = all.filter(({ below }) => below > 0);
      expect(at("Outlines", "Count")).toBe(all.filter(({ level }) => level === 1).length);
      for (const { item, below } of counted) expect(objects.in(item, "Count")).toBe(-below);
      for (const { item } of all) {
        expect(objects.in(item, "Dest", 1)).toBe("/XYZ");
        expect(objects.in(item, "Dest", 2)).toBe(0);
      }
      expect(new Set(all.map(({ item }) => objects.in(item, "Dest", 3))).size).toBeGreaterThan(5);
    });
  });
}

/** Whether every tag is closed where it should be. */
function wellFormed(xml: string): boolean {
  const open: (string | undefined)[] = [];
  for (const [, slash, name, end] of xml.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (slash) {
      if (open.pop() !== name) return false;
    } else if (!end) open.push(name);
  }
  return open.length === 0 && !/&(?!amp;|lt;|gt;|quot;|apos;)/.test(xml);
}

/** The parent tree, by key. */
function numbersIn(objects: Objects): ReadonlyMap<number, unknown> {
  const numbers = objects.at("StructTreeRoot", "ParentTree", "Nums") as unknown[];
  return new Map(
    numbers.flatMap((key, index) =>
      index % 2 === 0 ? [[objects.in(key) as number, objects.in(numbers[index + 1])]] : [],
    ),
  );
}

interface OutlineItem {
  readonly item: unknown;
  readonly level: number;
  /** how many items it has */
  readonly below: number;
}

/** All items of an outline, each before those below it. */
function outlineIn(objects: Objects, parent: unknown, level = 1): OutlineItem[] {
  const items: OutlineItem[] = [];
  for (let item = objects.in(parent, "First"); item !== undefined; item = objects.in(item, "Next")) {
    const below = outlineIn(objects, item, level + 1);
    items.push({ item, level, below: below.filter((each) => each.level === level + 1).length }, ...below);
  }
  return items;
}
