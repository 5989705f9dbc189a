import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { proofread } from "../../src/proofread/proofread.js";
import { makeProject, PROGRAM } from "../project.js";
import { copyOf } from "./reading.js";

const CASES = join(PROGRAM, "test/reports");
const cases = readdirSync(CASES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

test.each(cases)("nothing is found in %s", (name) => {
  const project = makeProject(name === "sample" ? PROGRAM : join(CASES, name));
  const found = proofread(copyOf(project)).map(({ code, place }) => `${code} ${place?.file}`);
  expect(found).toEqual([]);
});
