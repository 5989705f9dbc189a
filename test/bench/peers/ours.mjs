import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chooseDataFiles } from "../../../dist/project/data-files.js";
import { installReady } from "../../../dist/startup/ready.js";
import { build, openProgram } from "../../../dist/work/build.js";

const OUTPUT = "out/bench";

/** This program, the whole line of it: reading, validating, checking, composing, drawing and writing. */
export async function open({ project }) {
  const program = openProgram(project, installReady());
  const [data] = chooseDataFiles(project, {});
  const step = (_name, _subject, work) => work();
  return {
    async print() {
      const { file } = await build({ data, output: OUTPUT }, { program, project, strict: false, step });
      return readFileSync(join(project, file));
    },
    async close() {},
  };
}

export async function prepare() {}

/** The command that an officer runs. */
export function command({ project }) {
  return [process.execPath, [join(project, "dist/startup/cli.cjs"), "--output", OUTPUT]];
}
