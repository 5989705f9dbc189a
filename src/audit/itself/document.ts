import type { Manuscript, ScriptLine } from "../../model/manuscript.js";
import type { Recovered } from "../../model/recovered.js";
import { compact } from "../../text/fold.js";
import { withoutFurniture } from "../layout/furniture.js";
import { type FoundPassage, narrativePassages } from "../passages.js";
import { joined, placedText } from "../words/placed-text.js";
import { type DocumentTable, readTables } from "./document-table.js";

/** A document that was made elsewhere, as it is held to itself. */
export interface ForeignDocument {
  readonly file: string;
  /** its text outside of tables, by headings and what stands between them */
  readonly narrative: readonly FoundPassage[];
  /** the lines of its text */
  readonly lines: readonly ScriptLine[];
  readonly tables: readonly DocumentTable[];
  /** none where its file is not cut into pages */
  readonly pages: number;
  /** what a reader does not see of it, or could not be read, in words */
  readonly unseen: readonly string[];
}

/** A line of a table of contents leads to a page. */
const CONTENTS = /[.…·．]{3,}\s*\d*$|^目\s*录$/u;

/** What is read of pages or of a text: their lines and the tables between their rules. */
export function documentOfPages(manuscript: Manuscript, recovered: Recovered): ForeignDocument {
  const lines = withoutFurniture(manuscript).flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.kind === "line" && !CONTENTS.test(piece.text.trim()) ? [piece] : [])),
  );
  const unread = manuscript.pages.flatMap(({ number, unread: why }) =>
    why === undefined ? [] : [`第 ${number} 页：${why}`],
  );
  const slanting = new Set(manuscript.pages.flatMap(({ slanting: words }) => words || []));
  const marks = [...slanting].map((words) => `斜着印的“${words}”`);
  const pages = manuscript.pages.filter(({ number }) => number !== undefined).length;
  return documentOf(recovered, lines, pages, [...unread, ...marks]);
}

/** What is read of a workbook, a Word document or a web page. */
export function documentOfParagraphs(recovered: Recovered): ForeignDocument {
  let offset = 0;
  const lines = recovered.paragraphs.flatMap(({ text }, index): ScriptLine[] => {
    const line = { kind: "line", text, page: undefined, number: index + 1, offset, breaks: [] } as const;
    offset += text.length + 1;
    return CONTENTS.test(text.trim()) ? [] : [line];
  });
  return documentOf(recovered, lines, 0, []);
}

function documentOf(
  { file, tables, remarks }: Recovered,
  lines: readonly ScriptLine[],
  pages: number,
  unread: readonly string[],
): ForeignDocument {
  const filled = lines.filter(({ text }) => compact(text) !== "");
  const narrative = narrativePassages(joined(filled.map((line) => placedText(line))));
  return {
    file,
    narrative,
    lines: filled,
    tables: readTables(tables),
    pages,
    unseen: [...remarks, ...unread],
  };
}
