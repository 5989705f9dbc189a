import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDict, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFString } from "@cantoo/pdf-lib";
import { describe, expect, test } from "@jest/globals";
import { ALL_SAMPLES, type PackSample, SHUXI } from "../packs/packs.js";
import { buildIn, makeProject } from "../project.js";
import { sampleOf } from "../sample.js";
import { contentOf, keysOf, openObjects } from "./objects.js";
import { nameIn, numberIn, readRaw } from "./raw-file.js";
import { readPdf } from "./read.js";
import { elementsIn, readTagged, type StructureNode } from "./structure.js";

/** Every object within the file's objects, however deep. */
function* within(object: unknown): Iterable<unknown> {
  yield object;
  if (object instanceof PDFRawStream) yield* within(object.dict);
  else if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) {
      yield key;
      yield* within(value);
    }
  } else if (typeof object === "object" && object && "asArray" in object) {
    for (const each of (object as { asArray(): PDFObject[] }).asArray()) yield* within(each);
  }
}

/** Keys of what an archive does not take: actions, forms, scripts, layers, presentations, and what changes colours. */
const FORBIDDEN = [
  ..."AA JS OpenAction AcroForm Perms OCProperties OC AlternatePresentations PresSteps Requirements".split(
    " ",
  ),
  ..."NeedsRendering XFA Alternates OPI Ref PS TR TR2 HTP HTO Interpolate RichMediaContent".split(" "),
];

/** What an element may have directly within it (ISO 32000-1, 14.8.4; Matterhorn protocol, 09). */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  Document: ["H1", "H2", "H3", "H4", "P", "TOC", "Table"],
  TOC: ["TOCI", "TOC"],
  TOCI: ["Reference"],
  Reference: ["Link"],
  Table: ["Caption", "THead", "TBody"],
  Caption: ["P"],
  THead: ["TR"],
  TBody: ["TR"],
  TR: ["TH", "TD"],
  P: ["Link"],
};

async function printed({ name, folder, data }: PackSample) {
  const project = makeProject(folder);
  const { file } = await buildIn(project, { data, output: "out" });
  const bytes = readFileSync(join(project, file));
  const objects = await openObjects(bytes);
  const raw = readRaw(bytes);
  const { root } = await readTagged(bytes);
  const { pages: read } = await readPdf(bytes);
  const isContinued = read.some(({ items }) => items.some(({ text }) => text.includes("续表")));
  const indirect = objects.file.context.enumerateIndirectObjects().map(([, object]) => object);
  const pages = objects.file.getPages().map((page) => page.node);

  const contentsOf = (page: unknown): string => {
    const held = objects.in(page, "Contents");
    const parts = Array.isArray(held) ? held : [objects.in(page, "Contents")];
    return parts.map((part) => Buffer.from(contentOf(objects.in(part))).toString("latin1")).join("\n");
  };
  return { name, bytes, objects, raw, root, indirect, pages, contentsOf, isContinued };
}

const FILES: Awaited<ReturnType<typeof printed>>[] = [];
for (const sample of sampleOf(ALL_SAMPLES, 3)) FILES.push(await printed(sample));

