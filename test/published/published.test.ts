import { expect, test } from "@jest/globals";
import { GROUPS, tellFaults } from "./telling.js";

// test:real tells the others
tellFaults((place) => place % 3 === 0);

test("every kind of fault has a name of its own", () => {
  const names = Object.values(GROUPS).flatMap((faults) => faults.map(({ fault }) => fault));
  expect(new Set(names).size).toBe(names.length);
});
