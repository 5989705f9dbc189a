// What is asked of every file of a city is looked up in its text, as reading it all as YAML would take as long as building
// a few units. Each look-up errs to one side only; test/yaml/glance holds them against the reader.

/** Whether a YAML file may hold the key; false only where it cannot. What a backslash writes is not seen. */
export function mayHold(bytes: Uint8Array, key: string): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return text.includes(key) || text.includes("\\");
}

/** Lines such as stand at the left edge of a mapping that is written plainly: key, item, comment, or what belongs to one. */
const PLAIN = /^(?:$|[ \t#]|-(?: |$)|[\p{L}\p{N}_]+:(?: |$))/u;

/** A word, in quotation marks or not, that the next line does not go on with. */
const WORD = /^[ \t]+(["']?)([\p{L}\p{N}_-]+)\1[ \t]*(?:[ \t]#.*)?$/u;

/**
 * The word behind a key of a mapping's outermost level; undefined where there is none, and where it, or anything in the
 * file, is written in a way that only the reader understands.
 */
export function wordBehind(text: string, key: string): string | undefined {
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex((line) => line.startsWith(`${key}:`));
  if (at < 0 || !lines.every((line) => PLAIN.test(line))) return undefined;
  const next = lines.slice(at + 1).find((line) => line.trim() !== "");
  return /^[ \t]/.test(next ?? "") ? undefined : WORD.exec(lines[at]?.slice(key.length + 1) ?? "")?.[2];
}
