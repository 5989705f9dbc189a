declare module "linebreak" {
  /** Where a text may be broken, after Unicode's UAX #14; positions count UTF-16 units. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
