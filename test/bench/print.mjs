import { cpus } from "node:os";

/** Prints what was measured, and each engine against this program round by round. */
export function printTables(results) {
  const names = Object.keys(results);
  const rounds = results.ours.cold.length;
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}, medians of ${rounds} rounds`,
  );
  console.table(Object.fromEntries(names.map((name) => [results[name].says, rowOf(results[name])])));
  console.log("this program's time as a multiple, median of the ratios of the rounds (least to most):");
  for (const name of names.filter((each) => results[each].isPeer)) {
    const { says } = results[name];
    console.log(
      `  × ${says}: cold ${spread(ratios(results, name, "cold"))}, warm ${spread(ratios(results, name, "warm"))}`,
    );
  }
  for (const name of names)
    console.log(`${results[name].says} lacks: ${results[name].lacks.join(", ") || "nothing of these"}`);
}

function rowOf({ cold, warm, memory, bytes, pages }) {
  return {
    "cold ms": cold ? Math.round(median(cold.map(({ ms }) => ms))) : "",
    "warm ms": Math.round(median(warm.map(({ ms }) => ms))),
    "peak MB": memory === undefined ? "?" : Math.round(memory),
    "PDF KB": Math.round(bytes / 1024),
    pages,
  };
}

/** How many times as long as the engine named this program, or an entry of it, took in each round. */
export function ratios(results, name, kind, own = "ours") {
  return results[own][kind].map(({ ms }, round) => ms / results[name][kind][round].ms);
}

function spread(values) {
  const two = (value) => value.toFixed(2);
  return `${two(median(values))} (${two(Math.min(...values))} to ${two(Math.max(...values))})`;
}

export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
