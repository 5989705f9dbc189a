import { expect, test } from "@jest/globals";
import { SAMPLE } from "../packs/packs.js";
import { holdAgainstStandards, publishedOf } from "./conformance.js";
import { contentOf, namesIn, openObjects } from "./objects.js";

const published = await publishedOf(SAMPLE);
const objects = await openObjects(published);

holdAgainstStandards([{ name: "the publication", bytes: published, objects }]);

test("nothing of the publication is transparent", () => {
  for (const state of objects.all("Type", "ExtGState")) {
    for (const key of ["ca", "CA"]) expect([1, undefined]).toContain(objects.in(state, key));
    for (const key of ["SMask", "BM"]) expect(objects.in(state, key)).toBeUndefined();
  }
});

test("the data is embedded and associated with the publication", () => {
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
});

test("the publication is smaller than 450 KB", () => {
  expect(published.length).toBeLessThan(450_000);
});
