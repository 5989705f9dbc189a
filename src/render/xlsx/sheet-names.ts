/** In UTF-16 units. */
const LONGEST = 31;
const FORBIDDEN = /[[\]:*?/\\]/g;

/** Names for sheets, no two alike, that every program for workbooks takes: what is too long ends in an ellipsis. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((words) => {
    const plain =
      words
        .replaceAll(FORBIDDEN, " ")
        .replace(/^'+|'+$/g, "")
        .trim() || "表";
    let name = shortened(plain, "");
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = shortened(plain, `（${count}）`);
    taken.add(name.toLowerCase());
    return name;
  });
}

function shortened(words: string, ending: string): string {
  const room = LONGEST - ending.length;
  if (words.length <= room) return words + ending;
  // no half of a character is left
  return `${words.slice(0, room - 1).replace(/[\uD800-\uDBFF]$/, "")}…${ending}`;
}

/** A reference to a cell of a sheet. */
export function cellReference(sheet: string, cell = "A1"): string {
  return `'${sheet.replaceAll("'", "''")}'!${cell}`;
}
