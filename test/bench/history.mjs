import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { median, ratios } from "./print.mjs";

/** One line a run, each a JSON object: when, which commit, which Node, and the medians of every engine. */
const FILE = new URL("history.jsonl", import.meta.url);

/** Adds this run and says how it differs from the one before. Ratios can be compared between machines, times cannot. */
export function addToHistory(results, goals) {
  const before = lastEntry();
  const entry = { ...entryOf(results), goals };
  appendFileSync(FILE, `${JSON.stringify(entry)}\n`);
  if (!before) return;
  const old = Object.entries(before.ratios).map(
    ([name, { cold, warm }]) => `${name} cold ${cold}, warm ${warm}`,
  );
  console.log(
    `before (${before.commit}): cold ${before.engines.ours.cold} ms, warm ${before.engines.ours.warm} ms`,
  );
  if (old.length > 0) console.log(`  as a multiple: ${old.join("; ")}`);
}

/** The last run on this line of Node: others compile otherwise. */
function lastEntry() {
  const lines = existsSync(FILE) ? readFileSync(FILE, "utf8").trim().split("\n") : [];
  const line = (version) => version.split(".")[0];
  return lines.map((each) => JSON.parse(each)).findLast(({ node }) => line(node) === line(process.version));
}

function entryOf(results) {
  const names = Object.keys(results);
  const peers = names.filter((name) => results[name].isPeer);
  return {
    date: new Date().toISOString(),
    commit: commit(),
    node: process.version,
    rounds: results.ours.cold.length,
    engines: Object.fromEntries(names.map((name) => [name, numbersOf(results[name])])),
    ratios: Object.fromEntries(peers.map((name) => [name, ratiosOf(results, name)])),
  };
}

function numbersOf({ cold, warm, memory, bytes, pages }) {
  const middle = (runs) => Math.round(median(runs.map(({ ms }) => ms)));
  return { cold: cold && middle(cold), warm: middle(warm), peak: memory && Math.round(memory), bytes, pages };
}

function ratiosOf(results, name) {
  const two = (kind) => Number(median(ratios(results, name, kind)).toFixed(2));
  return { cold: two("cold"), warm: two("warm") };
}

/** With a plus where something is not committed. */
function commit() {
  try {
    const git = (...args) =>
      execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    const changed = git("status", "--porcelain", "--untracked-files=no", "--", "src") !== "";
    return git("rev-parse", "--short", "HEAD") + (changed ? "+" : "");
  } catch {
    return "?";
  }
}
