import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { proofread } from "../../src/proofread/proofread.js";
import { makeProject, PROGRAM } from "../project.js";
import { sampleOf } from "../sample.js";
import { copyOf, foundAfter } from "./reading.js";

const CASES = join(PROGRAM, "test/reports");
const cases = readdirSync(CASES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

test.each(sampleOf(cases, 3))("nothing is found in %s", (name) => {
  const project = makeProject(name === "sample" ? PROGRAM : join(CASES, name));
  const found = proofread(copyOf(project)).map(({ code, place }) => `${code} ${place?.file}`);
  expect(found).toEqual([]);
});

test("a unit's name may end with a number, behind which a tag prints the year", () => {
  const name = {
    file: "data/403008/2023.yaml",
    find: "名称: 三门峡市住房保障中心\n",
    replace: "名称: 三门峡市中心12\n",
  };
  expect(foundAfter([name])).toEqual([]);
});
