// Runs the test suite on each supported line of Node; npm's `node` package brings them.
import { spawnSync } from "node:child_process";
import { JEST } from "./jest.mjs";

const LINES = ["20.19", "22", "24"];

const failed = LINES.filter((line) => {
  console.log(`Node ${line}`);
  const { status } = spawnSync("npx", ["-y", "-p", `node@${line}`, "node", ...JEST], { stdio: "inherit" });
  return status !== 0;
});
console.log(failed.length === 0 ? `passed on ${LINES.join(", ")}` : `failed on ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
