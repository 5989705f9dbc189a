import { provideSyntax } from "../model/template.js";
import { provideValidators } from "../validate/schema/validators.js";
import type { Prepared } from "../work/build.js";
import { provideValues } from "../yaml/shared.js";
import { readyFont } from "./ready-fonts.js";
import { readySyntax, readyValue } from "./ready-packs.js";
import { preparedProgram } from "./ready-program.js";
import { readyValidator } from "./ready-validators.js";

/**
 * Has the rooms use what `npm run prepare` has made, which alone this folder knows of, and gives what the program is
 * opened with. Where something is not ready, or no longer fits, they make it themselves.
 */
export function installReady(): Prepared {
  provideValues(readyValue);
  provideSyntax(readySyntax);
  provideValidators(readyValidator);
  const thread = new URL("./unit-thread.cjs", import.meta.url);
  return { fonts: readyFont, thread, program: preparedProgram() };
}
