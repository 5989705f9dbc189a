// Runs the property tests on many random budgets: RUNS of them, a thousand if it is not set.
import { spawnSync } from "node:child_process";

const JEST = [
  "--experimental-vm-modules",
  "--disable-warning=ExperimentalWarning",
  "node_modules/jest/bin/jest.js",
];
const env = { ...process.env, PROPERTY_RUNS: process.env.RUNS ?? "1000" };

const { status } = spawnSync(process.execPath, [...JEST, "test/properties"], { stdio: "inherit", env });
process.exitCode = status ?? 1;
