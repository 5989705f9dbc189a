// A process that claims one new file: node writer.mjs project file mark. Ends with 1, and says why, when refused.
import { writeNew } from "../../dist/files/write/new-file.js";

const [project, file, mark] = process.argv.slice(2);

try {
  writeNew(project, file, new Uint8Array(400_000).fill(Number(mark)), []);
} catch (error) {
  process.stderr.write(error.message);
  process.exitCode = 1;
}
