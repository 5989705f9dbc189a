// A process that holds the engine named and prints the content each time it is told to.
import { writeFileSync } from "node:fs";

const [name, place] = process.argv.slice(2);
const at = JSON.parse(place);
const { open, prepare, LACKS = [] } = await import(`./peers/${name}.mjs`);
await prepare(at);
const engine = await open(at);
let pdf;

process.on("message", async ({ print, peak, save, close }) => {
  const begin = performance.now();
  if (print) pdf = await engine.print();
  const ms = performance.now() - begin;
  if (save) writeFileSync(save, pdf);
  if (close) await engine.close();
  process.send({ ms, saved: save, peak: peak && (await engine.peak?.()) });
  if (close) process.disconnect();
});
process.send({ lacks: LACKS });
