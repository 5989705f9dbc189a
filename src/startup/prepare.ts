import { rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { writeOutput } from "../files/write/output.js";
import { readySyntax, READY_SYNTAX as SYNTAX } from "../model/template-syntax.js";
import { type DataFile, dataFile, unitsIn } from "../project/data-files.js";
import { programSources, programTemplates, readSchemas } from "../project/sources.js";
import { unitsNamed } from "../project/units.js";
import { measureFont } from "../render/fonts/font-file.js";
import { FONT_FILES } from "../render/fonts/fonts.js";
import { READY_FONTS as FONTS, type ReadyFont, readyFonts } from "../render/fonts/ready-fonts.js";
import { READY_VALIDATORS as VALIDATORS, validatorsAsCode } from "../validate/schema/validators.js";
import { readyValues, READY_VALUES as VALUES } from "../yaml/ready-values.js";
import bundle from "./bundle.cjs";
import { programText } from "./bundling.js";

// `npm run prepare` makes once what no build need make again.

const { BUNDLE, COMPILED, openBundle, optimizeLate } = bundle;
const PROGRAM = join(import.meta.dirname, "../..");
/** Where the disclosure goes that is built to see what the program does. */
const TRIAL = "dist/trial";

for (const old of [VALUES, SYNTAX, FONTS, COMPILED]) rmSync(old, { force: true });
put(VALIDATORS, validatorsAsCode(Object.values(readSchemas(PROGRAM))));
put(VALUES, readyValues(programSources(PROGRAM)));
put(SYNTAX, readySyntax(programTemplates(PROGRAM)));
put(FONTS, readyFonts(FONT_FILES.flatMap(measured)));
put(BUNDLE, await programText(join(PROGRAM, "dist/cli/run.js"), dirname(BUNDLE)));
put(COMPILED, await compile());

function put(file: string, content: string | Uint8Array): void {
  writeOutput(PROGRAM, relative(PROGRAM, file), Buffer.from(content));
}

/** None where a font cannot be read, which a build tells. */
function measured(file: string): readonly ReadyFont[] {
  try {
    return [measureFont(join(PROGRAM, "fonts", file))];
  } catch {
    return [];
  }
}

/** What V8 makes of the program while it builds a disclosure that is there; whether it can build it is no matter. */
async function compile(): Promise<Uint8Array> {
  optimizeLate();
  const opened = openBundle();
  const nobody = { write: () => true };
  const around = { stdout: nobody, stderr: nobody, env: {}, project: PROGRAM };
  const single = unitsIn(PROGRAM).find(
    ({ unit, years }) => !isDepartment(dataFile(unit, Math.max(...years))),
  );
  const choice = single ? ["--unit", single.unit] : ["--help"];
  await opened.evaluate().run([...choice, "--output", TRIAL], around);
  rmSync(join(PROGRAM, TRIAL), { recursive: true, force: true });
  return opened.compiled();
}

/** Whether the disclosure is of many units, which would take as many times as long; what cannot be read is no trial. */
function isDepartment({ file }: DataFile): boolean {
  try {
    return unitsNamed(PROGRAM, file).length > 0;
  } catch {
    return true;
  }
}
