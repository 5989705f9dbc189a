import type { Pack } from "../../model/pack.js";
import type { Passage, Slip } from "../../model/passage.js";
import type { FoundPassage } from "../passages.js";
import type { Strip } from "../words/strip.js";
import { brokenNumbers } from "./broken-numbers.js";
import type { Fault, Script } from "./fault.js";
import { partsFaults } from "./parts.js";
import { placeholderFaults } from "./placeholders.js";
import { ratesFaults } from "./rates.js";
import { sharesFaults } from "./shares.js";
import { slipsFaults } from "./slips.js";
import { verbsFaults } from "./verbs.js";
import { yuanFaults } from "./yuan.js";

/** All that reading alone finds in the words and numbers of a document. */
export function faultsOf(
  script: Script,
  slips: readonly Slip[],
  found: ReadonlyMap<Passage, FoundPassage>,
  { words }: Pack,
): readonly Fault[] {
  return [
    ...slipsFaults(slips, found),
    ...ratesFaults(script),
    ...sharesFaults(script),
    ...partsFaults(script),
    ...yuanFaults(script),
    ...verbsFaults(script, words),
    ...placeholderFaults(script),
  ];
}

/** What reading finds in how a page is set. */
export function pageFaults(strips: readonly Strip[]): readonly Fault[] {
  return brokenNumbers(strips);
}
