const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Whether a file or folder can have this name on every system: Windows has the strictest rules, and projects move. */
export function isFileName(name: string): boolean {
  return name !== "" && !/[\p{Cc}<>:"|?*/\\]|[. ]$/u.test(name) && !RESERVED.test(name);
}

/** In bytes of UTF-8: systems take 255, and some copies put something behind a name. */
const LONGEST = 245;

/** A file's name of words and an ending, the midst of the words left out where no system has room for them. */
export function fileNameOf(words: string, ending: string): string {
  const characters = [...words];
  const bytesOf = (text: string): number => Buffer.byteLength(text + ending);
  if (bytesOf(words) <= LONGEST) return words + ending;
  const nameOf = (kept: number): string =>
    `${characters.slice(0, Math.ceil(kept / 2)).join("")}…${characters.slice(-Math.floor(kept / 2)).join("")}`;
  let kept = characters.length - 1;
  while (kept > 2 && bytesOf(nameOf(kept)) > LONGEST) kept -= 1;
  return nameOf(kept) + ending;
}

/** What to tell who chose a name that cannot be one. */
export const FILE_NAME_RULE =
  '名字里不能有 < > : " | ? * \\，不能以点或空格结尾，不能是 CON、NUL 等系统的名字';
