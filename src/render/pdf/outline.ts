import type { OutlineItem } from "./pdfmake-document.js";

/** Says how many items an outline has, which pdfkit leaves out: below the first level they are closed. */
export function countOutline({ outlineData, children }: OutlineItem, isRoot = true): void {
  if (children.length > 0) outlineData.Count = isRoot ? children.length : -children.length;
  for (const child of children) countOutline(child, false);
}
