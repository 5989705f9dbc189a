import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

const ZOOMS = [50, 75, 100, 125, 150, 200] as const;
/** So far from what is seen pages are drawn beforehand. */
const AHEAD = "1200px";

/** How large pages are shown: as wide as there is room, or in percent. */
export const zoom = signal("fit");

export function Zoom() {
  return (
    <label>
      大小{" "}
      <select value={zoom.value} onChange={({ currentTarget }) => (zoom.value = currentTarget.value)}>
        <option value="fit">适合宽度</option>
        {ZOOMS.map((each) => (
          <option key={each} value={String(each)}>
            {each}%
          </option>
        ))}
      </select>
    </label>
  );
}

/** Gives the frame of a page its size, in pt. */
export function setSize(frame: HTMLElement, width: number, height: number): void {
  frame.style.setProperty("--across", String(width));
  frame.style.setProperty("--down", String(height));
}

/** Whether the frame of a page is seen, or will soon be. */
export function useNear(frame: { readonly current: HTMLElement | null }): boolean {
  const near = useSignal(false);
  useEffect(() => {
    const { current } = frame;
    if (!current) return;
    const seen = new IntersectionObserver(
      ([entry]) => {
        near.value = entry?.isIntersecting ?? false;
      },
      { root: current.parentElement, rootMargin: AHEAD },
    );
    seen.observe(current);
    return () => seen.disconnect();
  }, [frame, near]);
  return near.value;
}
