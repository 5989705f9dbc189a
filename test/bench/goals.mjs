import { rmSync } from "node:fs";
import { CLI, makeCity, run } from "./city-run.mjs";
import { median, ratios } from "./print.mjs";

/** Node 24 and later, and those before it. */
const IS_NEW = Number.parseInt(process.versions.node, 10) >= 24;
const CITY = 300;
/** Given as the environment variable LARGE_CITY, as it takes minutes; 0 leaves its row out. */
const LARGE_CITY = Number(process.env.LARGE_CITY ?? 2000);
const MEGABYTE = 1024 * 1024;

/** What is to be reached: what was measured, and how much it may be on new and on older versions of Node. */
function rowsOf(results, city, large) {
  const ratio = (own, kind) => median(ratios(results, "typst", kind, own));
  const warm = median(results.typst.warm.map(({ ms }) => ms));
  return {
    "cold, whole command ÷ Typst": [ratio("ours", "cold"), 1.45, 1.5],
    "cold from the composed report ÷ Typst": [ratio("composed", "cold"), 0.9, 1],
    "warm document ÷ Typst": [ratio("ours", "warm"), 0.6, 0.8],
    [`${CITY} units at once ÷ ${CITY} warm documents of Typst`]: [
      (city.seconds * 1000) / (CITY * warm),
      0.55,
      0.75,
    ],
    "changed amount, new PDF ÷ warm Typst": [ratio("changed", "warm"), 0.9, 1.2],
    "size of the sample, KB": [results.ours.bytes / 1024, 450, 450],
    ...(large && { [`memory of ${LARGE_CITY} units, MB`]: [large.peak / MEGABYTE, 650, 650] }),
  };
}

/** Prints of each goal whether it holds, and by how much it is missed. */
export function printGoals(results) {
  if (!results.typst) return undefined;
  const rows = rowsOf(results, cityOf(CITY), LARGE_CITY > 0 ? cityOf(LARGE_CITY) : undefined);
  const goals = Object.entries(rows).map(([says, [value, onNew, onOld]]) => {
    const most = IS_NEW ? onNew : onOld;
    const verdict = value <= most ? "holds" : `missed by ${(100 * (value / most - 1)).toFixed(0)} %`;
    return [says, { measured: Number(value.toFixed(2)), "at most": most, verdict }];
  });
  console.table(Object.fromEntries(goals));
  return Object.fromEntries(goals.map(([says, { measured }]) => [says, measured]));
}

/** All units of a city at once, by as many threads as there are processors. */
function cityOf(units) {
  const city = makeCity(units);
  try {
    return run(city, [CLI, "--all"]);
  } finally {
    rmSync(city, { recursive: true, force: true });
  }
}
