// Runs the property tests on many large random budgets: RUNS of them, a thousand if it is not set.
import { runTests } from "./jest.mjs";

runTests("\\.random(\\.real)?\\.test\\.ts$", { PROPERTY_RUNS: process.env.RUNS ?? "1000" });
