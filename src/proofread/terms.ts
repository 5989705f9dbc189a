import type { Passage } from "../model/passage.js";
import type { Written } from "../model/source.js";
import { covering } from "./masks.js";
import type { Finding, Proof, Rule } from "./rule.js";

export const TERMS: Rule = {
  code: "校对/名词",
  severity: "错误",
  says: "文件里用到的专业名词，在名词解释里说明；哪些是专业名词，由版式登记",
  certainty: "公开文件",
  basis: "名词解释是公开的内容之一，见财预〔2016〕143号，据各地公开目录的转述",
  examine: (proof) => proof.pack.technicalTerms.flatMap((word) => unexplained(proof, word)),
};

/** The first use of a word that no printed term explains. */
function unexplained(proof: Proof, word: string): readonly Finding[] {
  if (isExplained(proof, word)) return [];
  const longer = proof.pack.technicalTerms.filter((each) => each !== word && each.includes(word));
  const cover = covering(longer);
  const passage = proof.passages.find(({ text }) => cover(text).includes(word));
  if (!passage) return [];
  const start = cover(passage.text).indexOf(word);
  return [
    {
      passage,
      start,
      end: start + word.length,
      message: `用到了专业名词“${word}”，名词解释里没有说明`,
      remedy: `在 terms.yaml 里加上这个名词和它的解释；已有同义的名词，在它的 usedAs 里加上“${word}”`,
    },
  ];
}

/** A term is printed when one of the words is used that stand for it. */
function isExplained({ pack, passages }: Proof, word: string): boolean {
  return pack.terms.some(
    ({ term, usedAs = [term.text] }) =>
      usedAs.includes(word) && passages.some((passage) => explains(passage, term)),
  );
}

/** A paragraph that begins with the term, behind its number. */
function explains({ kind, origins = [] }: Passage, term: Written): boolean {
  return kind === "paragraph" && origins[0]?.written === term;
}
