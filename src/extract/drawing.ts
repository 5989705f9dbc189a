/** A character with its place on the page, in pt from the top left of the page as it is seen. */
export interface DrawnCharacter {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** where its baseline runs */
  readonly base: number;
  readonly size: number;
  /** whether it stands on a slanting line, as watermarks do */
  readonly slanting?: true;
}

/** A straight line that stands `at` a place across its own direction, and runs from one place to another. */
export interface StraightLine {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly upright: readonly StraightLine[];
  readonly level: readonly StraightLine[];
}

/** All that matters of what is drawn on a page. */
export interface DrawnPage {
  readonly glyphs: readonly DrawnCharacter[];
  readonly rules: Rules;
  /** whether anything but characters is drawn */
  readonly hasShapes: boolean;
  /** how much of the page pictures cover, in parts of the page */
  readonly pictured: number;
}
