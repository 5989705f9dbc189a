import { TestEnvironment } from "jest-environment-node";

/** What is known by its constructor, and where the process is: one and the same on both sides. */
const SHARED = ["Date", "Error", "Map", "RangeError", "Set", "SyntaxError", "TypeError", "process"];

/** Where a test file runs: around it a world of its own, but the program that it calls is loaded by Node, as officers' is. */
export default class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    for (const name of SHARED) this.global[name] = globalThis[name];
    this.global.loadedByNode = (url) => import(url);
  }
}
