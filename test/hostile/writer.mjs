// A process that does nothing but write: node writer.mjs project file mark times. Ends with 1, and says why, when refused.
import { writeOutput } from "../../dist/files/write/output.js";

const [project, file, mark, times] = process.argv.slice(2);
const bytes = new Uint8Array(400_000 + Number(mark)).fill(Number(mark));

try {
  for (let done = 0; done < Number(times); done += 1) {
    writeOutput(project, file, bytes);
    if (done === 0) process.stdout.write("写了一次\n");
  }
} catch (error) {
  process.stderr.write(error.message);
  process.exitCode = 1;
}
