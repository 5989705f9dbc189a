import { isList, type Path, type Plain, type Source, type Written } from "../../model/source.js";

/** A value in which what is printed knows where it was written. */
export type Worded = string | Written | readonly Worded[] | { readonly [key: string]: Worded };

/** The value of a pack's file, with every text below one of the `keys`, and every text that a row shows, as it was written. */
export function withWords(source: Source, keys: readonly string[]): Worded {
  const worded = (value: Plain, path: Path, printed: boolean): Worded => {
    if (typeof value === "string") return printed ? source.written(path) : value;
    if (isList(value)) return value.map((each, index) => worded(each, [...path, index], printed));
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => {
        // the `text` of a column is no text: it names which of a row's it shows
        const isRowText = key === "text" && typeof each !== "string";
        return [key, worded(each, [...path, key], printed || isRowText || keys.includes(key))];
      }),
    );
  };
  return worded(source.value, [], false);
}
