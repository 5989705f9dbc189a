import type { RecoveredParagraph } from "../model/recovered.js";
import { compact, folded } from "../text/fold.js";

/** What prose says of a unit, in its own words. */
export interface ProseFacts {
  readonly duties: readonly RecoveredParagraph[];
  readonly offices: readonly string[];
  /** where the offices are named */
  readonly officesWhere: string | undefined;
  /** by measure: why it rose or fell */
  readonly reasons: ReadonlyMap<string, RecoveredParagraph>;
}

const DUTIES = /(?:主要职责|主要职能|单位职责|单位职能|部门职责|工作职责)$/u;
const OFFICES = /(?:内设机构|机构设置|机构设置情况|机构情况|机构构成)$/u;
/** A heading is short, and no sentence. */
const LONGEST_HEADING = 30;
const HEADING =
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、])?/u;
/** Rows of a table of contents. */
const CONTENTS = /(?:\.{3}|…|·{3})|\d+$/u;

export function proseFacts(
  paragraphs: readonly RecoveredParagraph[],
  measures: readonly string[],
): ProseFacts {
  const offices = sectionUnder(paragraphs, OFFICES);
  const [naming] = offices.filter(({ text }) => NAMES.test(text));
  return {
    duties: sectionUnder(paragraphs, DUTIES),
    offices: naming ? officesIn(naming.text) : [],
    officesWhere: naming?.where,
    reasons: reasonsIn(paragraphs, measures),
  };
}

/** The paragraphs under the last heading that ends in such words: an earlier one may stand in the contents. */
function sectionUnder(
  paragraphs: readonly RecoveredParagraph[],
  words: RegExp,
): readonly RecoveredParagraph[] {
  const isHeading = ({ text }: RecoveredParagraph): boolean =>
    text.length <= LONGEST_HEADING && !/[。；]$/u.test(text);
  const from = paragraphs.findLastIndex((each) => isHeading(each) && words.test(plainHeading(each.text)));
  if (from < 0) return [];
  const rest = paragraphs.slice(from + 1);
  const level = levelOf(paragraphs[from]?.text ?? "");
  const to = rest.findIndex(
    (each) => isHeading(each) && levelOf(each.text) <= level && !CONTENTS.test(each.text),
  );
  return to < 0 ? rest.slice(0, MOST_PARAGRAPHS) : rest.slice(0, to);
}

const MOST_PARAGRAPHS = 40;

function plainHeading(text: string): string {
  return compact(text)
    .replace(HEADING, "")
    .replace(/[：:]$/u, "");
}

/** 第一部分 is above 一、, that above （一）; what has no number is a heading of its own. */
function levelOf(text: string): number {
  const levels = [
    /^第[一二三四五六七八九十]+部分/u,
    /^[一二三四五六七八九十]+、/u,
    /^（[一二三四五六七八九十]+）/u,
  ];
  const level = levels.findIndex((each) => each.test(text));
  return level < 0 ? levels.length : level;
}

/** What stands between the words that name offices and the end of their sentence. */
const NAMES =
  /(?:内设(?:机构|科室|处室|部门)?|下设)[^。：:]*?(?:包括|分别为|分别是|有|为|：|:)[：:]?(?<names>[^。；]+)/u;

function officesIn(text: string): readonly string[] {
  const names = NAMES.exec(text)?.groups?.names ?? "";
  return names
    .replace(/^\d+个[^：:]*[：:]/u, "")
    .replace(/等?\d*个(?:内设)?(?:机构|科室|处室|部门)$/u, "")
    .split(/[、，,和]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "" && name.length <= LONGEST_HEADING);
}

const REASON = /^(?<about>[^。]*?)(?:主要)?原因(?:是|为|：|:)(?<reason>[^。]+)/u;

/** Why measures changed, of sentences that name one measure and no other. */
function reasonsIn(
  paragraphs: readonly RecoveredParagraph[],
  measures: readonly string[],
): ReadonlyMap<string, RecoveredParagraph> {
  const known = measures.map((name) => ({ name, words: folded(name) }));
  const found = paragraphs.flatMap(({ text, where }) =>
    text.split(/(?<=。)/u).flatMap((sentence): readonly (readonly [string, RecoveredParagraph])[] => {
      const { about = "", reason = "" } = REASON.exec(sentence)?.groups ?? {};
      const said = folded(about);
      const named = known.filter(({ words }) => said.includes(words));
      const longest = named.filter(
        ({ words }) => !named.some((each) => each.words !== words && each.words.includes(words)),
      );
      const [only, ...others] = longest;
      return only && others.length === 0 && reason.length > 1
        ? [[only.name, { text: reason.trim(), where }]]
        : [];
    }),
  );
  return new Map(found);
}
