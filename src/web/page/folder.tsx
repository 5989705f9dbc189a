import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { DataPart, ListedUnit } from "../protocol.js";
import { go, goOn, overview, pane, showOnPages, view, visit } from "./state.js";

/** More units than these are not all drawn: one types some of the name. */
const MOST_SHOWN = 100;
/** Fewer are seen at a glance. */
const MANY = 8;

/** The units and years of the folder, and of the one that is looked at the parts of its data and of the document. */
export function Folder() {
  return (
    <>
      <Units />
      <Parts />
      <Outline />
    </>
  );
}

function Units() {
  const sought = useSignal("");
  const units = overview.value?.units ?? [];
  const words = sought.value.trim();
  const found = units.filter(({ unit, name }) => unit.includes(words) || name.includes(words));
  const shownUnits = found.slice(0, MOST_SHOWN);
  return (
    <section aria-labelledby="units">
      <h2 id="units">单位{units.length > 1 ? `（${units.length}）` : ""}</h2>
      {units.length > MANY && (
        <input
          class="sought"
          type="search"
          aria-label="按代码或名称找单位"
          placeholder="代码或名称"
          value={sought.value}
          onInput={({ currentTarget }) => (sought.value = currentTarget.value)}
        />
      )}
      <ul class="units">
        {shownUnits.map((each) => (
          <Unit key={each.unit} {...each} />
        ))}
      </ul>
      {found.length > shownUnits.length && (
        <p class="faint">还有 {found.length - shownUnits.length} 个，写代码或名称来找</p>
      )}
    </section>
  );
}

function Unit({ unit, name, years }: ListedUnit) {
  const { value: chosen } = visit;
  const isChosen = chosen?.unit === unit;
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) entry.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  return (
    <li class={isChosen ? "chosen" : ""} ref={entry}>
      <span class="name">{name || unit}</span>
      {name && <span class="code">{unit}</span>}
      <span class="years">
        {years.map((year) => (
          <button
            type="button"
            key={year}
            aria-label={`${name || unit} ${year} 年`}
            aria-current={isChosen && chosen.year === year ? "true" : undefined}
            onClick={() => {
              pane.value = "pages";
              void go({ unit, year, panel: "faults" });
            }}
          >
            {year}
          </button>
        ))}
      </span>
    </li>
  );
}

/** What is said of a part that is not there although it need not be is nothing. */
function stateOf({ gaps, errors, warnings, line, required }: DataPart): string {
  const said = [
    ...(errors > 0 ? [`${errors} 错`] : []),
    ...(gaps > 0 ? [`${gaps} 待填`] : []),
    ...(warnings > 0 ? [`${warnings} 警告`] : []),
  ];
  if (said.length > 0) return said.join(" ");
  if (line !== undefined) return "";
  return required ? "没有写" : "没有";
}

function Parts() {
  const parts = view.value?.parts ?? [];
  const file = view.value?.file ?? "";
  if (parts.length === 0) return null;
  const left = parts.reduce((sum, { gaps }) => sum + gaps, 0);
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">内容{left > 0 ? `（还有 ${left} 处待填）` : ""}</h2>
      <ul class="parts">
        {parts.map((part) => (
          <li key={part.key} class={part.line === undefined ? "absent" : ""}>
            <button
              type="button"
              title={part.says}
              disabled={part.line === undefined}
              onClick={() =>
                part.line !== undefined && goOn({ panel: "text", file: { file, line: part.line } })
              }
            >
              {part.key}
            </button>
            <span class={part.errors > 0 ? "state wrong" : "state"}>{stateOf(part)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outline() {
  const entries = view.value?.outline ?? [];
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="outline">
      <h2 id="outline">目录</h2>
      <ul class="outline">
        {entries.map(({ title, depth, page }, index) => (
          <li key={`${index} ${title}`} data-depth={depth}>
            <button type="button" onClick={() => showOnPages({ page, id: "" })}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
