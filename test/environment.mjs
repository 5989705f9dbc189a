import { TestEnvironment } from "jest-environment-node";
import { optimizeLate } from "../dist/startup/bundle.cjs";

/** What is known by its constructor, and where the process is: one and the same on both sides. */
const SHARED = ["Date", "Error", "Map", "RangeError", "Set", "SyntaxError", "TypeError", "process"];

const READER = "/pdfjs-dist/legacy/build/pdf.mjs";
const { parse, stringify } = JSON;
const { push } = Array.prototype;

// tests do many things a few times each, as a build does
optimizeLate();

/** Where a test file runs: around it a world of its own, but the program that it calls is loaded by Node, as officers' is. */
export default class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    for (const name of SHARED) this.global[name] = globalThis[name];
    this.global.loadedByNode = loadedByNode;
  }
}

/**
 * The reader of PDFs exchanges functions that all the program calls often for slow ones of its own, which older engines
 * need. Officers' builds run without it, so that Node's own are put back.
 */
async function loadedByNode(url) {
  const module = await import(url);
  // it would be loaded with the first PDF, and exchange them again
  if (url.endsWith(READER)) await import(new URL("pdf.worker.mjs", url).href);
  Object.assign(JSON, { parse, stringify });
  Array.prototype.push = push;
  return module;
}
