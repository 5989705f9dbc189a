import { isFileName } from "../model/file-name.js";

/**
 * The folder of the project that `text` names, with forward slashes; undefined where it leads out of the project or
 * has a name that not every system can hold. Where a link in it leads is seen when it is written to.
 */
export function outputFolder(text: string): string | undefined {
  const [first = "", ...others] = text.split(/[/\\]/);
  if (first === "") return undefined;
  const names = [first, ...others].filter((name) => name !== "" && name !== ".");
  if (!names.every(isFileName)) return undefined;
  return names.length === 0 ? "." : names.join("/");
}
