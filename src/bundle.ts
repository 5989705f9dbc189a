import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { constants, Script } from "node:vm";

/**
 * The program in one file, and beside it what V8 made of it: to find, read and compile several hundred files took a third
 * of the time of a build. `npm run prepare` makes both.
 */
export const BUNDLE = fileURLToPath(new URL("../dist/program.cjs", import.meta.url));
export const COMPILED = `${BUNDLE}.compiled`;

/** What the program in one file gives. */
export type Program = typeof import("./run.js");

export interface Bundle {
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
  const script = new Script(source, {
    filename: BUNDLE,
    ...(cachedData && { cachedData }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  return {
    evaluate() {
      const module = { exports: {} };
      const wrapper = script.runInThisContext();
      wrapper(
        module.exports,
        createRequire(BUNDLE),
        module,
        BUNDLE,
        fileURLToPath(new URL(".", `file://${BUNDLE}`)),
      );
      return module.exports as Program;
    },
    compiled: () => script.createCachedData(),
  };
}
