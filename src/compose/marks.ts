import type { Figure } from "../model/ledger.js";
import type { Run } from "../model/report.js";

/** Private-use characters, which no input may hold: a figure's number stands between the first two. */
const OPEN = "\uE000";
const CLOSE = "\uE001";
/** Between paragraphs. */
export const PARAGRAPH = "\uE002";

/** Figures on their way through a template: text holds a mark, the figure waits here. */
export interface Marks {
  mark(figure: Figure): string;
  /** `text` cut at its marks, each replaced by its figure */
  runs(text: string): readonly Run[];
}

export function createMarks(): Marks {
  const figures: Figure[] = [];
  return {
    mark(figure) {
      figures.push(figure);
      return `${OPEN}${figures.length - 1}${CLOSE}`;
    },
    runs(text) {
      const pieces = text.split(new RegExp(`${OPEN}(\\d+)${CLOSE}`, "u"));
      return pieces.flatMap((piece, index): Run[] => {
        const figure = index % 2 === 1 ? figures[Number(piece)] : undefined;
        if (figure) return [{ kind: "figure", figure }];
        return piece === "" ? [] : [{ kind: "text", text: piece }];
      });
    },
  };
}
