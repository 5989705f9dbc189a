import type { TracedFigure, TracedLine, TracedWords } from "../protocol.js";
import { FileLink, PageLink } from "./links.js";
import { traced } from "./state.js";

/** Where what was clicked comes from. */
export function Trace() {
  const { value: found } = traced;
  if (!found) return null;
  return (
    <section aria-labelledby="trace" class="trace">
      <p class="back">
        <button type="button" onClick={() => history.back()}>
          ← 退回
        </button>
        <button type="button" onClick={() => history.forward()}>
          前进 →
        </button>
      </p>
      {found.kind === "figure" ? <OfFigure {...found} /> : <OfWords {...found} />}
    </section>
  );
}

function OfFigure(figure: TracedFigure) {
  const { text, name, says, definedAt, asks, rounding, lines, of, elsewhere, lastYear, writtenAt } = figure;
  return (
    <>
      <h2 id="trace">
        <span class="figure">{text}</span> {name}
      </h2>
      {says !== undefined && says !== "" && <p>{says}</p>}
      <dl>
        {asks.length > 0 && (
          <>
            <dt>口径</dt>
            <dd>
              <ul>
                {asks.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
              {definedAt && <FileLink {...definedAt} />}
            </dd>
          </>
        )}
        <dt>怎样算出</dt>
        <dd>
          <ul>
            {rounding.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </dd>
        <dt>上年</dt>
        <dd>{lastYear}</dd>
        {writtenAt && (
          <>
            <dt>写在</dt>
            <dd>
              <FileLink {...writtenAt} />
            </dd>
          </>
        )}
      </dl>
      {of.map((part, index) => (
        <div key={index}>
          <h3>
            {part.name} {part.text}
          </h3>
          <Lines lines={part.lines} />
        </div>
      ))}
      {of.length === 0 && (
        <>
          <h3>{lines.length > 0 ? `加起来的 ${lines.length} 行` : "数据里没有这样的行，所以是零"}</h3>
          <Lines lines={lines} />
        </>
      )}
      <h3>{elsewhere.length > 0 ? "还印在" : "别处没有印"}</h3>
      <ul class="elsewhere">
        {elsewhere.map((each) => (
          <li key={`${each.page} ${each.id}`}>
            <PageLink spot={each} /> {each.where} {each.text}
          </li>
        ))}
      </ul>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly TracedLine[] }) {
  if (lines.length === 0) return null;
  return (
    <table class="lines">
      <thead>
        <tr>
          <th scope="col">哪一行</th>
          <th scope="col">是什么</th>
          <th scope="col">数</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={index}>
            <td>
              <FileLink {...line} short />
            </td>
            <td>{line.label}</td>
            <td class="amount">{line.amount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OfWords({ text, places }: TracedWords) {
  return (
    <>
      <h2 id="trace">{text}</h2>
      {places.length === 0 && <p>这是程序自己加的字，没有写在哪个文件里。</p>}
      <ul class="origins">
        {places.map((place, index) => (
          <li key={index}>
            <FileLink {...place} />
            <pre>{place.excerpt.trim()}</pre>
          </li>
        ))}
      </ul>
    </>
  );
}
