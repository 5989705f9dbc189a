// A process that prints the content once with the engine named.
import { writeFileSync } from "node:fs";

const [name, place] = process.argv.slice(2);
const { open } = await import(`./peers/${name}.mjs`);
const at = JSON.parse(place);
const engine = await open(at);
writeFileSync(at.output, await engine.print());
await engine.close();
