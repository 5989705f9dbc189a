import type { PageScript } from "./page-script.js";

/** A disclosure has some dozen pages; more than this is another kind of document. */
export const MOST_PAGES = 500;

/** Why a PDF cannot be read at all. */
export type Obstacle = "encrypted" | "damaged" | "too long" | "too large" | "too slow";

/** What was read of a PDF. It is plain data, so that one thread can send it to another. */
export type PdfScript =
  | { readonly kind: "read"; readonly pages: readonly PageScript[] }
  | { readonly kind: "unreadable"; readonly obstacle: Obstacle };
