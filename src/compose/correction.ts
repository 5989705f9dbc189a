import type { Books } from "../model/books.js";
import type { Announcement, Budget } from "../model/budget.js";
import type { Correction, Version } from "../model/correction.js";
import type { CORRECTION_LINES, CorrectionWords, Pack } from "../model/pack.js";
import type { Block, Cell, Column, Paragraph, Report, Table } from "../model/report.js";
import { compareYears } from "./change.js";
import { factsOf } from "./facts.js";
import { createMarks } from "./marks.js";
import { createTemplates, type Values } from "./template.js";

/** A correction with the page where readers of the published file find it; undefined where the page has no number. */
export interface LocatedCorrection {
  readonly correction: Correction;
  readonly page: number | undefined;
}

/** What an announcement of corrections is made from. */
export interface AnnouncementSetting {
  readonly budget: Budget;
  readonly books: Books;
  readonly pack: Pack;
  readonly words: CorrectionWords;
  readonly announcement: Announcement;
  /** the title of the corrected disclosure */
  readonly title: string;
}

/** The announcement (更正说明) of corrections in the pack's words, and beside each other what read how and how it reads now. */
export function composeAnnouncement(
  corrections: readonly LocatedCorrection[],
  setting: AnnouncementSetting,
): Report {
  const { budget, pack, words, announcement } = setting;
  const say = sayer(setting);
  const title = say("title");
  const date = inChinese(announcement.corrected);
  const letter: readonly Block[] = [
    { kind: "heading", level: "part", lines: [title] },
    paragraph(say("opening")),
    ...words.closing.map(paragraph),
    { kind: "signature", name: budget.unit.name, date },
  ];
  const annex: readonly Block[] = [
    { kind: "heading", level: "annex", lines: [say("annex")] },
    comparison(corrections, setting, say),
  ];
  return {
    title,
    author: budget.unit.name,
    unitCode: budget.unit.code,
    year: budget.year,
    subject: title,
    date: new Date(`${announcement.corrected}T00:00:00Z`),
    style: pack.style,
    parts: [
      { orientation: "portrait", numbered: true, blocks: letter },
      { orientation: "landscape", numbered: true, blocks: annex },
    ],
  };
}

type Say = (line: keyof typeof CORRECTION_LINES, values?: Values) => string;

/** Fills the pack's lines with the facts, and with what the officer says of the correction. */
function sayer({ budget, books, pack, words, announcement, title }: AnnouncementSetting): Say {
  const templates = createTemplates(factsOf(budget), pack.measures, {
    books,
    changes: compareYears(budget, books),
    words: pack.words,
    marks: createMarks(),
    report: () => {},
  });
  const own = {
    题名: title,
    公开日期: inChinese(announcement.published),
    更正日期: inChinese(announcement.corrected),
    原因: announcement.reason,
  };
  return (line, values = {}) => templates.line(words[line], { ...own, ...values });
}

/** 2023-02-20 as 2023年2月20日. */
function inChinese(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

function paragraph(text: string): Paragraph {
  return { kind: "paragraph", runs: [{ kind: "text", text }] };
}

function comparison(
  corrections: readonly LocatedCorrection[],
  { budget, words }: AnnouncementSetting,
  say: Say,
): Table {
  const columns = words.columns.map((header, index): Column => {
    return { header, align: index < 2 ? "center" : "left", children: [] };
  });
  const rows = corrections.map(({ correction, page }, index) => {
    const { before, after } = correction;
    const texts = [
      String(index + 1),
      page === undefined ? "" : String(page),
      placeOf(correction, say),
      contentOf(correction, before, say),
      contentOf(correction, after, say),
    ];
    return {
      cells: texts.map(
        (text): Cell => (text === "" ? { kind: "empty", rows: 1 } : { kind: "text", text, rows: 1 }),
      ),
    };
  });
  return {
    kind: "table",
    number: "",
    title: say("table"),
    left: budget.unit.name,
    right: "",
    columns,
    rows,
    notes: (words.notes ?? []).map(paragraph),
  };
}

function placeOf(correction: Correction, say: Say): string {
  if (correction.kind === "sentence") return correction.under;
  const { number, title, row, column } = correction;
  const values = { 表号: number, 表名: title, 行: quoted(row) };
  return column === undefined ? say("row", values) : say("cell", { ...values, 栏: quoted(column) });
}

function contentOf({ kind }: Correction, version: Version | undefined, say: Say): string {
  if (!version) return say("none");
  return version.text === "" && kind === "cell" ? say("blank") : version.text;
}

/** For use between quotation marks. */
function quoted(text: string): string {
  return text.replaceAll("“", "‘").replaceAll("”", "’");
}
