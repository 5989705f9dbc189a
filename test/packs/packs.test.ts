import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { buildAnewIn, buildIn, makeProject, PROGRAM } from "../project.js";
import { sampleOf } from "../sample.js";
import { ALL_SAMPLES, PACK_SAMPLES } from "./packs.js";

test("every format has a sample", () => {
  const packs = readdirSync(join(PROGRAM, "templates"));
  expect(PACK_SAMPLES.map(({ pack }) => pack).sort()).toEqual(packs.sort());
});

describe.each(sampleOf(ALL_SAMPLES, 3))("$pack", ({ folder, data }) => {
  test("gives the same bytes from the same data", async () => {
    const [one, other] = [makeProject(folder), makeProject(folder)];
    const { file } = await buildIn(one, { data, output: "out" });
    await buildAnewIn(other, { data, output: "out" });
    const [first, second] = [one, other].map((project) => readFileSync(join(project, file)));
    expect(second?.equals(first ?? Buffer.of())).toBe(true);
  });
});
