import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ClickedSpot, DeskPage, OpenedView, PageSpot, PrintedAt } from "../protocol.js";
import { chosenElement, figuresIn, halo, removeHalos, wordAt } from "./drawing.js";
import { setSize, useNear, Zoom, zoom } from "./frames.js";
import { drawingOf, foreign, goOn, reading, shown, showOnPages, traced, view, visit } from "./state.js";

/** The pages as they are printed. Each figure, and all words, lead to where they come from. */
export function Pages() {
  const area = useRef<HTMLDivElement>(null);
  const { value: opened } = view;
  useKeptPlace(area, opened);
  useShown(area);
  const pages = opened?.pages ?? [];
  return (
    <>
      <div class="pagebar">
        <Zoom />
        <span class="faint">
          {pages.length > 0 ? `${pages.length} 页` : reading.value ? "正在排版……" : "还印不出页面"}
        </span>
        <span class="faint hint">点任何一个数，看它怎么来的；键盘：← → 换数，回车看，Alt+← 退回</span>
      </div>
      <section
        class={foreign.value ? "pages covered" : "pages"}
        ref={area}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        tabIndex={0}
        aria-label="印出的页"
        data-zoom={zoom.value}
        onKeyDown={onKey}
      >
        {pages.map((page, index) => (
          <PrintedPage key={index} page={page} index={index} />
        ))}
      </section>
    </>
  );
}

function PrintedPage({ page, index }: { readonly page: DeskPage; readonly index: number }) {
  const frame = useRef<HTMLElement>(null);
  const isNear = useNear(frame);
  const { hash, width, height, number } = page;
  useEffect(() => {
    if (frame.current) setSize(frame.current, width, height);
  }, [width, height]);
  useEffect(() => {
    const { current } = frame;
    if (!current) return;
    current.replaceChildren();
    if (!isNear) return;
    const drawn = new DOMParser().parseFromString(drawingOf(hash), "image/svg+xml").documentElement;
    current.append(document.importNode(drawn, true));
    for (const figure of figuresIn(current)) {
      figure.setAttribute("role", "button");
      figure.setAttribute("tabindex", "-1");
    }
    setOff(current, index);
  }, [hash, isNear, index]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: figures are reached by the arrow keys
    <section
      class="page"
      ref={frame}
      data-page={index}
      data-hash={hash}
      aria-label={number === undefined ? `第 ${index + 1} 张` : `第 ${number} 页`}
      onClick={onClick}
    />
  );
}

function spotOf(element: Element): ClickedSpot | undefined {
  const { page, hash } = element.closest<HTMLElement>("[data-page]")?.dataset ?? {};
  const id = element.getAttribute("data-figure") ?? element.getAttribute("data-words");
  return page === undefined || hash === undefined || id === null
    ? undefined
    : { page: Number(page), hash, id };
}

function onClick(event: MouseEvent): void {
  const target = event.target as Element;
  const link = target.closest("a[href^='#']");
  if (link) {
    event.preventDefault();
    leadTo(link.getAttribute("href") ?? "");
    return;
  }
  const printed = target.closest("[data-figure], [data-words]");
  const spot = printed && spotOf(printed);
  if (!printed || !spot) return;
  if (printed.hasAttribute("data-figure")) goOn({ panel: "trace", spot });
  else goOn({ panel: "trace", spot: { ...spot, at: wordAt(printed, event.clientX, event.clientY) } });
}

/** The contents lead to headings, whose order is that of the outline. */
function leadTo(mark: string): void {
  const entry = view.value?.outline[Number(mark.replace(/\D/g, "")) - 1];
  if (entry) showOnPages({ page: entry.page, id: "" });
}

