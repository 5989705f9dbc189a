/** Millimetres in pt. */
export function points(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

export function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}

/** A number as files write it, to a millionth. */
export function decimal(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
