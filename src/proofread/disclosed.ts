import type { Measure } from "../model/pack/measure.js";
import type { Pack } from "../model/pack/pack.js";
import { isNarrative } from "../model/passage.js";
import { callsIn, type HelperCall, type HelperName, SAYING, syntaxOf } from "../model/template.js";
import { quoted, type ReadPassage, type Rule } from "./rule.js";

export const DISCLOSED: Rule = {
  code: "校对/漏公开",
  severity: "错误",
  says: "必须公开的数，说明里都印出；必须说明增减的，都与上年比较，并说明原因（各项分别说明了的，合计可以不说）；哪些是必须的，由版式登记",
  certainty: "公开文件",
  basis: "预算法第十四条要求说明机关运行经费、公开政府采购；其余见财预〔2016〕143号，据各地公开目录的转述",
  examine: (proof) => {
    const { disclosed, compared, measures } = proof.pack;
    const says = saidBy(proof.pack);
    const unprinted = disclosed.filter((name) => !says("amount", name));
    const uncompared = compared.filter((name) => !says("change", name) && !unprinted.includes(name));
    const unexplained = compared.filter(
      (name) => says("change", name) && !isExplained(measures.get(name), measures, says),
    );
    const message = [
      ...(unprinted.length > 0 ? [`没有印${quoted(unprinted)}`] : []),
      ...(uncompared.length > 0 ? [`没有说${quoted(uncompared)}比上年增减多少`] : []),
      ...(unexplained.length > 0 ? [`没有说${quoted(unexplained)}增减的原因`] : []),
    ].join("，");
    const passage = placeFor(proof.passages);
    if (message === "" || !passage) return [];
    return [{ passage, start: 0, end: passage.text.length, message: `说明里${message}`, remedy: REMEDY }];
  },
};

const REMEDY =
  "在 narrative 里恢复说到它们的话：数用 {{万元 口径}} 或 {{数量 口径}} 印出，增减用 {{增减 口径}}，或者 {{增减额 口径}} 和 {{增减原因 口径}}；这一版式不要求的，从 pack.yaml 的 disclosed、compared 里删去";

type Says = (what: keyof typeof SAYING, measure: string) => boolean;

/** Read once for all documents that are printed of a pack. */
const known = new WeakMap<Pack["narrative"], readonly HelperCall[]>();

function callsOf({ narrative }: Pack): readonly HelperCall[] {
  const calls =
    known.get(narrative) ?? [...narrative.values()].flatMap(({ text }) => callsIn(syntaxOf(text)));
  known.set(narrative, calls);
  return calls;
}

/** Whether the format says why something changed elsewhere than how much, or need not say it. */
export function takesChangesApart(pack: Pack): boolean {
  return callsOf(pack).some(({ helper }) => helper === ("增减额" satisfies HelperName));
}

/** What the texts say of which measure, whether this year's print it or not. */
function saidBy(pack: Pack): Says {
  const calls = callsOf(pack);
  return (what, measure) => {
    const helpers: readonly string[] = SAYING[what];
    return calls.some(({ helper, measures }) => helpers.includes(helper) && measures.includes(measure));
  };
}

/** By itself, or by all of its parts. */
function isExplained(measure: Measure | undefined, measures: Pack["measures"], says: Says): boolean {
  if (!measure) return false;
  if (says("reason", measure.name)) return true;
  return (
    measure.kind === "total" && measure.of.every((name) => isExplained(measures.get(name), measures, says))
  );
}

/** The title of the part that says what there is of the budget: where something is missing there is no other place. */
function placeFor(passages: readonly ReadPassage[]): ReadPassage | undefined {
  const headings = passages.filter((passage) => isNarrative(passage) && passage.kind === "heading");
  return headings.find(({ text }) => text.includes("情况说明")) ?? headings[0];
}
