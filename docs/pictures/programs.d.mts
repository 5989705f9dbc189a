/** Chromium, where there is one. */
export const CHROMIUM: string | undefined;
/** Whether LibreOffice is here. */
export const HAS_OFFICE: boolean;
/** The settings with which other programs use the fonts of this one. */
export function withFonts(folder: string): Record<string, string>;
/** Has LibreOffice make a PDF of a file, in `folder`. */
export function printByOffice(file: string, folder: string): void;
