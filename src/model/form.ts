/** The forms that a report is asked in besides the PDF, by the endings of their files, in the order they are told of. */
export const FORM_NAMES = ["html", "xlsx", "docx"] as const;
export type FormName = (typeof FORM_NAMES)[number];

/** What an officer calls them. */
export const FORM_WORDS: Readonly<Record<FormName, string>> = {
  html: "网页",
  xlsx: "工作簿",
  docx: "Word 文件",
};

/** The forms that a list of names has, each once and in their own order; undefined where it names what is none. */
export function formsNamed(text: string): readonly FormName[] | undefined {
  const names = text.split(/[,，、]/).map((name) => name.trim());
  const isForm = (name: string): boolean => FORM_NAMES.some((form) => form === name);
  return names.every(isForm) ? FORM_NAMES.filter((form) => names.includes(form)) : undefined;
}
