import { expect, test } from "@jest/globals";
import type { Marked } from "../../src/model/report.js";
import { renderPdf } from "../../src/render/pdf/pdf.js";
import { SAMPLE } from "../packs/packs.js";
import { examineIn, makeProject, program } from "../project.js";
import { holdAgainstStandards, publishedOf } from "./conformance.js";
import { contentOf, namesIn, openObjects } from "./objects.js";

const published = await publishedOf(SAMPLE);
const { report } = await examineIn(makeProject(), { data: SAMPLE.data, output: "out" });
const blocks = report.parts.flatMap((part) => part.blocks).slice(3, 9);
const marked: Marked = new Map(blocks.map((block) => [block, "whole"]));
const review = await renderPdf(report, program.fonts, { marked, watermark: "审阅" });
const FILES = [
  { name: "the publication", bytes: published, objects: await openObjects(published) },
  { name: "a copy for review", bytes: review.bytes, objects: await openObjects(review.bytes) },
];

holdAgainstStandards(FILES);

test("nothing of the publication is transparent", () => {
  const [{ objects }] = FILES as [(typeof FILES)[0]];
  for (const state of objects.all("Type", "ExtGState")) {
    for (const key of ["ca", "CA"]) expect([1, undefined]).toContain(objects.in(state, key));
    for (const key of ["SMask", "BM"]) expect(objects.in(state, key)).toBeUndefined();
  }
});

test("the data is embedded and associated with the publication, and not with a copy for review", () => {
  const [{ objects }, copy] = FILES as [(typeof FILES)[0], (typeof FILES)[0]];
  const files = namesIn(objects.at("Names", "EmbeddedFiles", "Names"));
  expect(files.map(([name]) => name)).toEqual(["datapackage.json", "figures.csv"]);
  const associated = objects.at("AF") as unknown[];
  expect(associated.map((each) => objects.in(each, "UF"))).toEqual(files.map(([name]) => name));
  for (const file of associated) {
    expect(objects.in(file, "AFRelationship")).toBe("/Data");
    expect(objects.in(file, "F")).toBe(objects.in(file, "UF"));
    expect(objects.in(file, "EF", "F", "Subtype")).toMatch(/^\/(application\/json|text\/csv)$/);
    const content = contentOf(objects.in(file, "EF", "F"));
    expect(objects.in(file, "EF", "F", "Params", "Size")).toBe(content.length);
    expect(objects.in(file, "EF", "F", "Params", "ModDate")).toBe("D:20230101000000Z");
  }
  expect(copy.objects.at("AF")).toBeUndefined();
});

test("the publication is smaller than 450 KB", () => {
  expect(published.length).toBeLessThan(450_000);
});
