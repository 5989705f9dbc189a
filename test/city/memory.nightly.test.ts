import { rmSync } from "node:fs";
import { expect, test } from "@jest/globals";
// @ts-expect-error the benchmark is plain JavaScript
import { CLI, makeCity, run } from "../bench/city-run.mjs";

const UNITS = 60;
/** After so many a thread has all that it keeps for every unit. */
const WARM = 25;
/** What a unit may leave behind, in bytes: a document of which something is kept is 7 MB of objects and text. */
const MOST_A_UNIT = 3 * 1024 ** 2;

test("units leave no memory behind, however many a thread builds", () => {
  const city = makeCity(UNITS);
  try {
    const { looks } = run(city, [CLI, "--all"], [WARM, UNITS - 3]);
    const [warm, last] = [...looks.values()];
    expect((last - warm) / (UNITS - 3 - WARM)).toBeLessThan(MOST_A_UNIT);
  } finally {
    rmSync(city, { recursive: true, force: true });
  }
});
