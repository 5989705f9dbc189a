import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { bestFirst } from "../../src/text/best-first.js";

const candidates = fc.array(
  fc.record({ first: fc.nat({ max: 4 }), second: fc.nat({ max: 4 }), worth: fc.nat({ max: 9 }) }),
);

test("每一项至多用一次；没有取的，必有一头给了不比它差的", () => {
  fc.assert(
    fc.property(candidates, (all) => {
      const matches = bestFirst(all);
      expect(new Set(matches.values()).size).toBe(matches.size);
      const taken = all.filter(({ first, second }) => matches.get(first) === second);
      for (const { first, second, worth } of all) {
        expect(
          taken.some((each) => (each.first === first || each.second === second) && each.worth >= worth),
        ).toBe(true);
      }
    }),
  );
});

test("一样好的，先说的先取", () => {
  const tie = [1, 2].map((second) => ({ first: "甲", second, worth: 1 }));
  expect([...bestFirst(tie)]).toEqual([["甲", 1]]);
});
