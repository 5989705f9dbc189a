import { rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { attempted } from "../diagnostic/refusal.js";
import { writeOutput } from "../files/write/output.js";
import { type DataFile, dataFile, unitsIn } from "../project/data-files.js";
import { unitsNamed } from "../project/department-units.js";
import { readSchemas } from "../project/sources.js";
import { FONT_FILES } from "../render/fonts/fonts.js";
import bundle from "./bundle.cjs";
import { programText } from "./bundling.js";
import { pageFiles } from "./page-bundling.js";
import { READY_PAGE } from "./ready-desk.js";
import { READY_FONTS, readyFonts } from "./ready-fonts.js";
import {
  programSources,
  programTemplates,
  READY_SYNTAX,
  READY_VALUES,
  syntaxesOf,
  valuesOf,
} from "./ready-packs.js";
import { READY_PROGRAM, readyProgram } from "./ready-program.js";
import { allSchemas, EDITOR_SCHEMAS, editorSchema, packForms } from "./ready-schemas.js";
import { READY_VALIDATORS, validatorsOf } from "./ready-validators.js";

// `npm run prepare` makes once what no build need make again.

const { BUNDLE, COMPILED, openBundle } = bundle;
const PROGRAM = join(import.meta.dirname, "../..");
const TRIAL = "dist/trial";

const schemas = readSchemas(PROGRAM);
const forms = packForms(PROGRAM, schemas);
put(READY_VALIDATORS, validatorsOf(allSchemas(schemas, forms)));
for (const form of forms) put(join(EDITOR_SCHEMAS, `${form.name}.schema.json`), editorSchema(form));
put(READY_VALUES, valuesOf(programSources(PROGRAM)));
put(READY_SYNTAX, syntaxesOf(programTemplates(PROGRAM)));
put(READY_FONTS, readyFonts(FONT_FILES.map((file) => join(PROGRAM, "fonts", file))));
put(READY_PROGRAM, readyProgram());
for (const [name, content] of await pageFiles(join(PROGRAM, "src/web/page")))
  put(join(READY_PAGE, name), content);
put(BUNDLE, await programText(join(import.meta.dirname, "program.js"), dirname(BUNDLE)));
rmSync(COMPILED, { force: true });
put(COMPILED, await compile());

function put(file: string, content: string | Uint8Array): void {
  writeOutput(PROGRAM, relative(PROGRAM, file), Buffer.from(content));
}

/** What V8 makes of the program while it builds a disclosure that is there; whether it can build it is no matter. */
async function compile(): Promise<Uint8Array> {
  const opened = openBundle();
  const nobody = { write: () => true };
  const around = { stdout: nobody, stderr: nobody, env: {}, project: PROGRAM };
  const single = unitsIn(PROGRAM).find(({ unit, years }) => isSingle(dataFile(unit, Math.max(...years))));
  const choice = single ? ["--unit", single.unit] : ["--help"];
  await opened.evaluate().run([...choice, "--output", TRIAL], around);
  rmSync(join(PROGRAM, TRIAL), { recursive: true, force: true });
  return opened.compiled();
}

/** Whether the disclosure is of one unit: of many it would take as many times as long. What cannot be read is no trial. */
function isSingle({ file }: DataFile): boolean {
  return attempted(() => unitsNamed(PROGRAM, file).length) === 0;
}
