import { expect, test } from "@jest/globals";
import { strToU8, unzipSync, zipSync } from "fflate";
import { sha256 } from "../../src/model/record.js";
import { packedAnew } from "../../src/render/zip.js";

const FILES = { "一.xml": strToU8("<预算>1001.90</预算>".repeat(500)), "b/c.txt": strToU8("乙") };

test("an archive is packed into the same bytes on every Node, on every day, however it was packed before", () => {
  const packed = [0, 9].map((level) =>
    packedAnew(zipSync(FILES, { level: level as 0 | 9, mtime: new Date(2023, level, 1) })),
  );
  const hashes = packed.map((archive) => sha256(archive));
  expect(hashes).toEqual(Array(2).fill("694fbca9093c36d746d02d7aadbdd67d8f1f7dc88452d6b1197c21189a9fce53"));
  expect(Object.keys(unzipSync(packed[0] ?? new Uint8Array()))).toEqual(Object.keys(FILES));
});
