/** A stretch of a text: its words, and where they begin. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
}

/** The sentences of a text, each without its full stop. */
export function sentencesOf(text: string): readonly Stretch[] {
  return splitAt({ text, start: 0 }, /[。！？]/);
}

/** The pieces of a stretch between the marks. */
export function splitAt({ text, start }: Stretch, mark: RegExp): readonly Stretch[] {
  const pieces = text.split(mark);
  const lengths = pieces.map((piece) => piece.length + 1);
  return pieces.map((piece, index) => ({
    text: piece,
    start: start + lengths.slice(0, index).reduce((sum, length) => sum + length, 0),
  }));
}
