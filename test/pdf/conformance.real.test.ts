import { PACK_SAMPLES, SAMPLE } from "../packs/packs.js";
import { holdAgainstStandards, type PdfFile, publishedOf } from "./conformance.js";
import { openObjects } from "./objects.js";

const files: PdfFile[] = [];
for (const sample of PACK_SAMPLES.filter((each) => each !== SAMPLE)) {
  const bytes = await publishedOf(sample);
  files.push({ name: sample.name, bytes, objects: await openObjects(bytes) });
}

holdAgainstStandards(files);
