import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chooseDataFiles } from "../../../dist/project/data-files.js";
import { installReady } from "../../../dist/startup/ready.js";
import { build, openProgram } from "../../../dist/work/build.js";

const OUTPUT = "out";
/** Amounts in 分 of two projects paid from the same source: what one has more, the other has less. */
const AMOUNTS = [243_000_000, 375_000_000];

/** This program in a process that stays: each time an amount is another, and the PDF is made anew. */
export async function open({ project, folder }) {
  const copy = join(folder, "changed");
  for (const part of ["data", "templates"])
    cpSync(join(project, part), join(copy, part), { recursive: true });
  const program = openProgram(project, installReady());
  const [data] = chooseDataFiles(copy, {});
  const text = readFileSync(join(copy, data.file), "utf8");
  const step = (_name, _subject, work) => work();
  let moved = 0;
  return {
    async print() {
      moved += 1;
      writeFileSync(join(copy, data.file), withMoved(text, moved));
      const { file } = await build({ data, output: OUTPUT }, { program, project: copy, strict: false, step });
      return readFileSync(join(copy, file));
    },
    async close() {},
  };
}

export async function prepare() {}

function withMoved(text, moved) {
  const [from, to] = AMOUNTS;
  return text.replace(yuan(from), yuan(from - moved)).replace(yuan(to), yuan(to + moved));
}

function yuan(cents) {
  return (cents / 100).toFixed(2);
}
