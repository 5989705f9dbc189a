import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { bestFirst } from "../../src/text/best-first.js";

const candidates = fc.array(
  fc.record({ first: fc.nat({ max: 4 }), second: fc.nat({ max: 4 }), worth: fc.nat({ max: 9 }) }),
);

test("each item is taken once at most, and a pair is passed over only for one that is no worse", () => {
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

test("of pairs that are as good, the one named first is taken", () => {
  const tie = [1, 2].map((second) => ({ first: "甲", second, worth: 1 }));
  expect([...bestFirst(tie)]).toEqual([["甲", 1]]);
});
