import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { BUNDLE, COMPILED, openBundle, optimizeLate } from "./bundle.js";
import { bundle } from "./bundling.js";
import { readyValues } from "./read/ready-values.js";
import { programSources, readSchemas } from "./read/sources.js";
import { validatorsAsCode } from "./validate/validators.js";

// `npm run prepare` makes once what no build need make again.

const PROGRAM = join(import.meta.dirname, "..");

prepareValidators();
prepareValues();
rmSync(COMPILED, { force: true });
writeFileSync(BUNDLE, await bundle(join(PROGRAM, "dist/run.js"), dirname(BUNDLE)), "latin1");
writeFileSync(COMPILED, await compile());

/** The validators of the JSON Schemas. */
function prepareValidators(): void {
  const code = validatorsAsCode(Object.values(readSchemas(PROGRAM)));
  writeFileSync(join(PROGRAM, "dist/validate/ready-validators.cjs"), code);
}

/** The values of the template packs and the code lists; a file with faults is not among them. */
function prepareValues(): void {
  const file = join(PROGRAM, "dist/ready-values.json");
  rmSync(file, { force: true });
  writeFileSync(file, readyValues(programSources(PROGRAM)));
}

/** What V8 makes of the program while it builds the disclosures that are there; whether it can build them is no matter. */
async function compile(): Promise<Buffer> {
  optimizeLate();
  const opened = openBundle();
  const project = mkdtempSync(join(tmpdir(), "prepare-"));
  const nobody = { write: () => true };
  try {
    for (const folder of ["data", "templates"]) {
      if (existsSync(join(PROGRAM, folder)))
        cpSync(join(PROGRAM, folder), join(project, folder), { recursive: true });
    }
    await opened.evaluate().run([], { stdout: nobody, stderr: nobody, env: {}, project });
    return opened.compiled();
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}
