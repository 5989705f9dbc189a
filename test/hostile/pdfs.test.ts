import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, deflateSync } from "node:zlib";
import { afterAll, expect, test } from "@jest/globals";
import { Refusal } from "../../src/diagnostic.js";
import { extract } from "../../src/extract/extract.js";
import { scriptOfPdf } from "../../src/extract/pdf.js";

const folder = mkdtempSync(join(tmpdir(), "disclosure-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Bytes = string | Uint8Array;

function pdf(...objects: readonly (readonly Bytes[])[]): Uint8Array {
  const numbered = objects.flatMap((object, index) => [`${index + 1} 0 obj\n`, ...object, "\nendobj\n"]);
  const end = "trailer\n<< /Root 1 0 R >>\n%%EOF\n";
  return Buffer.concat(["%PDF-1.7\n", ...numbered, end].map((each) => Buffer.from(each)));
}

function stream(data: Bytes, entries = ""): readonly Bytes[] {
  const bytes = Buffer.from(data);
  return [`<< /Length ${bytes.length} ${entries} >>\nstream\n`, bytes, "\nendstream"];
}

const CATALOG = ["<< /Type /Catalog /Pages 2 0 R >>"];
const ONE_PAGE = ["<< /Type /Pages /Kids [3 0 R] /Count 1 >>"];
const PAGE = ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"];

/** A few kilobytes that say four gigabytes of blanks: a block of them again and again, and that compressed once more. */
function bomb(): Uint8Array {
  const block = deflateSync(Buffer.alloc(2 ** 20, " "), { finishFlush: constants.Z_FULL_FLUSH });
  const [head, body] = [block.subarray(0, 2), block.subarray(2)];
  return deflateSync(Buffer.concat([head, ...Array.from({ length: 4096 }, () => body)]));
}

const MANY = Array.from({ length: 501 }, (_, index) => `${index + 3} 0 R`);
const EMPTY_PAGE = ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"];

const HOSTILE: readonly (readonly [what: string, bytes: Uint8Array, says: RegExp])[] = [
  [
    "4 GB of blanks in a few kilobytes",
    pdf(CATALOG, ONE_PAGE, PAGE, stream(bomb(), "/Filter [/FlateDecode /FlateDecode]")),
    /用的内存太多|还没有读完/,
  ],
  [
    "pages that hold each other",
    pdf(CATALOG, ["<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]),
    /没有一个读得出的字/,
  ],
  [
    "501 pages",
    pdf(CATALOG, [`<< /Type /Pages /Kids [${MANY.join(" ")}] /Count 501 >>`], ...MANY.map(() => EMPTY_PAGE)),
    /超过 500 页/,
  ],
];

test.each(HOSTILE)("%s: refused in bounded time and memory", async (_, bytes, says) => {
  const before = process.memoryUsage.rss();
  const refusal = await extract({ kind: "pdf", file: "坏.pdf", bytes }).catch((error) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal.message).toMatch(says);
  expect(process.memoryUsage.rss() - before).toBeLessThan(1.5 * 1024 ** 3);
});

test("a page that takes for ever is given up", async () => {
  const bytes = pdf(CATALOG, ONE_PAGE, PAGE, stream("q\n".repeat(100_000)));
  expect(await scriptOfPdf(bytes, 3000)).toEqual({ kind: "unreadable", obstacle: "too slow" });
});
