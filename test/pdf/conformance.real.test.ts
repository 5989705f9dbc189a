import { expect, test } from "@jest/globals";
import type { Marked } from "../../src/model/report.js";
import { renderPdf } from "../../src/render/pdf/pdf.js";
import { ALL_SAMPLES, SAMPLE } from "../packs/packs.js";
import { examineIn, makeProject, program } from "../project.js";
import { holdAgainstStandards, type PdfFile, publishedOf } from "./conformance.js";
import { openObjects } from "./objects.js";

const files: PdfFile[] = [];
for (const sample of ALL_SAMPLES.filter((each) => each !== SAMPLE)) {
  const bytes = await publishedOf(sample);
  files.push({ name: sample.name, bytes, objects: await openObjects(bytes) });
}
const copy = await copyForReview();

holdAgainstStandards([...files, copy]);

test("no data is associated with a copy for review", () => {
  expect(copy.objects.at("AF")).toBeUndefined();
});

async function copyForReview(): Promise<PdfFile> {
  const { report } = await examineIn(makeProject(), { data: SAMPLE.data, output: "out" });
  const blocks = report.parts.flatMap((part) => part.blocks).slice(3, 9);
  const marked: Marked = new Map(blocks.map((block) => [block, "whole"]));
  const { bytes } = await renderPdf(report, program.fonts, { marked, watermark: "审阅" });
  return { name: "a copy for review", bytes, objects: await openObjects(bytes) };
}
