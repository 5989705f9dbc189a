import type { Query } from "../../model/ledger.js";
import type { Quantity } from "../../money/money.js";

/** A printed amount, read backwards: what it asks of the ledger, and between which sums of lines it may have been rounded. */
export interface PrintedCell {
  readonly query: Query;
  /** in 元, exact; the sum of its lines is at least this and at most `high` */
  readonly low: Quantity;
  readonly high: Quantity;
  /** its digits as they are printed */
  readonly text: string;
  /** its place in words that an officer can look up */
  readonly where: string;
}
