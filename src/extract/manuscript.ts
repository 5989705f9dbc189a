import type { Manuscript, ManuscriptPage, Piece, ScriptLine } from "../model/manuscript.js";
import type { PageScript, RawPiece } from "./page-script.js";

/** Counts lines and characters while a manuscript is put together; lines from 1 again on every page of a PDF. */
function createCounter() {
  let page: number | undefined;
  let number = 0;
  let offset = 0;
  return {
    turn(next: number): void {
      page = next;
      number = 0;
    },
    line(text: string, breaks: readonly number[] = []): ScriptLine {
      number++;
      const line: ScriptLine = { kind: "line", text, page, number, offset, breaks };
      // the end of a line counts, so that stretches of two lines never touch
      offset += text.length + 1;
      return line;
    },
  };
}

export function manuscriptOfPages(file: string, scripts: readonly PageScript[]): Manuscript {
  const counter = createCounter();
  const pages = scripts.map((script, index): ManuscriptPage => {
    counter.turn(index + 1);
    return {
      number: index + 1,
      pieces: script.pieces.map((piece) => counted(piece, counter)),
      unread: script.unread,
      ...(script.slanting !== "" && { slanting: script.slanting }),
    };
  });
  return { file, pages };
}

function counted(piece: RawPiece, counter: ReturnType<typeof createCounter>): Piece {
  if (piece.kind === "line") return counter.line(piece.text);
  const rows = piece.rows.map(({ text, breaks, cells }) => ({ line: counter.line(text, breaks), cells }));
  return { ...piece, rows };
}

/** A text as it stands in its file; form feeds part its pages, if there are any. */
export function manuscriptOfText(file: string, text: string): Manuscript {
  const counter = createCounter();
  const sheets = text.replace(/\f\s*$/u, "").split("\f");
  const pages = sheets.map((sheet, index): ManuscriptPage => {
    const lines = sheet.split(/\r\n|[\n\r\v\u0085\u2028\u2029]/);
    // a form feed does not end a line of the file
    const last = index < sheets.length - 1 && lines.at(-1) === "" ? lines.slice(0, -1) : lines;
    return {
      number: sheets.length > 1 ? index + 1 : undefined,
      pieces: last.map((line) => counter.line(line)),
      unread: undefined,
    };
  });
  return { file, pages };
}
