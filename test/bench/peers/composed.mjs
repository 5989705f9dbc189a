import { existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import bundle from "../../../dist/startup/bundle.cjs";
import { programText } from "../../../dist/startup/bundling.js";
import { openReport } from "../print-report.mjs";

const ENTRY = fileURLToPath(new URL("../print-report.mjs", import.meta.url));
const COLD = fileURLToPath(new URL("../print-report.cjs", import.meta.url));
const STARTUP = dirname(bundle.BUNDLE);

export const REPORT = "report.bin";

/** This program from the composed report on: the work that the others do, without reading, checking and composing. */
export async function open({ folder, fonts }) {
  return { print: openReport(join(folder, REPORT), fonts), async close() {} };
}

/** Makes one file of it, and has V8 compile it, as `npm run prepare` does with the whole program. */
export async function prepare({ folder, fonts }) {
  const file = bundleIn(folder);
  if (existsSync(file)) return;
  writeFileSync(file, await programText(ENTRY, STARTUP));
  const opened = bundle.openBundle(file);
  await opened.evaluate().openReport(join(folder, REPORT), fonts)();
  writeFileSync(`${file}.compiled`, opened.compiled());
}

export function command({ folder, fonts, output }) {
  return [process.execPath, [COLD, bundleIn(folder), join(folder, REPORT), fonts, output]];
}

function bundleIn(folder) {
  return join(folder, "print-report.cjs");
}
