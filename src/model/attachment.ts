/** A file that goes with a publication, inside of it. */
export interface Attachment {
  /** in ASCII */
  readonly name: string;
  readonly mediaType: string;
  /** what it is, in one line */
  readonly says: string;
  readonly content: Uint8Array;
}
