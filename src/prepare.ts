import { join } from "node:path";
import { readSchemas } from "./read/sources.js";
import { validatorsAsCode } from "./validate/validators.js";
import { writeOutput } from "./write/output.js";

/** `npm run prepare` makes the validators of the JSON Schemas once, so that no build need compile them. */
const program = join(import.meta.dirname, "..");
const code = validatorsAsCode(Object.values(readSchemas(program)));
writeOutput(program, "dist/validate/ready-validators.cjs", Buffer.from(code));