describe.each(FILES)(
  "$name",
  ({ name, bytes, objects, raw, root, indirect, pages, contentsOf, isContinued }) => {
    const everything = indirect.flatMap((object) => [...within(object)]);
    const streams = indirect.filter((object) => object instanceof PDFRawStream);

    describe("for an archive (ISO 19005-3)", () => {
      test("the file says that it is binary, and nothing follows its end (6.1.2, 6.1.3)", () => {
        const text = bytes.toString("latin1");
        expect(text).toMatch(/^%PDF-1\.7\n%[\x80-\xff]{4,}\n/);
        expect(text.endsWith("%%EOF\n")).toBe(true);
        expect(text.match(/%%EOF/g)).toHaveLength(1);
      });

      test("all streams are in the file, packed in one way, and as long as they say (6.1.7)", () => {
        expect(streams.length).toBeGreaterThan(pages.length);
        for (const stream of streams) {
          expect(["/FlateDecode", undefined]).toContain(objects.in(stream, "Filter"));
          expect(objects.in(stream, "Length")).toBe((stream as PDFRawStream).contents.length);
          expect(keysOf((stream as PDFRawStream).dict)).toEqual(
            expect.not.arrayContaining(["F", "FFilter", "FDecodeParms"]),
          );
        }
      });

      test("every object is where the cross-reference stream says, and nothing else is in the file (6.1.4, 6.1.9)", () => {
        const { references, plain, packed, trailer, between } = raw;
        expect(between).toMatch(/^%PDF-1\.7\n%[\x80-\xff]{4,}\n$/);
        expect(references).toHaveLength(numberIn(trailer, "Size"));
        expect(references[0]).toEqual({ kind: "free" });
        const said = references.slice(1).map((each, index) => ({ number: index + 1, ...each }));
        const there = [
          ...plain.map(({ number }) => ({ number, kind: "plain" })),
          ...packed.map(({ number, stream }) => ({ number, kind: "packed", stream })),
        ].sort((a, b) => a.number - b.number);
        expect(there).toEqual(
          said.map(({ number, kind, ...more }) => ({
            number,
            kind,
            ...("stream" in more && { stream: more.stream }),
          })),
        );
        for (const each of said) if (each.kind === "plain") expect(each.generation).toBe(0);
        const places = new Map<number, number>();
        for (const { number, stream } of packed) {
          const index = places.get(stream) ?? 0;
          expect(references[number]).toEqual({ kind: "packed", stream, index });
          places.set(stream, index + 1);
        }
        expect(plain.at(-1)).toEqual(trailer);
      });

      test("the cross-reference stream is a trailer: it has an ID, and the file is whole and not encrypted (6.1.3)", () => {
        const { trailer, plain } = raw;
        expect(nameIn(trailer, "Type")).toBe("XRef");
        expect(trailer.text).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/);
        for (const key of ["Encrypt", "Prev", "XRefStm", "Index", "DecodeParms"])
          expect(trailer.text).not.toContain(`/${key}`);
        for (const key of ["Root", "Info"]) expect(trailer.text).toMatch(new RegExp(`/${key} \\d+ 0 R\n`));
        expect(plain.filter((each) => nameIn(each, "Type") === "XRef")).toEqual([trailer]);
      });

      test("streams stand by themselves, and what they say of their length is no object (6.1.7; ISO 32000-1, 7.5.7)", () => {
        const { plain, packed } = raw;
        expect(packed.length).toBeGreaterThan(500);
        for (const object of plain) {
          expect(object.content).toBeDefined();
          expect(numberIn(object, "Length")).toBe(object.content?.length);
        }
        for (const { text } of packed) expect(text).not.toMatch(/\bendobj\b|\/Length\b/);
        for (const each of plain.filter((each) => nameIn(each, "Type") === "ObjStm")) {
          expect(nameIn(each, "Filter")).toBe("FlateDecode");
          expect(each.text).not.toContain("/Extends");
        }
      });

      test("no name and no text is longer than allowed (6.1.13)", () => {
        const names = everything.flatMap((each) => (each instanceof PDFName ? [each.decodeText()] : []));
        for (const name of new Set(names)) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(127);
        const texts = everything.flatMap((each) =>
          each instanceof PDFString || each instanceof PDFHexString ? [each.asBytes()] : [],
        );
        expect(texts.length).toBeGreaterThan(100);
        for (const text of texts) expect(text.length).toBeLessThanOrEqual(32_767);
        expect(indirect.length).toBeLessThanOrEqual(8_388_607);
      });

      test("there is nothing that acts, changes or hides (6.1.11, 6.3, 6.4, 6.5, 6.9, 6.10, 6.11)", () => {
        const dictionaries = everything.filter((each) => each instanceof PDFDict);
        const keys = new Set(dictionaries.flatMap(keysOf));
        expect(keys).toContain("StructParents");
        for (const key of FORBIDDEN) expect(keys).not.toContain(key);
        for (const annotation of objects.all("Type", "Annot")) expect(keysOf(annotation)).not.toContain("A");
        expect(new Set(objects.all("Type", "Annot").map((each) => objects.in(each, "Subtype")))).toEqual(
          new Set(["/Link"]),
        );
      });

      test("colours are of the kind that the output profile is for, and there are no pictures (6.2.4, 6.2.8)", () => {
        for (const page of pages) {
          const drawn = contentsOf(page);
          expect(drawn).not.toMatch(/(?:^|\s)(?:k|K|sh|Do|ri|BI)\s/);
          const spaces = [...drawn.matchAll(/(\S+)\s+(?:cs|CS)\s/g)].map(([, space]) => space);
          expect(new Set(spaces)).toEqual(new Set(["/DeviceRGB"]));
        }
        expect(objects.all("Type", "XObject")).toEqual([]);
      });

      test("pages name their fonts themselves and save no state deeper than allowed (6.1.13, 6.2.2)", () => {
        for (const page of pages) {
          const drawn = contentsOf(page);
          const used = new Set([...drawn.matchAll(/\/(F\d+) [\d.]+ Tf/g)].map(([, name]) => name));
          expect(keysOf(objects.in(page, "Resources", "Font")).sort()).toEqual([...used].sort());
          let depth = 0;
          for (const [operator] of drawn.matchAll(/(?<=^|\s)[qQ](?=\s|$)/g)) {
            depth += operator === "q" ? 1 : -1;
            expect(depth).toBeGreaterThanOrEqual(0);
            expect(depth).toBeLessThanOrEqual(28);
          }
          expect(depth).toBe(0);
        }
      });

      test("XMP is not said to be of any length or encoding (6.6.2.1)", () => {
        const xmp = Buffer.from(contentOf(objects.at("Metadata"))).toString("utf8");
        expect(xmp).toMatch(/^<\?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"\?>/);
        expect(/<\?xpacket[^?]*/.exec(xmp)?.[0]).not.toMatch(/bytes=|encoding=/);
        expect(xmp.trimEnd()).toMatch(/<\?xpacket end="[rw]"\?>$/);
        expect(objects.at("Metadata", "Type")).toBe("/Metadata");
        expect(objects.at("Metadata", "Subtype")).toBe("/XML");
      });
    });

    describe("for those who do not see the pages (ISO 14289-1)", () => {
      test("elements are of the kinds that readers know, and stand where they may", () => {
        expect(objects.at("StructTreeRoot", "RoleMap")).toBeUndefined();
        expect(root.type).toBe("Document");
        const visit = ({ type, kids }: StructureNode): void => {
          for (const kid of kids) {
            if (typeof kid === "string") continue;
            expect([type, WITHIN[type] ?? []]).toEqual([type, expect.arrayContaining([kid.type])]);
            visit(kid);
          }
        };
        visit(root);
      });

      test("every element knows the one that it is in", () => {
        const elements = indirect.filter(
          (object) => object instanceof PDFDict && objects.in(object, "S") && objects.in(object, "P"),
        );
        expect(elements.length).toBeGreaterThan(500);
        for (const element of elements) {
          const held = objects.in(objects.in(element, "P"), "K");
          const kids = (Array.isArray(held) ? held : [held]).map((kid) => objects.in(kid));
          expect(kids.some((kid) => kid === element)).toBe(true);
        }
      });

      test("a table has one caption, which comes first, one head and rows that all have cells", () => {
        for (const table of elementsIn(root, "Table")) {
          const kinds = table.kids.map((kid) => (typeof kid === "string" ? kid : kid.type));
          // a form has no head: its labels stand among what is said
          const isForm = name === SHUXI.name && !kinds.includes("THead");
          expect(kinds).toEqual(["Caption", ...(isForm ? [] : ["THead"]), "TBody"]);
          for (const row of elementsIn(table, "TR")) expect(row.kids.length).toBeGreaterThan(0);
        }
      });

      test("only what is drawn for pages or for the eye is an artifact, and says so", () => {
        const kinds = pages.flatMap((page) =>
          [...contentsOf(page).matchAll(/\/Artifact <<(.*?)>> BDC/g)].map(([, says]) => says),
        );
        const [lines, footer, continuation] = [
          "/Type /Layout",
          "/Type /Pagination /Subtype /Footer",
          "/Type /Pagination",
        ];
        expect(new Set(kinds)).toEqual(new Set([lines, footer, ...(isContinued ? [continuation] : [])]));
      });
    });
  },
);
