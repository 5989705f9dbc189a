import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";

/** The objects of a file, as plain data as far as they go. Numbers stay numbers, names begin with a slash. */
export interface Objects {
  readonly file: PDFDocument;
  readonly trailer: readonly string[];
  /** What is found from the catalog along keys and indices, references followed. */
  readonly at: (...path: readonly (string | number)[]) => unknown;
  /** The same from an object on. */
  readonly in: (object: unknown, ...path: readonly (string | number)[]) => unknown;
  /** Every dictionary of the file whose `key` is this name. */
  readonly all: (key: string, name: string) => readonly PDFDict[];
}

/** Opens a file. Throws where an object is not written as ISO 32000-1 wants it. */
export async function openObjects(bytes: Uint8Array): Promise<Objects> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  const resolve = (value: unknown): unknown => (value instanceof PDFRef ? file.context.lookup(value) : value);
  const step = (object: unknown, key: string | number): unknown => {
    const held = resolve(object);
    if (held instanceof PDFArray) return held.get(Number(key));
    const dictionary = held instanceof PDFRawStream ? held.dict : held;
    return dictionary instanceof PDFDict ? dictionary.get(PDFName.of(String(key))) : undefined;
  };
  const find = (object: unknown, ...path: readonly (string | number)[]): unknown =>
    plain(resolve(path.reduce(step, object)));
  const dictionaries = file.context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFRawStream ? object.dict : object))
    .filter((object) => object instanceof PDFDict);
  return {
    file,
    trailer: Object.keys(file.context.trailerInfo),
    at: (...path) => find(file.catalog, ...path),
    in: find,
    all: (key, name) => dictionaries.filter((each) => find(each, key) === `/${name}`),
  };
}

function plain(object: unknown): unknown {
  if (object instanceof PDFName) return `/${object.decodeText()}`;
  if (object instanceof PDFNumber) return object.asNumber();
  if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText();
  if (object instanceof PDFArray) return object.asArray();
  if (object instanceof PDFDict || object instanceof PDFRawStream) return object;
  return object === undefined ? undefined : String(object);
}

/** What a stream holds, unpacked. */
export function contentOf(stream: unknown): Uint8Array {
  if (!(stream instanceof PDFRawStream)) throw new Error("no stream");
  return decodePDFRawStream(stream).decode();
}

export function keysOf(dictionary: unknown): string[] {
  return dictionary instanceof PDFDict ? dictionary.keys().map((key) => key.decodeText()) : [];
}

/** The names and values of a name tree in one piece. */
export function namesIn(names: unknown): (readonly [string, PDFObject])[] {
  const all = Array.isArray(names) ? (names as PDFObject[]) : [];
  return all.flatMap((name, index) =>
    index % 2 === 0 ? [[String(plain(name)), all[index + 1] as PDFObject] as const] : [],
  );
}
