// Measures the whole of this program against what people would use instead, on the same content, in one run: as whole
// cold processes, and document after document in a process that stays. Says of each goal whether it holds; asserts nothing.
// RUNS sets the number of rounds. On another Node: npx -p node@24 npm run bench.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chooseDataFiles } from "../../dist/project/data-files.js";
import { examine, openProgram } from "../../dist/work/build.js";
import { contentOf } from "./content.mjs";
import { describePdf } from "./describe-pdf.mjs";
import { printGoals } from "./goals.mjs";
import { addToHistory } from "./history.mjs";
import { REPORT } from "./peers/composed.mjs";
import { printTables } from "./print.mjs";
import { coldRun, installPeers, startWarm } from "./processes.mjs";
import { packReport } from "./report-file.mjs";

const RUNS = Number(process.env.RUNS ?? 15);
/** How many documents an engine prints in its turn of a warm round: the first one after another engine's turn takes longer. */
const IN_TURN = 3;
/** How long each engine prints before its documents count, in ms, and how many at least: the first ones pay for what all others have. */
const WARMING = 10_000;
const WARMED_BY = 30;
const ENGINES = { ours: "this program", typst: "Typst", chromium: "Chromium", "react-pdf": "@react-pdf" };
/** Others of this program: what Typst does of its work, and its work on data that changes in a process that stays. */
const OWN = { composed: "… from the composed report", changed: "… a changed amount" };
const NAMES = { ...ENGINES, ...OWN };

const project = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
const folder = mkdtempSync(join(tmpdir(), "bench-"));
try {
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(project, "out/bench"), { recursive: true, force: true });
}

async function measure() {
  const content = await writeContent();
  installPeers();
  const place = { project, folder, content, fonts: join(project, "fonts") };
  const processes = await startAll(place);
  const names = Object.keys(processes);
  const once = names.filter((name) => name !== "changed");
  const cold = await rounds(once, (name) => coldRun(name, { ...place, output: join(folder, `${name}.pdf`) }));
  for (const name of names) await warmUp(processes[name]);
  const warm = await rounds(names, (name) => documents(processes[name]));
  const results = {};
  for (const name of names) {
    const peak = await processes[name].peak();
    const pdf = readFileSync(await processes[name].save(join(folder, `${name}-warm.pdf`)));
    const described = await describePdf(pdf, content);
    const memory = peak ?? (cold[name] && Math.max(...cold[name].map((each) => each.peak)));
    results[name] = {
      says: NAMES[name],
      isPeer: name in ENGINES && name !== "ours",
      cold: cold[name],
      warm: warm[name],
      memory,
      ...described,
      lacks: [...described.lacks, ...processes[name].lacks],
    };
    await processes[name].close();
  }
  printTables(results);
  addToHistory(results, printGoals(results));
}

async function writeContent() {
  const file = join(folder, "content.json");
  const setting = {
    program: openProgram(project),
    project,
    strict: false,
    step: (_name, _subject, work) => work(),
  };
  const [data] = chooseDataFiles(project, { unit: "403008", year: 2023 });
  const { report } = await examine({ data }, setting);
  writeFileSync(file, JSON.stringify(contentOf(report, setting.program.fonts)));
  writeFileSync(join(folder, REPORT), packReport(report));
  return file;
}

/** A process for each engine that is there. */
async function startAll(place) {
  const processes = {};
  for (const name of Object.keys(NAMES)) {
    try {
      processes[name] = await startWarm(name, place);
    } catch (error) {
      console.log(`${NAMES[name]} is left out: ${error.message.split("\n")[0]}`);
    }
  }
  return processes;
}

async function warmUp({ print }) {
  const end = performance.now() + WARMING;
  for (let count = 0; count < WARMED_BY || performance.now() < end; count++) await print();
}

/** Prints some documents one after the other; how long one of them took. */
async function documents({ print }) {
  let ms = 0;
  for (let count = 0; count < IN_TURN; count++) ms += (await print()).ms;
  return { ms: ms / IN_TURN };
}

/** Each engine in turn, in each round beginning with another one. */
async function rounds(names, run) {
  const found = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < RUNS; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length];
      found[name].push(await run(name));
    }
  }
  return found;
}
