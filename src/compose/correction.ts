import type { Announcement, Budget } from "../model/budget.js";
import type { Correction, LocatedCorrection } from "../model/correction.js";
import type { Books } from "../model/ledger.js";
import type { CORRECTION_LINES, CorrectionWords, Pack } from "../model/pack/pack.js";
import type { Block, Part, Report, Table } from "../model/report.js";
import type { Written } from "../model/source.js";
import { joined, ownWording, sliced, type Wording, wordingOf } from "../model/wording.js";
import { compareYears } from "./change.js";
import { listColumn, listRow } from "./columns.js";
import { dayOf, factsOf, firstDay, inChinese } from "./facts.js";
import { paragraphOf } from "./narrative.js";
import { createQuotes } from "./quotes.js";
import { withinQuotes } from "./residual.js";
import { createTemplates, type Values } from "./template.js";

/** What an announcement of corrections is made from. */
export interface AnnouncementSetting {
  readonly budget: Budget;
  readonly books: Books;
  readonly pack: Pack;
  readonly words: CorrectionWords;
  readonly announcement: Announcement;
  /** the title of the published disclosure */
  readonly title: string;
}

/** The announcement (更正说明) of corrections in the pack's words: a letter, and what read how and how it reads now. */
export function composeAnnouncement(
  corrections: readonly LocatedCorrection[],
  setting: AnnouncementSetting,
): Report {
  const { budget, pack, announcement } = setting;
  const fill = filler(setting, corrections.length);
  const title = fill(setting.words.title);
  return {
    title,
    author: budget.unit.name.text,
    unitCode: budget.unit.code,
    year: budget.year,
    subject: title.text,
    date: dayOf(announcement.corrected) ?? firstDay(budget),
    // its table is of words, which need no small type: they can be broken
    style: { ...pack.style, table: { ...pack.style.table, smallest: pack.style.table.size } },
    parts: [letter(title, setting, fill), annex(corrections, setting, fill)],
  };
}

/** A line of the pack with the facts in it, with what the officer says of the correction, and with the values given. */
type Fill = (line: Written, values?: Values) => Wording;

function filler(setting: AnnouncementSetting, count: number): Fill {
  const { budget, books, pack, announcement, title } = setting;
  const templates = createTemplates(factsOf(budget), pack, {
    books,
    changes: compareYears(budget, books, pack),
    pack,
    quotes: createQuotes({ budget, books, pack }, () => {}),
    report: () => {},
  });
  const own = {
    题名: title,
    原因: announcement.reason,
    处数: String(count),
  };
  return (line, values = {}) => templates.line(line, { ...own, ...values });
}

function letter(title: Wording, { budget, words, announcement }: AnnouncementSetting, fill: Fill): Part {
  const blocks: readonly Block[] = [
    { kind: "heading", level: "part", lines: [title] },
    ...words.letter.map((line) => paragraphOf(withoutBlanksAtNumbers(fill(line)))),
    { ...paragraphOf(fill(words.enclosure)), apart: true },
    {
      kind: "signature",
      name: wordingOf(budget.unit.name),
      date: ownWording(inChinese(announcement.corrected.value)),
    },
  ];
  return { orientation: "portrait", numbered: true, blocks };
}

const BLANKS_AT_NUMBER =
  /(?<=[\p{Script=Han}\p{P}])[ \t\u3000]+(?=\d)|(?<=[\d%])[ \t\u3000]+(?=[\p{Script=Han}\p{P}])/gu;

/** As numbers are printed everywhere, however the officer parts them from the words around them. */
function withoutBlanksAtNumbers(wording: Wording): Wording {
  let from = 0;
  const pieces = [...wording.text.matchAll(BLANKS_AT_NUMBER)].map(({ index, 0: blanks }) => {
    const piece = sliced(wording, from, index);
    from = index + blanks.length;
    return piece;
  });
  return joined([...pieces, sliced(wording, from)]);
}

/** What its columns show as far as the place, and then how it read and how it reads. */
const COLUMNS = ["ordinal", "page"] as const;

function annex(
  corrections: readonly LocatedCorrection[],
  { pack, words }: AnnouncementSetting,
  fill: Fill,
): Part {
  const columns = words.columns.map((header, index) =>
    listColumn(wordingOf(header), COLUMNS[index] ?? "text", index < 2 ? "center" : "left"),
  );
  const say: Say = (line, values) => fill(words[line], values).text;
  const table: Table = {
    kind: "table",
    number: ownWording(""),
    title: fill(words.table),
    left: fill(pack.words.tableLeft),
    right: ownWording(""),
    columns,
    rows: corrections.map((each, index) => listRow(textsOf(each, index, say))),
    notes: (words.notes ?? []).map((line) => paragraphOf(fill(line))),
  };
  const heading: Block = { kind: "heading", level: "annex", lines: [fill(words.annex)] };
  return { orientation: "landscape", numbered: true, blocks: [heading, table] };
}

type Say = (line: keyof typeof CORRECTION_LINES, values?: Values) => string;

function textsOf({ correction, page }: LocatedCorrection, index: number, say: Say): readonly string[] {
  return [
    String(index + 1),
    page === undefined ? "" : String(page),
    placeOf(correction, say),
    contentOf(correction, "before", say),
    contentOf(correction, "after", say),
  ];
}

function placeOf(correction: Correction, say: Say): string {
  if (correction.kind === "sentence") return correction.under.join(" ") || say("cover");
  const { number: 表号, title: 表名 } = correction;
  const 行 = correction.kind === "caption" ? "" : correction.row.map(withinQuotes).join("”“");
  switch (correction.kind) {
    case "caption":
      return say("caption", { 表号, 表名 });
    case "cell": {
      const 栏 = withinQuotes(correction.column);
      // the columns of a form have no names
      if (栏 === "") return say("row", { 表号, 表名, 行 });
      return 行 === "" ? say("column", { 表号, 表名, 栏 }) : say("cell", { 表号, 表名, 行, 栏 });
    }
    case "row":
    case "order":
      return 行 === "" ? say("caption", { 表号, 表名 }) : say("row", { 表号, 表名, 行 });
  }
}

function contentOf(correction: Correction, when: "before" | "after", say: Say): string {
  const { [when]: version } = correction;
  if (!version) return say(when === "before" ? "none" : "deleted");
  if (correction.kind !== "order") return version.text || say("blank");
  return version.text === "" ? say("first") : say("order", { 行: withinQuotes(version.text) });
}
