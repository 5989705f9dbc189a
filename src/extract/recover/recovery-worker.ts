import { parentPort, workerData } from "node:worker_threads";
import { recoverDocx } from "./docx-tables.js";
import type { Recovery } from "./recover.js";
import { recoverWorkbook } from "./workbook-tables.js";

const ZIP = "PK\u0003\u0004";

/** What is recovered of a workbook or a Word document, or of the text of a CSV, in the thread that asks. */
export function recoveryOf(content: Uint8Array | string): Recovery {
  try {
    return isDocx(content) ? recoverDocx(content) : recoverWorkbook(content);
  } catch (error) {
    const isEncrypted = /password|encrypt/i.test(String(error));
    return { kind: "unreadable", obstacle: isEncrypted ? "encrypted" : "damaged" };
  }
}

function isDocx(content: Uint8Array | string): content is Uint8Array {
  if (typeof content === "string") return false;
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return bytes.subarray(0, ZIP.length).toString("latin1") === ZIP && bytes.includes("word/document.xml");
}

/** Runs in a thread of its own, so that a file made to exhaust its reader can be given up. */
parentPort?.postMessage(recoveryOf(workerData));
