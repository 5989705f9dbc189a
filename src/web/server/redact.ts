/** What is said to the page as JSON, without the way to the folders of this machine: nothing on the page needs it. */
export function withoutFolders(message: unknown, folders: readonly string[]): string {
  let text = JSON.stringify(message);
  for (const folder of folders.toSorted((a, b) => b.length - a.length)) {
    const written = JSON.stringify(folder).slice(1, -1);
    // a folder that is the root is in every path
    if (folder.length < SHORTEST) continue;
    for (const path of [`${written}/`, `${written}\\\\`, written]) text = text.replaceAll(path, "");
  }
  return text;
}

const SHORTEST = 4;
