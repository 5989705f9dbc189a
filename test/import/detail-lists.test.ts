import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { LUOYANG, PUTUO, SAMPLE } from "../packs/packs.js";
import { budgets } from "../properties/budgets.js";
import { HENAN, LUOYANG as OF_LUOYANG } from "../properties/facts.js";
import { RUNS, SIZES, tryInRounds } from "../properties/rounds.js";
import { sampleOf } from "../sample.js";
import { AGENCY, disclosureOf, disclosureOfText, importedAnew, type Kept, linesListed } from "./again.js";
import { SHAPES } from "./listings.js";

const PACKS = [SAMPLE, AGENCY, LUOYANG, PUTUO];

for (const shape of sampleOf(SHAPES, 4)) {
  test.each(sampleOf(PACKS, 2).map((each) => [each.name, each] as const))(
    `${shape.name}: the ledger of %s again`,
    async (_, of) => {
      await holds(disclosureOf(of), shape);
    },
  );
}

const shapes = fc.constantFrom(...SHAPES);
for (const form of [HENAN, OF_LUOYANG]) {
  tryInRounds(
    `${form.pack}: the ledger of a random budget again`,
    fc.asyncProperty(budgets(SIZES, form), shapes, async ({ yaml, facts }, shape) => {
      await holds(disclosureOfText(facts.unit.code, facts.year, yaml), shape);
    }),
    Math.max(4, RUNS),
  );
}

async function holds(kept: Kept, shape: (typeof SHAPES)[number]): Promise<void> {
  const again = await importedAnew(kept, await shape.files(kept));
  expect(again.wrong).toEqual([]);
  expect(linesListed(again.ledger)).toEqual(linesListed(kept.ledger));
}
