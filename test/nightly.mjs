// Runs all tests that there are, with every case, and the property tests on many large random budgets: RUNS of them, a
// thousand if it is not set.
import { runTests } from "./jest.mjs";

runTests("\\.test\\.ts$", { PROPERTY_RUNS: process.env.RUNS ?? "1000" });
