import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { SEED, tryOnce } from "./rounds.js";

test("a failing case says its seed and its path, though looking for a smaller one never comes to an end", async () => {
  let tried = 0;
  const property = fc.asyncProperty(fc.nat(), async () => {
    tried += 1;
    if (tried > 2) await new Promise(() => {});
    throw new Error("a fault");
  });
  await expect(tryOnce(property, "7", 100)).rejects.toThrow(`seed: ${SEED}, path: "7`);
});

test("it tells the smallest case that it has found", async () => {
  const property = fc.asyncProperty(fc.integer({ min: 10, max: 1000 }), async () => {
    throw new Error("a fault");
  });
  await expect(tryOnce(property, "7")).rejects.toThrow("Counterexample: [10]");
});
