import { isNarrative } from "../model/passage.js";
import { quoted, type ReadPassage, type ReportProof, type Rule } from "./rule.js";

/** Behind which helpers of a template a measure is printed, and behind which it is compared with last year. */
const PRINTED = ["金额", "元", "千元", "万元", "数量"];
const COMPARED = ["增减"];

export const DISCLOSED: Rule = {
  code: "校对/漏公开",
  severity: "错误",
  says: "必须公开的数，说明里都印出；必须说明增减的，都与上年比较；哪些是必须的，由版式登记",
  certainty: "公开文件",
  basis: "预算法第十四条要求说明机关运行经费、公开政府采购；其余见财预〔2016〕143号，据各地公开目录的转述",
  examine: (proof) => {
    const { disclosed, compared } = proof.pack;
    const unprinted = without(disclosed, calledWith(PRINTED, proof));
    const uncompared = without(compared, calledWith(COMPARED, proof)).filter(
      (name) => !unprinted.includes(name),
    );
    const message = [
      ...(unprinted.length > 0 ? [`没有印${quoted(unprinted)}`] : []),
      ...(uncompared.length > 0 ? [`没有说${quoted(uncompared)}比上年增减多少`] : []),
    ].join("，");
    const passage = placeFor(proof.passages);
    if (message === "" || !passage) return [];
    return [{ passage, start: 0, end: passage.text.length, message: `说明里${message}`, remedy: REMEDY }];
  },
};

const REMEDY =
  "在 narrative 里恢复说到它们的话：数用 {{万元 口径}} 或 {{数量 口径}} 印出，增减用 {{增减 口径}}；这一版式不要求的，从 pack.yaml 的 disclosed、compared 里删去";

function without(names: readonly string[], found: ReadonlySet<string>): readonly string[] {
  return names.filter((name) => !found.has(name));
}

/** The measures that these helpers are called with, whether this year's text prints them or not. */
function calledWith(helpers: readonly string[], { pack }: ReportProof): ReadonlySet<string> {
  const call = new RegExp(`\\{\\{\\s*(?:${helpers.join("|")})\\s+([^\\s{}]+)`, "g");
  const texts = [...pack.narrative.values()].map(({ text }) => text);
  return new Set(texts.flatMap((text) => [...text.matchAll(call)].map(([, name = ""]) => name)));
}

/** The title of the part that says what there is of the budget: where something is missing there is no other place. */
function placeFor(passages: readonly ReadPassage[]): ReadPassage | undefined {
  const headings = passages.filter((passage) => isNarrative(passage) && passage.kind === "heading");
  return headings.find(({ text }) => text.includes("情况说明")) ?? headings[0];
}
