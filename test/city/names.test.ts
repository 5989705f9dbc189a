import { expect, test } from "@jest/globals";
import { report, run } from "./city.js";
import { makeNamesakes, SAID } from "./namesakes.js";

test("two units of one name would write one file: it says so and ends with 1", () => {
  const city = makeNamesakes();
  const { code, out } = run(city, "--all");
  expect(code).toBe(1);
  expect(out.split(SAID)).toHaveLength(3);
  expect(report(city).map(({ state }) => state)).toEqual(["refused", "refused"]);
});
