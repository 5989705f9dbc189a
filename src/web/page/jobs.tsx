import { useSignal } from "@preact/signals";
import type { JobKind, JobStep } from "../protocol.js";
import { FaultList } from "./faults.js";
import { job, run, stop } from "./state.js";

const ENDS: Readonly<Record<JobStep["state"], string>> = { begun: "……", done: "做完", failed: "没有完成" };

/** How far a command is, and what has come of it. */
export function JobProgress() {
  const { value: now } = job;
  if (!now) return <p>还没有做过什么。</p>;
  const { line, steps, result } = now;
  return (
    <section aria-labelledby="job">
      <h2 id="job">{result ? "做完了" : "正在做"}</h2>
      <p>
        同样的事，在终端里是 <code>{line}</code>
      </p>
      <ul class="steps" aria-live="polite">
        {steps.map(({ name, subject, state }, index) => (
          <li key={index} data-state={state}>
            {name} {subject} <span class="faint">{ENDS[state]}</span>
          </li>
        ))}
      </ul>
      {!result && (
        <p>
          <button type="button" onClick={stop}>
            停下
          </button>
        </p>
      )}
      {result && (
        <>
          {result.written.length > 0 && (
            <ul class="written">
              {result.written.map((file) => (
                <li key={file}>
                  <a
                    href={`written/${file.split("/").map(encodeURIComponent).join("/")}`}
                    target="_blank"
                    rel="noreferrer"
                  >
                    打开 {file}
                  </a>
                </li>
              ))}
            </ul>
          )}
          <pre class="says">{result.says}</pre>
          {result.summary !== "" && <p>{result.summary}</p>}
          <FaultList faults={result.faults} />
        </>
      )}
    </section>
  );
}

const FOR_FILES: readonly (readonly [JobKind, label: string, says: string])[] = [
  ["audit", "审核", "逐句逐格与数据比，自相矛盾的、写错单位的也读得出来"],
  ["verify", "验证", "看它是不是现在的数据生成的，改过一个字节也看得出"],
  ["correct", "按它更正", "它就是已经公开的：列出现在的数据和它不同的地方，生成更正说明"],
];

/** A file from elsewhere is dropped or chosen, and then it is said what to do with it. */
export function DroppedFiles() {
  const file = useSignal<File | undefined>(undefined);
  return (
    <section aria-labelledby="dropped">
      <h2 id="dropped">审核一个文件</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the field within does the same by keyboard */}
      <div
        class="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          file.value = event.dataTransfer?.files[0];
        }}
      >
        <label>
          把 PDF 或文本拖到这里，或者选一个：
          <input type="file" onChange={({ currentTarget }) => (file.value = currentTarget.files?.[0])} />
        </label>
      </div>
      {file.value && <p>选了：{file.value.name}</p>}
      <ul class="choices">
        {FOR_FILES.map(([kind, label, says]) => (
          <li key={kind}>
            <button type="button" disabled={!file.value} onClick={() => file.value && run(kind, file.value)}>
              {label}
            </button>{" "}
            {says}
          </li>
        ))}
      </ul>
      <p class="faint">文件不离开这台电脑，也不存在文件夹里。</p>
    </section>
  );
}
