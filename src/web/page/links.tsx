import type { FileSpot, PageSpot } from "../protocol.js";
import { goOn, judged, showForeign, showOnPages, type Visit, view, visit } from "./state.js";

interface FileLinkProps extends Pick<FileSpot, "file" | "line" | "page"> {
  /** whether the file need not be said where it is the data that is looked at */
  readonly short?: boolean;
}

/** Leads to a line of a file, in the view of files beside the pages. */
export function FileLink({ file, line, page, short = false }: FileLinkProps) {
  if (page !== undefined) return <ForeignLink file={file} page={page} />;
  const isKnown = view.value?.files.includes(file) ?? false;
  if (!isKnown) return <span class="code">{file}</span>;
  return (
    <button
      type="button"
      class="link code"
      onClick={() => goOn({ ...withSpot(), panel: "text", file: { file, line } })}
    >
      {short && file === view.value?.file ? `第 ${line} 行` : `${file}:${line}`}
    </button>
  );
}

/** Leads to a page of the file that was judged, where this window has it. */
function ForeignLink({ file, page }: { readonly file: string; readonly page: number }) {
  const { value: given } = judged;
  const says = `${file} 第 ${page} 页`;
  if (given?.name !== file) return <span class="code">{says}</span>;
  return (
    <button type="button" class="link code" onClick={() => showForeign(given, page)}>
      {says}
    </button>
  );
}

/** What is traced stays set off on its page. */
function withSpot(): Pick<Visit, "spot"> {
  const spot = visit.value?.spot;
  return spot ? { spot } : {};
}

/** Leads to something on a page, and tells which one that is. */
export function PageLink({ spot, children }: { readonly spot: PageSpot; readonly children?: string }) {
  const number = view.value?.pages[spot.page]?.number;
  return (
    <button type="button" class="link" onClick={() => showOnPages(spot)}>
      {children ?? (number === undefined ? `第 ${spot.page + 1} 张` : `第 ${number} 页`)}
    </button>
  );
}
