import { inflateSync } from "node:zlib";

/** What a cross-reference stream says of an object. */
export type Reference =
  | { readonly kind: "free" }
  | { readonly kind: "plain"; readonly at: number; readonly generation: number }
  | { readonly kind: "packed"; readonly stream: number; readonly index: number };

/** An object as it stands in a file, or in an object stream, whose bytes are characters of Latin-1. */
export interface RawObject {
  readonly number: number;
  /** all of it but its number, and of a stream but what is between its keywords */
  readonly text: string;
  /** what is between the keywords of a stream and their line ends */
  readonly content: Buffer | undefined;
}

/** A file read byte by byte as it says where everything is, and by nothing else. */
export interface RawFile {
  /** the dictionary of the cross-reference stream, which is that of the trailer */
  readonly trailer: RawObject;
  /** by the numbers of the objects */
  readonly references: readonly Reference[];
  /** those that stand in the file by themselves, in its order, and what stands before, between and behind them */
  readonly plain: readonly RawObject[];
  readonly between: string;
  readonly packed: readonly (RawObject & { readonly stream: number })[];
}

const OBJECT = /^(\d+) 0 obj\n(.*?)(?:\nstream\n(.*)\nendstream)?\nendobj\n$/s;

/** Throws where something is not where it is said to be, or not written as an archive wants it. */
export function readRaw(bytes: Uint8Array): RawFile {
  const text = Buffer.from(bytes).toString("latin1");
  const start = Number(/\nstartxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const trailer = objectIn(text.slice(start, text.lastIndexOf("startxref\n")));
  const references = referencesIn(trailer);
  const places = references.flatMap((each, number) =>
    each.kind === "plain" ? [{ number, at: each.at }] : [],
  );
  const inOrder = places.toSorted((a, b) => a.at - b.at);
  const plain = inOrder.map(({ number, at }, index) => {
    const object = objectIn(text.slice(at, inOrder[index + 1]?.at ?? text.lastIndexOf("startxref\n")));
    if (object.number !== number) throw new Error(`${object.number} stands where ${number} is said to be`);
    return object;
  });
  const packed = plain.filter((each) => nameIn(each, "Type") === "ObjStm").flatMap(unpacked);
  return { trailer, references, plain, between: text.slice(0, inOrder[0]?.at), packed };
}

function objectIn(written: string): RawObject {
  const [, number, text = "", content] = OBJECT.exec(written) ?? [];
  if (number === undefined) throw new Error(`no object: ${written.slice(0, 80)} … ${written.slice(-80)}`);
  return {
    number: Number(number),
    text,
    content: content === undefined ? undefined : Buffer.from(content, "latin1"),
  };
}

/** The number that a key of an object's dictionary has. */
export function numberIn({ text }: RawObject, key: string): number {
  const [, found] = new RegExp(`/${key} (\\d+)\\s*(?=[/>])`).exec(text) ?? [];
  if (found === undefined) throw new Error(`no number /${key}: ${text}`);
  return Number(found);
}

/** The name that a key of an object's dictionary has. */
export function nameIn({ text }: RawObject, key: string): string | undefined {
  return new RegExp(`/${key} /(\\w+)`).exec(text)?.[1];
}

function referencesIn(table: RawObject): readonly Reference[] {
  const widths = /\/W \[(\d) (\d) (\d)\]/.exec(table.text)?.slice(1).map(Number) ?? [];
  const [first = 0, second = 0, third = 0] = widths;
  const row = first + second + third;
  const rows = inflateSync(table.content ?? "");
  return Array.from({ length: rows.length / row }, (_, number) => {
    const at = number * row;
    const [kind, where, index] = [
      rows.readUIntBE(at, first),
      rows.readUIntBE(at + first, second),
      rows.readUIntBE(at + first + second, third),
    ];
    if (kind === 1) return { kind: "plain", at: where, generation: index };
    return kind === 2 ? { kind: "packed", stream: where, index } : { kind: "free" };
  });
}

function unpacked(stream: RawObject): readonly (RawObject & { readonly stream: number })[] {
  const text = inflateSync(stream.content ?? "").toString("latin1");
  const first = numberIn(stream, "First");
  const index = text.slice(0, first).trim().split(/\s/).map(Number);
  const count = numberIn(stream, "N");
  if (index.length !== 2 * count)
    throw new Error(`${stream.number} does not say where its ${count} objects are`);
  return Array.from({ length: count }, (_, place) => ({
    stream: stream.number,
    number: index[2 * place] ?? 0,
    text: text
      .slice(first + (index[2 * place + 1] ?? 0), first + (index[2 * place + 3] ?? text.length))
      .trim(),
    content: undefined,
  }));
}
