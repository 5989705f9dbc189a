import { expect, test } from "@jest/globals";
import { disagreements } from "./agreement.js";
import { caseNames, correctIn, editedProject, evidenceOf, readCase } from "./correction-case.js";

test.each(caseNames())("%s: what is listed is what differs between the PDFs", async (name) => {
  const published = await editedProject(name);
  const result = await correctIn(published);
  if (result.corrections.length === 0) return;
  expect(disagreements(await evidenceOf(published, result, readCase(name).moves))).toEqual([]);
});