/** The arrows go from figure to figure, over the pages; the others scroll as they do everywhere. */
function onKey(event: KeyboardEvent): void {
  const area = event.currentTarget as HTMLElement;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const { activeElement } = document;
  if (event.key === "Enter" || event.key === " ") {
    const spot = activeElement && activeElement !== area ? spotOf(activeElement) : undefined;
    if (!spot) return;
    event.preventDefault();
    goOn({ panel: "trace", spot });
    return;
  }
  if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
  event.preventDefault();
  const figures = figuresIn(area);
  const at = activeElement ? figures.indexOf(activeElement as SVGElement) : -1;
  const step = event.key === "ArrowRight" ? 1 : -1;
  const next = at < 0 ? (ledTo(area) ?? figures.find((each) => isSeen(each, area))) : figures[at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** The figure that one was led to, while it is seen: from there one goes on. */
function ledTo(area: HTMLElement): SVGGraphicsElement | undefined {
  const { value: spot } = shown;
  const page = spot && area.querySelector(`[data-page="${spot.page}"]`);
  const element = page && chosenElement(page, spot.id);
  return element?.hasAttribute("data-figure") && isSeen(element, area) ? element : undefined;
}

function isSeen(element: Element, area: Element): boolean {
  const [own, frame] = [element.getBoundingClientRect(), area.getBoundingClientRect()];
  return own.top >= frame.top && own.bottom <= frame.bottom;
}

/** Sets off what is traced, and where else it is printed. */
function setOff(page: HTMLElement, index: number): void {
  removeHalos(page);
  const { value: now } = visit;
  if (!now?.spot) return;
  const others: readonly PrintedAt[] = traced.value?.kind === "figure" ? traced.value.elsewhere : [];
  for (const each of others) if (each.page === index) halo(chosenElement(page, each.id), "also");
  if (now.spot.page === index) halo(chosenElement(page, now.spot.id), "traced");
}

/** Scrolls to what is to be shown, and sets it off. */
function useShown(area: { readonly current: HTMLDivElement | null }): void {
  useEffect(
    () =>
      effect(() => {
        const { value: spot } = shown;
        void traced.value;
        void visit.value;
        requestAnimationFrame(() => {
          if (!area.current) return;
          for (const page of area.current.querySelectorAll<HTMLElement>("[data-page]"))
            setOff(page, Number(page.dataset.page));
          if (spot && spot !== last) reveal(area.current, spot);
          last = spot;
        });
      }),
    [area],
  );
}

let last: PageSpot | undefined;

/** A page that is far away is drawn when it comes near; what is sought on it is then looked for again. */
function reveal(area: HTMLElement, { page, id }: PageSpot, attempts = 8): void {
  const frame = area.querySelector<HTMLElement>(`[data-page="${page}"]`);
  if (!frame) return;
  const element = id === "" ? undefined : chosenElement(frame, id);
  if (id === "") {
    frame.scrollIntoView({ block: "start" });
    return;
  }
  if (element) {
    if (!isSeen(element, area)) element.scrollIntoView({ block: "center", inline: "nearest" });
    setOff(frame, page);
    return;
  }
  frame.scrollIntoView({ block: "start" });
  if (attempts > 0)
    requestAnimationFrame(() => setTimeout(() => reveal(area, { page, id }, attempts - 1), 30));
}

/** Where one stands among the pages. */
interface Standing {
  readonly page: number;
  readonly offset: number;
  /** the last heading before it, by which it is found again */
  readonly heading: string;
}

/** The place on the page stays when the pages change; where some were added before it, it goes with its heading. */
function useKeptPlace(
  area: { readonly current: HTMLDivElement | null },
  opened: OpenedView | undefined,
): void {
  const before = useRef<{ readonly opened: OpenedView; readonly standing: Standing } | undefined>(undefined);
  const { current: element } = area;
  if (element && before.current && before.current.opened !== opened)
    before.current = { opened: before.current.opened, standing: standingIn(element, before.current.opened) };
  useEffect(() => {
    const { current } = area;
    const { current: old } = before;
    if (current && old && opened && old.opened !== opened) {
      const isSame = old.opened.unit === opened.unit && old.opened.year === opened.year;
      if (isSame) restore(current, old.standing, old.opened, opened);
      else current.scrollTop = 0;
    }
    if (current && opened) before.current = { opened, standing: standingIn(current, opened) };
  }, [area, opened]);
}

function standingIn(area: HTMLElement, { outline }: OpenedView): Standing {
  const { top } = area.getBoundingClientRect();
  const frames = [...area.querySelectorAll<HTMLElement>("[data-page]")];
  const frame = frames.find((each) => each.getBoundingClientRect().bottom > top);
  const page = Number(frame?.dataset.page ?? 0);
  const offset = frame ? top - frame.getBoundingClientRect().top : 0;
  return { page, offset, heading: outline.findLast((each) => each.page <= page)?.title ?? "" };
}

function restore(area: HTMLElement, standing: Standing, old: OpenedView, now: OpenedView): void {
  const [from, to] = [old, now].map(
    ({ outline }) => outline.find(({ title }) => title === standing.heading)?.page,
  );
  const moved = from === undefined || to === undefined ? 0 : to - from;
  const frame = area.querySelector<HTMLElement>(`[data-page="${standing.page + moved}"]`);
  if (!frame) return;
  area.scrollTop += frame.getBoundingClientRect().top + standing.offset - area.getBoundingClientRect().top;
}
