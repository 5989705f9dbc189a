import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { expectFile } from "../golden.js";
import { PROGRAM } from "../project.js";
import { DOCUMENTS } from "./documents.js";

test.each(Object.keys(DOCUMENTS))("%s says what the code says", (name) => {
  expectFile(join(PROGRAM, name), DOCUMENTS[name]?.() ?? "");
});

test("every code has a case that shows what is printed", () => {
  const sections = (DOCUMENTS["docs/errors.md"]?.() ?? "").split(/^## /m).slice(1);
  const bare = sections
    .filter((section) => !section.includes("```"))
    .map((section) => section.split("\n")[0]);
  expect(bare).toEqual([]);
});
