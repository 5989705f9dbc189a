import { literally } from "../../text/fold.js";

/** What is said to the page as JSON, without the way to the folders of this machine: nothing on the page needs it. */
export function withoutFolders(message: unknown, folders: readonly string[]): string {
  const longestFirst = folders.toSorted((a, b) => b.length - a.length).map(asWritten);
  return longestFirst.reduce(
    (text, folder) => (folder === "" ? text : text.replace(wayTo(folder), "")),
    JSON.stringify(message),
  );
}

/** A folder as it stands in JSON; the root is in every path, and says nothing. */
function asWritten(folder: string): string {
  return JSON.stringify(folder.replace(/[/\\]+$/, "")).slice(1, -1);
}

/** The folder where it begins a path, not where another path ends like it. */
function wayTo(folder: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}._-])${literally(folder)}(?:/|\\\\\\\\|(?![\\p{L}\\p{N}_.-]))`, "gu");
}
