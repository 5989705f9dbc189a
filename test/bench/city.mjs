// Measures a city: node test/bench/city.mjs [UNITS …], of 50, 300 and 2,000 units where none are given. How long all
// units take at once, how much memory all threads together, whether either grows with their number; and how long one
// document takes by the cells of its tables. Prints figures; asserts nothing. Processor time tells more than time where
// others use the machine too.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import { dataFile } from "../../dist/project/data-files.js";
import { examine, openProgram } from "../../dist/work/build.js";
import { CLI, LOOKS, makeCity, run } from "./city-run.mjs";

const PROGRAM = fileURLToPath(new URL("../..", import.meta.url));
const given = process.argv.slice(2).map(Number);
const CITIES = given.length > 0 ? given : [50, 300, 2000];
/** Projects, each with its indicators, in documents of one unit. */
const PROJECTS = [3, 25, 50, 100, 200, 400];

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}`);
console.log("\nAll units at once; memory is of the one process with all its threads:");
console.table(Object.fromEntries(CITIES.map((units) => [`${units} units`, measureCity(units)])));
console.log("\nOne document, the whole command:");
const documents = [];
for (const projects of PROJECTS) documents.push(await measureDocument(projects));
console.table(documents);

function measureCity(units) {
  const city = makeCity(units);
  const { seconds, cpu, peak, looks } = run(city, [CLI, "--all"]);
  const again = run(city, [CLI, "--all"]);
  rmSync(city, { recursive: true, force: true });
  return {
    seconds: round(seconds, 1),
    "units/s": round(units / seconds, 2),
    "ms/unit": round((seconds * 1000) / units),
    "CPU ms/unit": round((cpu * 1000) / units),
    "peak MB": megabytes(peak),
    ...Object.fromEntries(LOOKS.map((at) => [`MB after ${at}`, megabytes(looks.get(at))])),
    "unchanged: s": round(again.seconds, 1),
    "unchanged: CPU ms/unit": round((again.cpu * 1000) / units, 1),
  };
}

/** A unit with so many projects of twelve indicators each. */
async function measureDocument(projects) {
  const city = makeCity(1);
  const data = dataFile("500001", 2023);
  const file = join(city, data.file);
  writeFileSync(
    file,
    stringify(withProjects(readFileSync(file, "utf8"), projects), { aliasDuplicateObjects: false }),
  );
  const cells = await cellsOf(city, data);
  const { seconds, cpu, peak, said } = run(city, [CLI]);
  rmSync(city, { recursive: true, force: true });
  return {
    projects,
    cells,
    pages: Number(/(\d+) 页/.exec(said)?.[1]),
    seconds: round(seconds, 2),
    "CPU s": round(cpu, 2),
    "CPU ms/1,000 cells": round((cpu * 1e6) / cells),
    "peak MB": megabytes(peak),
  };
}

function withProjects(text, projects) {
  const data = parse(text, { schema: "failsafe" });
  const [model] = data.项目;
  data.项目 = Array.from({ length: projects }, (_, index) => ({
    ...model,
    编码: `411200230000${String(index + 1).padStart(9, "0")}`,
    名称: `2023第${index + 1}号项目`,
    支出: [{ ...model.支出[0], 金额: "10000.00" }],
    绩效目标: { ...model.绩效目标, 成本指标: [] },
  }));
  data.收入[1].金额 = `${projects * 10_000}.00`;
  return { ...data, 原因: {}, 上年: lastYearOf(data) };
}

/** As much as this year, so that nothing has changed and no reason is asked for. */
function lastYearOf({ 收入 }) {
  const cents = 收入.reduce((sum, each) => sum + Math.round(Number(each.金额) * 100), 0);
  const total = (cents / 100).toFixed(2);
  const none = ["三公经费", "因公出国境费", "公务接待费", "公务用车购置费", "公务用车运行维护费"];
  return {
    收入总计: total,
    支出总计: total,
    一般公共预算收支: total,
    ...Object.fromEntries(none.map((name) => [name, "0.00"])),
  };
}

/** How many cells the tables of the document have. */
async function cellsOf(project, data) {
  const step = async (_name, _subject, work) => work();
  const { report } = await examine({ data }, { program: openProgram(PROGRAM), project, strict: false, step });
  const blocks = report.parts.flatMap((part) => part.blocks).filter(({ kind }) => kind === "table");
  return blocks.reduce((sum, { rows }) => sum + rows.reduce((all, { cells }) => all + cells.length, 0), 0);
}

function megabytes(bytes) {
  return bytes === undefined ? "" : round(bytes / 1024 / 1024);
}

function round(value, digits = 0) {
  return Number(value.toFixed(digits));
}
