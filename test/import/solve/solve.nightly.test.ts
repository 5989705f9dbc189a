import { expect, test } from "@jest/globals";
import { HENAN } from "../../properties/facts.js";
import { solveUnit, tally } from "./measure.js";

const UNITS = Number(process.env.PROPERTY_RUNS ?? 100);

test.each([1, 2])(
  "many units that %d functions run",
  async (running) => {
    const wrong: string[] = [];
    for (let seed = 1_000; seed < 1_000 + UNITS; seed++) {
      const { solution, ledger } = await solveUnit(HENAN, seed, { running });
      expect({ seed, missed: solution.missed }).toEqual({ seed, missed: [] });
      wrong.push(...tally(solution.lines, ledger).wrong.map((line) => `${seed} ${line}`));
    }
    // of each unit with a habit against the usual one line may be taken for another's
    expect(wrong.length).toBeLessThan(running === 1 ? UNITS / 3 : UNITS / 100 + 1);
  },
  6_000_000,
);
