import type { Code } from "../../diagnostic.js";
import type { Passage, Slip } from "../../model/passage.js";
import { type FoundPassage, stretchIn } from "../passages.js";
import type { Stretch } from "../strip.js";
import { type Fault, fault } from "./fault.js";

/** What proofreading calls its findings in a report, and what they are in a document that was made elsewhere. */
const CODES: Partial<Record<Code, Code>> = {
  "校对/计量单位": "审核/单位",
  "校对/空表": "审核/矛盾",
};
const REMEDY = "改正这几个字；能由程序生成的，用程序重新生成";

/** The slips that are no marks, each with its place. */
export function slipsFaults(
  slips: readonly Slip[],
  found: ReadonlyMap<Passage, FoundPassage>,
): readonly Fault[] {
  return slips
    .filter(({ code }) => code !== "校对/标点")
    .flatMap((slip) => {
      const passage = found.get(slip.passage);
      const code = CODES[slip.code] ?? "审核/文字";
      return passage ? [fault(code, slip.message, [stretchIn(passage, slip.start, slip.end)], REMEDY)] : [];
    });
}

/** Where marks are that Chinese does not have, or that lack their other half. */
export function markSlips(
  slips: readonly Slip[],
  found: ReadonlyMap<Passage, FoundPassage>,
): readonly { readonly message: string; readonly stretch: Stretch }[] {
  return slips.flatMap(({ code, passage, start, end, message }) => {
    const place = code === "校对/标点" ? found.get(passage) : undefined;
    return place ? [{ message, stretch: stretchIn(place, start, end) }] : [];
  });
}
