// Measures a city: node test/bench/city.mjs [UNITS]. The rate and memory of all units at once, whether the cost of one
// document stays the same over many, and how it grows with the rows of a document. Prints figures; asserts nothing.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";

const PROGRAM = fileURLToPath(new URL("../..", import.meta.url));
const CLI = join(PROGRAM, "dist/cli.js");
const HOOK = join(PROGRAM, "test/bench/peak-memory.mjs");
const UNITS = Number(process.argv[2] ?? 300);
/** Rows of projects, each with its indicators, in documents of one unit. */
const PROJECTS = [10, 50, 100, 200, 400];

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0].model}`);
for (const units of [...new Set([Math.min(50, UNITS), UNITS])]) measureCity(units);
for (const projects of PROJECTS) measureDocument(projects);

function measureCity(units) {
  const city = mkdtempSync(join(tmpdir(), "city-"));
  run(city, [join(PROGRAM, "test/city/make.mjs"), city, String(units)]);
  const all = run(city, ["--import", HOOK, CLI, "--all"]);
  const again = run(city, ["--import", HOOK, CLI, "--all"]);
  const each = (all.seconds * 1000) / units;
  console.log(
    `${units} units: ${all.seconds.toFixed(1)} s, ${each.toFixed(0)} ms a unit, peak ${all.megabytes.toFixed(0)} MB; unchanged: ${again.seconds.toFixed(1)} s`,
  );
  rmSync(city, { recursive: true, force: true });
}

/** The sample with so many projects of twelve indicators each. */
function measureDocument(projects) {
  const city = mkdtempSync(join(tmpdir(), "city-"));
  run(city, [join(PROGRAM, "test/city/make.mjs"), city, "1"]);
  const file = join(city, "data/500001/2023.yaml");
  const data = parse(readFileSync(file, "utf8"), { schema: "failsafe" });
  const [model] = data.项目;
  data.项目 = Array.from({ length: projects }, (_, index) => ({
    ...model,
    编码: `411200230000${String(index + 1).padStart(9, "0")}`,
    名称: `2023第${index + 1}号项目`,
    支出: [{ ...model.支出[0], 金额: "10000.00" }],
    绩效目标: { ...model.绩效目标, 成本指标: [] },
  }));
  data.收入[1].金额 = `${projects * 10_000}.00`;
  delete data.上年;
  data.原因 = {};
  mkdirSync(join(city, "out"), { recursive: true });
  writeFileSync(file, stringify({ ...data, 上年: lastYearOf(data) }, { aliasDuplicateObjects: false }));
  const { seconds, megabytes, said } = run(city, ["--import", HOOK, CLI]);
  const pages = /(\d+) 页/.exec(said)?.[1];
  console.log(
    `${projects} projects: ${seconds.toFixed(2)} s, ${pages} pages, peak ${megabytes.toFixed(0)} MB`,
  );
  rmSync(city, { recursive: true, force: true });
}

/** As much as this year, so that nothing has changed and no reason is asked for. */
function lastYearOf({ 收入 }) {
  const total = (收入.reduce((cents, each) => cents + Math.round(Number(each.金额) * 100), 0) / 100).toFixed(
    2,
  );
  const none = ["三公经费", "因公出国境费", "公务接待费", "公务用车购置费", "公务用车运行维护费"];
  return {
    收入总计: total,
    支出总计: total,
    一般公共预算收支: total,
    ...Object.fromEntries(none.map((name) => [name, "0.00"])),
  };
}

function run(cwd, args) {
  const begin = performance.now();
  const { status, stdout, stderr, output } = spawnSync(process.execPath, args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr.slice(-2000)}`);
  return {
    seconds: (performance.now() - begin) / 1000,
    megabytes: Number(output[3]) / 1024,
    said: stdout,
  };
}
