import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

/**
 * The program in one file, and beside it what V8 made of it: to find, read and compile several hundred files took a third
 * of the time of a build. `npm run prepare` makes both.
 */
export const BUNDLE = join(import.meta.dirname, "program.cjs");
export const COMPILED = `${BUNDLE}.compiled`;

/** What the program in one file gives. */
export type Program = typeof import("./run.js");

export interface Bundle {
  /** whether what V8 once made of it is used */
  readonly isCompiled: boolean;
  evaluate(): Program;
  /** What V8 has made of the program so far: of the functions that were called, too. */
  compiled(): Buffer;
}

/**
 * Has V8 optimize late: one document is done before optimized code has paid for its compiling, which took a quarter of the
 * time. Many are better off with it.
 */
export function optimizeLate(): void {
  setFlagsFromString("--interrupt-budget=4000000");
}

/**
 * Opens the bundle. What another V8 compiled, or this one with other settings, is not used: the program then only starts
 * later.
 */
export function openBundle(): Bundle {
  const cachedData = existsSync(COMPILED) ? readFileSync(COMPILED) : undefined;
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(BUNDLE, "latin1")}\n})`;
  const script = new Script(source, { filename: BUNDLE, ...(cachedData && { cachedData }) });
  return {
    isCompiled: script.cachedDataRejected === false,
    evaluate() {
      const module = { exports: {} };
      script.runInThisContext()(module.exports, createRequire(BUNDLE), module, BUNDLE, import.meta.dirname);
      return module.exports as Program;
    },
    compiled: () => script.createCachedData(),
  };
}
