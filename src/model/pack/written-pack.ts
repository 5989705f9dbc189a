import type { Written } from "../source.js";

/** Whose a disclosure is. */
export type Discloser = "单位" | "部门";

/** What is printed of some disclosers only, where it says so. */
export interface Conditional {
  readonly when?: PrintedWhen;
}

export interface PrintedWhen {
  readonly 主体: Discloser;
}

/** What the contents may call otherwise than it is called where it stands. */
export interface Listed extends Conditional {
  readonly inContents?: Written;
}

/** What a pack's file holds of a value before it is decoded: texts without their places, numbers as they are written. */
export type InFile<T> = T extends number | Written
  ? string
  : T extends string | boolean | undefined
    ? T
    : { readonly [K in keyof T]: InFile<T[K]> };
