import { discloserOf } from "../model/consolidation.js";
import { literally } from "../text/fold.js";
import { covering, properNames } from "./masks.js";
import { type Finding, matches, type Proof, type Remarks, type Rule } from "./rule.js";

export const SYNONYMS: Rule<Proof> = {
  code: "校对/称呼",
  severity: "错误",
  says: "同一事物在全文里用同一个名称，以版式登记的为准",
  certainty: "实务",
  basis: "实务；科目名称以当年政府收支分类科目为准",
  examine: (proof) =>
    proof.pack.synonyms.flatMap((names) => {
      const [right, ...others] = names.map((name) => name.replaceAll("{{主体}}", discloserOf(proof.budget)));
      return misnamed(
        proof,
        right,
        others.filter((name) => name !== right),
      );
    }),
};

/** Names are printed as they were given, and so are the duties, which were approved as they are. */
function misnamed(proof: Proof, right: string | undefined, wrong: readonly string[]): readonly Finding[] {
  if (!right || wrong.length === 0) return [];
  // the right name may be longer than a wrong one, or a wrong one begin with it
  const isWithin = wrong.some((name) => name.includes(right));
  const names = [
    ...(isWithin ? [] : [right]),
    ...properNames(proof),
    ...proof.budget.unit.duties.map(({ text }) => text),
  ];
  const cover = covering(names);
  const pattern = new RegExp(wrong.map(literally).join("|"), "g");
  const remark = (found: string): Remarks => ({
    message: `“${found}”应当写作“${right}”`,
    remedy: `改成“${right}”`,
  });
  // to cover names takes long, and uncovers none
  const suspect = proof.passages.filter(({ text }) => text.search(pattern) !== -1);
  return matches(suspect, pattern, remark, ({ text }) => cover(text));
}
