// Measures the sample disclosure: the whole command in a process of its own, and one document after another in one
// process with the share of each step. Prints medians; asserts nothing.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { build, openProgram } from "../../dist/build.js";
import { chooseDataFiles } from "../../dist/read/data-files.js";

const RUNS = Number(process.env.RUNS ?? 7);
const OUTPUT = "out/bench";
const project = fileURLToPath(new URL("../..", import.meta.url));
const hook = fileURLToPath(new URL("peak-memory.mjs", import.meta.url));

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, medians of ${RUNS} runs`);
report("cold process", repeat(RUNS, coldRun));
await warmRuns();
rmSync(`${project}/${OUTPUT}`, { recursive: true, force: true });

function coldRun() {
  const args = ["--import", hook, "dist/cli.js", "--output", OUTPUT];
  const begin = performance.now();
  const { status, output } = spawnSync(process.execPath, args, {
    cwd: project,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  if (status !== 0) throw new Error(`the command ended with ${status}`);
  return { ms: performance.now() - begin, "peak MB": Number(output[3]) / 1024 };
}

async function warmRuns() {
  const [data] = chooseDataFiles(project, {});
  const program = openProgram(project);
  const runs = [];
  for (let run = 0; run <= RUNS; run++) runs.push(await warmRun(program, data));
  report("warm document", runs.slice(1));
}

async function warmRun(program, data) {
  const times = {};
  const step = async (name, _subject, work) => {
    const begin = performance.now();
    const result = await work();
    times[name] = performance.now() - begin;
    return result;
  };
  await build({ data, output: OUTPUT }, { program, project, strict: false, step });
  return { ms: Object.values(times).reduce((sum, each) => sum + each, 0), ...times };
}

function repeat(times, run) {
  return Array.from({ length: times }, run);
}

function report(title, runs) {
  const medians = Object.keys(runs[0]).map((key) => [key, median(runs.map((run) => run[key]))]);
  console.log(`${title}: ${medians.map(([key, value]) => `${key} ${value.toFixed(0)}`).join(", ")}`);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
