import { deflateSync } from "node:zlib";

/** Where an object is: at so many bytes from the beginning of the file, or in an object stream, after so many others. */
type Place =
  | readonly [kind: typeof PLAIN, at: number, generation: 0]
  | readonly [kind: typeof PACKED, stream: number, index: number];

const PLAIN = 1;
const PACKED = 2;

/** An object that is no stream, as pdfkit writes it. */
interface Unstreamed {
  readonly number: number;
  readonly text: string;
}

/** How many objects are packed together: a reader that looks for one unpacks them all. */
const TOGETHER = 200;

/** How many pieces pdfkit writes of an object that is no stream: that it begins, what it is, and that it ends. */
const UNSTREAMED = 3;

const BEGIN = /^\d+ 0 obj$/;

/**
 * The file that pdfkit writes piece by piece: words, behind each of which a line ends, and bytes. Objects that are no
 * streams are packed into object streams, and a cross-reference stream says where all of them are, instead of pdfkit's table
 * (ISO 32000-1, 7.5.7 and 7.5.8): the sample has 384 KB instead of 641.
 */
export class PackedFile {
  readonly #written: Uint8Array[] = [];
  #length = 0;
  /** of each object by its number */
  readonly #places: Place[] = [];
  readonly #unstreamed: Unstreamed[] = [];
  /** of the object that is being written, or of what stands before all objects or behind them */
  #pieces: (string | Uint8Array)[] = [];

  write(piece: string | Uint8Array): void {
    if (typeof piece === "string" && BEGIN.test(piece)) this.#append(this.#pieces.splice(0));
    this.#pieces.push(piece);
    if (piece === "endobj") this.#endObject(this.#pieces.splice(0));
  }

  /** The whole of it. Throws where pdfkit has begun objects and never ended them. */
  close(): Uint8Array {
    if (this.#pieces.at(-1) !== "%%EOF") throw new Error("objects of the file were left unwritten");
    const trailer = String(this.#pieces[this.#pieces.indexOf("trailer") + 1]);
    const size = Number(SIZE.exec(trailer)?.[1]);
    for (let from = 0; from < this.#unstreamed.length; from += TOGETHER)
      this.#pack(this.#unstreamed.slice(from, from + TOGETHER), size + from / TOGETHER);
    this.#writeReferences(trailer);
    return Buffer.concat(this.#written);
  }

  #endObject(pieces: readonly (string | Uint8Array)[]): void {
    const number = Number.parseInt(String(pieces[0]), 10);
    if (pieces.length === UNSTREAMED) this.#unstreamed.push({ number, text: String(pieces[1]) });
    else this.#place(number, pieces);
  }

  #place(number: number, pieces: readonly (string | Uint8Array)[]): void {
    this.#places[number] = [PLAIN, this.#length, 0];
    this.#append(pieces);
  }

  #pack(objects: readonly Unstreamed[], stream: number): void {
    let at = 0;
    const index = objects.map(({ number, text }, place) => {
      const entry = `${number} ${at}`;
      this.#places[number] = [PACKED, stream, place];
      at += text.length + 1;
      return entry;
    });
    const head = `${index.join(" ")}\n`;
    const texts = objects.map(({ text }) => `${text}\n`).join("");
    const keys = `/Type /ObjStm\n/N ${objects.length}\n/First ${head.length}`;
    this.#writeStream(stream, keys, Buffer.from(head + texts, "latin1"));
  }

  /** The last object, which says of each where it is, of itself too, and whose keys are those of a trailer. */
  #writeReferences(trailer: string): void {
    const own = this.#places.length;
    const at = this.#length;
    const places: readonly Place[] = [...this.#places.slice(1), [PLAIN, at, 0]];
    const rows = Buffer.alloc((own + 1) * ROW);
    rows.writeUInt16BE(0xffff, ROW - 2);
    places.forEach(([kind, where, index], object) => {
      const row = (object + 1) * ROW;
      rows.writeUInt8(kind, row);
      rows.writeUInt32BE(where, row + 1);
      rows.writeUInt16BE(index, row + 5);
    });
    const keys = trailer.replace(SIZE, `/Size ${own + 1}`).replace(/^<<\n|\n>>$/g, "");
    this.#writeStream(own, `/Type /XRef\n/W [1 4 2]\n${keys}`, rows);
    this.#append(["startxref", `${at}`, "%%EOF"]);
  }

  #writeStream(number: number, keys: string, content: Uint8Array): void {
    const packed = deflateSync(content);
    const dictionary = `<<\n${keys}\n/Length ${packed.length}\n/Filter /FlateDecode\n>>`;
    this.#place(number, [`${number} 0 obj`, dictionary, "stream", packed, "\nendstream", "endobj"]);
  }

  #append(pieces: readonly (string | Uint8Array)[]): void {
    for (const piece of pieces) {
      const bytes = typeof piece === "string" ? Buffer.from(`${piece}\n`, "latin1") : piece;
      this.#written.push(bytes);
      this.#length += bytes.length;
    }
  }
}

const SIZE = /\/Size (\d+)/;
const ROW = 7;
