import { expect, test } from "@jest/globals";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { extract } from "../../src/extract/extract.js";

export type Bytes = string | Uint8Array;

export function pdf(...objects: readonly (readonly Bytes[])[]): Uint8Array {
  const numbered = objects.flatMap((object, index) => [`${index + 1} 0 obj\n`, ...object, "\nendobj\n"]);
  const end = "trailer\n<< /Root 1 0 R >>\n%%EOF\n";
  return Buffer.concat(["%PDF-1.7\n", ...numbered, end].map((each) => Buffer.from(each)));
}

export function stream(data: Bytes, entries = ""): readonly Bytes[] {
  const bytes = Buffer.from(data);
  return [`<< /Length ${bytes.length} ${entries} >>\nstream\n`, bytes, "\nendstream"];
}

export const CATALOG = ["<< /Type /Catalog /Pages 2 0 R >>"];
export const ONE_PAGE = ["<< /Type /Pages /Kids [3 0 R] /Count 1 >>"];
export const PAGE = ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"];

/** That each of these files is refused in bounded time and memory, and what is said of it. */
export function refuseAll(
  files: readonly (readonly [what: string, bytes: Uint8Array, says: RegExp])[],
): void {
  test.each(files)("%s: refused in bounded time and memory", async (_, bytes, says) => {
    const before = process.memoryUsage.rss();
    const refusal = await extract({ kind: "pdf", file: "坏.pdf", bytes }).catch((error) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal.message).toMatch(says);
    expect(process.memoryUsage.rss() - before).toBeLessThan(1.5 * 1024 ** 3);
  });
}
