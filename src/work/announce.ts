import { composeAnnouncement } from "../compose/correction.js";
import { type Code, type Diagnostic, refuseOnError } from "../diagnostic.js";
import type { LocatedCorrection } from "../model/correction.js";
import type { Report } from "../model/report.js";
import { ownWording } from "../model/wording.js";
import { proofread } from "../proofread/proofread.js";
import type { Examined, Setting } from "./build.js";

/** What may not stand in an announcement, and what its own words may not hold: what it quotes may have been wrong. */
const NEVER: readonly Code[] = ["校对/缺字", "校对/个人信息", "校对/密级"];
const NOT_IN_LETTER: readonly Code[] = [...NEVER, "校对/残留", "校对/标点"];

/** The announcement of corrections of what was published under a title; throws a Refusal when it may not be published. */
export function announce(
  corrections: readonly LocatedCorrection[],
  title: string,
  { year, books, pack }: Examined,
  { program }: Setting,
): Report {
  const { budget } = year;
  const { correction: announcement } = budget;
  const { correction: words } = pack;
  if (!announcement || !words) throw new Error("an announcement without its words");
  const made = composeAnnouncement(corrections, { budget, books, pack, words, announcement, title });
  const { missing } = program.fonts;
  const read = (report: Report, codes: readonly Code[]): readonly Diagnostic[] =>
    proofread({ report, budget, pack, missing }).filter(({ code }) => codes.includes(code));
  const [letter, ...annex] = made.parts;
  refuseOnError([
    ...read({ ...made, parts: letter ? [letter] : [] }, NOT_IN_LETTER),
    ...read({ ...made, title: ownWording(""), parts: annex }, NEVER),
  ]);
  return made;
}
