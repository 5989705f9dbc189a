// Runs what takes the minutes that `npm test` does not have: processes that are killed, cases of which it takes some, and
// random budgets in number.
import { runTests } from "./jest.mjs";

runTests("\\.(real|random)\\.test\\.ts$", { PROPERTY_RUNS: "10" });
