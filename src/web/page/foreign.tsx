import { useSignal } from "@preact/signals";
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy, RenderTask } from "pdfjs-dist";
import { useEffect, useRef } from "preact/hooks";
import { setSize, useNear, Zoom, zoom } from "./frames.js";
import { foreign } from "./state.js";

/** A budget has some dozen pages; what follows so many is left out. */
const MOST_PAGES = 500;
/** Browsers draw nothing on larger grounds. */
const MOST_PIXELS = 16_000_000;

/** The reader of PDFs is larger than all of the desk, and few want it: it comes with the first file. */
const READER = "./pdfjs/legacy/build/pdf.mjs";

/** Nothing in a file is run, and nothing is fetched but what is missing in it, from the desk. */
async function openPdf(file: File): Promise<PDFDocumentLoadingTask> {
  const { getDocument, GlobalWorkerOptions } = (await import(READER)) as typeof import("pdfjs-dist");
  const at = (path: string): string => new URL(`pdfjs/${path}`, document.baseURI).href;
  GlobalWorkerOptions.workerSrc = at("legacy/build/pdf.worker.mjs");
  return getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    verbosity: 0,
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
    cMapUrl: at("cmaps/"),
    cMapPacked: true,
    standardFontDataUrl: at("standard_fonts/"),
    wasmUrl: at("wasm/"),
  });
}

/** A PDF from elsewhere, as it is: it is looked at beside what was found in it. */
export function ForeignPages() {
  const { value: looked } = foreign;
  if (!looked) return null;
  return <OneFile key={`${looked.file.name} ${looked.file.size} ${looked.file.lastModified}`} {...looked} />;
}

function OneFile({ file, page }: { readonly file: File; readonly page: number }) {
  const pdf = useSignal<PDFDocumentProxy | undefined>(undefined);
  const isUnfit = useSignal(false);
  const area = useRef<HTMLElement>(null);
  useEffect(() => {
    const opening = openPdf(file);
    opening
      .then(({ promise }) => promise)
      .then((read) => (pdf.value = read))
      .catch(() => (isUnfit.value = true));
    return () => void opening.then((task) => task.destroy()).catch(() => undefined);
  }, [file, pdf, isUnfit]);
  const { value: read } = pdf;
  const { value: looked } = foreign;
  useEffect(() => {
    const frame = read && area.current?.querySelector(`[data-foreign="${page}"]`);
    frame?.scrollIntoView({ block: "start" });
  }, [read, page, looked]);
  const count = Math.min(read?.numPages ?? 0, MOST_PAGES);
  return (
    <div class="foreign">
      <div class="pagebar">
        <button type="button" onClick={() => (foreign.value = undefined)}>
          ← 回到印出的页
        </button>
        <Zoom />
        <span class="faint">
          {file.name}
          {read ? `，${read.numPages} 页` : ""}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section class="pages" ref={area} tabIndex={0} aria-label={`${file.name} 的页`} data-zoom={zoom.value}>
        {isUnfit.value && <p>这个文件显示不出来：它坏了，或者加了密。审核会说是哪一种。</p>}
        {!isUnfit.value && !read && <p>正在打开……</p>}
        {read &&
          Array.from({ length: count }, (_, index) => <OnePage key={index} pdf={read} number={index + 1} />)}
      </section>
    </div>
  );
}

/** In pt: until the page says its own. */
const A4 = [595, 842] as const;

function OnePage({ pdf, number }: { readonly pdf: PDFDocumentProxy; readonly number: number }) {
  const frame = useRef<HTMLElement>(null);
  const isNear = useNear(frame);
  const isUnread = useSignal(false);
  useEffect(() => {
    if (frame.current) setSize(frame.current, ...A4);
  }, []);
  const { value: size } = zoom;
  useEffect(() => {
    const { current } = frame;
    if (!current || !isNear) return;
    let task: RenderTask | undefined;
    let isOver = false;
    const canvas = document.createElement("canvas");
    pdf
      .getPage(number)
      .then((page) => {
        if (isOver) return;
        task = draw(page, canvas, current);
        return task.promise;
      })
      .then(() => current.append(canvas))
      .catch(() => {
        if (!isOver) isUnread.value = true;
      });
    return () => {
      isOver = true;
      task?.cancel();
      canvas.remove();
    };
    // drawn anew in each size
  }, [pdf, number, isNear, isUnread, size]);
  return (
    <section class="page" ref={frame} data-foreign={number} aria-label={`第 ${number} 页`}>
      {isUnread.value && <p>这一页坏了，显示不出来。</p>}
    </section>
  );
}

/** Draws a page as finely as it is seen. */
function draw(page: PDFPageProxy, canvas: HTMLCanvasElement, frame: HTMLElement): RenderTask {
  const { width, height } = page.getViewport({ scale: 1 });
  setSize(frame, width, height);
  const wanted = (frame.clientWidth * devicePixelRatio) / width;
  const scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height)));
  const viewport = page.getViewport({ scale });
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  return page.render({ canvas, viewport });
}
