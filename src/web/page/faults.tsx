import type { DeskFault } from "../protocol.js";
import { FileLink, PageLink } from "./links.js";
import { goOn, view } from "./state.js";

/** More gaps than these are a list to work through, and no faults to be read one by one. */
const MOST_GAPS = 10;
const MOST_PLACES = 6;
/** Who has mended so many looks again. */
const MOST_FAULTS = 200;

/** What is wrong with the disclosure that is looked at. */
export function Faults() {
  const { value: opened } = view;
  if (!opened) return null;
  return (
    <section aria-labelledby="faults">
      <h2 id="faults">{opened.says === "" ? "没有错，没有警告" : opened.says}</h2>
      <p>
        <button
          type="button"
          class="link"
          onClick={() => goOn({ panel: "text", file: { file: opened.file, line: 1 } })}
        >
          看数据文件 {opened.file}
        </button>
      </p>
      <FaultList faults={opened.faults} />
      {opened.unmade !== "" && <p class="unmade">{opened.unmade}</p>}
    </section>
  );
}

export function FaultList({ faults }: { readonly faults: readonly DeskFault[] }) {
  const gaps = faults.filter(({ isGap }) => isGap);
  const listed = gaps.length > MOST_GAPS ? gaps : [];
  const told = faults.filter((each) => !listed.includes(each));
  const [errors, warnings] = ["错误", "警告"].map((severity) =>
    told.filter((each) => each.severity === severity),
  );
  return (
    <>
      <Listed faults={errors ?? []} />
      {listed.length > 0 && (
        <details class="gaps" open>
          <summary>{listed.length} 处待填</summary>
          <ul>
            {listed.map(({ message, places }, index) => (
              <li key={index}>
                {places[0] && <FileLink {...places[0]} short />} {message}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Listed faults={warnings ?? []} />
    </>
  );
}

function Listed({ faults }: { readonly faults: readonly DeskFault[] }) {
  if (faults.length === 0) return null;
  const left = faults.length - MOST_FAULTS;
  return (
    <>
      <ol class="faults">
        {faults.slice(0, MOST_FAULTS).map((each, index) => (
          <li key={`${index} ${each.message}`} class={each.severity === "错误" ? "error" : "warning"}>
            <OneFault {...each} />
          </li>
        ))}
      </ol>
      {left > 0 && <p>还有 {left} 个，改好前面的，后面的自己会出来。</p>}
    </>
  );
}

function OneFault({ severity, code, message, notes, paste, places, spots }: DeskFault) {
  const [spot] = spots;
  return (
    <>
      <p class="message">
        <strong class="severity">{severity}</strong> {message} <span class="faint">[{code}]</span>
      </p>
      <p class="where">
        {places.slice(0, MOST_PLACES).map((place, index) => (
          <FileLink key={index} {...place} />
        ))}
        {places.length > MOST_PLACES && <span class="faint">等 {places.length} 处</span>}
        {spot && <PageLink spot={spot} />}
      </p>
      {notes.length > 0 && (
        <ul class="notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {paste.length > 0 && <pre class="paste">{paste.join("\n")}</pre>}
    </>
  );
}
