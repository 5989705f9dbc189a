import type { Grid, Manuscript, ManuscriptPage, Piece } from "../../model/manuscript.js";
import type { RecoveredCell, RecoveredParagraph, RecoveredTable } from "../../model/recovered.js";

/** Title, number and unit of money of a table stand in so many lines before it. */
const LINES_ABOVE = 4;
const REMARK = /^(?:注|备注|说明)/u;

/** The tables of a manuscript between rules, and what stands outside of them. */
export function recoverManuscript({ pages }: Manuscript): {
  readonly tables: readonly RecoveredTable[];
  readonly paragraphs: readonly RecoveredParagraph[];
} {
  return { tables: pages.flatMap(tablesOf), paragraphs: pages.flatMap(paragraphsOf) };
}

function tablesOf({ pieces }: ManuscriptPage): readonly RecoveredTable[] {
  return pieces.flatMap((piece, index) => {
    if (piece.kind === "line") return [];
    const lastGrid = pieces.slice(0, index).findLastIndex(({ kind }) => kind === "grid");
    const nextGrid = pieces.findIndex(({ kind }, at) => at > index && kind === "grid");
    const above = textsOf(pieces.slice(lastGrid + 1, index)).slice(-LINES_ABOVE);
    const after = textsOf(pieces.slice(index + 1, nextGrid < 0 ? undefined : nextGrid));
    const below = after.filter((text) => REMARK.test(text));
    return [{ name: above[0] ?? "", above, below, rows: rowsOf(piece) }];
  });
}

function rowsOf({ columns, rows }: Grid): RecoveredTable["rows"] {
  return rows.map(({ line, cells }) => {
    const where = `第 ${line.page ?? 1} 页第 ${line.number} 行`;
    const row = Array.from(
      { length: columns },
      (): RecoveredCell => ({ text: "", indent: 0, columns: 1, rows: 1, where }),
    );
    for (const { column, columns: reach, start, end } of cells) {
      const words = line.text.slice(start, end);
      const indent = words.length - words.trimStart().length;
      row[column] = { text: words.trim(), indent, columns: reach, rows: 1, where };
    }
    return row;
  });
}

function textsOf(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap((piece) => {
    const text = piece.kind === "line" ? piece.text.trim() : "";
    return text === "" ? [] : [text];
  });
}

/** A heading, or an item of a list: it begins a paragraph. */
const BEGINS =
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])/u;
/** A paragraph ends in one of these, a heading in none. */
const ENDS = /[。；：！？]$/u;
const LONGEST_HEADING = 30;

/** Lines of a page that make one paragraph, joined. */
function paragraphsOf({ pieces, number = 1 }: ManuscriptPage): readonly RecoveredParagraph[] {
  const paragraphs: { text: string; where: string }[] = [];
  let isOpen = false;
  for (const piece of pieces) {
    const text = piece.kind === "line" ? piece.text.trim() : "";
    if (piece.kind === "grid" || text === "") isOpen = false;
    if (piece.kind === "grid" || text === "") continue;
    const last = paragraphs.at(-1);
    if (isOpen && last && !BEGINS.test(text)) last.text += text;
    else paragraphs.push({ text, where: `第 ${number} 页第 ${piece.number} 行` });
    isOpen = !ENDS.test(text) && !(BEGINS.test(text) && text.length < LONGEST_HEADING);
  }
  return paragraphs;
}
