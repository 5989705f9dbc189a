// Runs the property tests on many large random budgets: RUNS of them, a thousand if it is not set; and what else takes long.
import { runTests } from "./jest.mjs";

runTests("\\.(random|nightly)\\.test\\.ts$", { PROPERTY_RUNS: process.env.RUNS ?? "1000" });
