/** Millimetres in pt. */
export function points(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

export function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}
