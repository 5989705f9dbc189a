import {
  FORM_NAMES,
  FORM_WORDS,
  type JobKind,
  type JobStep,
  LARGEST_FILE,
  type RunningJob,
} from "../protocol.js";
import { FaultList } from "./faults.js";
import { dropped, foreign, job, run, showForeign, stop } from "./state.js";

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
          <OtherForms {...now} />
          {result.summary !== "" && <p>{result.summary}</p>}
          <FaultList faults={result.faults} />
        </>
      )}
    </section>
  );
}

/** What has been made as a PDF can be had in other forms, too. */
function OtherForms({ kind, result }: RunningJob) {
  if ((kind !== "publish" && kind !== "draft") || !result || result.written.length === 0) return null;
  const made = FORM_NAMES.filter((form) => result.written.some((file) => file.endsWith(`.${form}`)));
  const left = FORM_NAMES.filter((form) => !made.includes(form));
  if (left.length === 0) return null;
  return (
    <p class="forms">
      同一份，也做成：
      {left.map((form) => (
        <button type="button" key={form} onClick={() => run(kind, { also: [...made, form] })}>
          {FORM_WORDS[form]}
        </button>
      ))}
    </p>
  );
}

const FOR_FILES: readonly (readonly [JobKind, label: string, says: string])[] = [
  ["audit", "审核", "逐句逐格与数据比，自相矛盾的、写错单位的也读得出来"],
  ["verify", "验证", "看它是不是现在的数据生成的，改过一个字节也看得出"],
  ["correct", "按它更正", "它就是已经公开的：列出现在的数据和它不同的地方，生成更正说明"],
];

/** A file from elsewhere is dropped or chosen, and then it is said what to do with it. */
export function DroppedFiles() {
  const { value: file } = dropped;
  return (
    <section aria-labelledby="dropped">
      <h2 id="dropped">审核一个文件</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the field within does the same by keyboard */}
      <div
        class="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          take(event.dataTransfer?.files[0]);
        }}
      >
        <label>
          把 PDF 或文本拖到这里，或者选一个：
          <input type="file" onChange={({ currentTarget }) => take(currentTarget.files?.[0])} />
        </label>
      </div>
      {file && (
        <p>
          选了：{file.name}{" "}
          {isShown(file) && (
            <button type="button" class="link" onClick={() => showForeign(file)}>
              看它的页
            </button>
          )}
        </p>
      )}
      <ul class="choices">
        {FOR_FILES.map(([kind, label, says]) => (
          <li key={kind}>
            <button type="button" disabled={!file} onClick={() => file && run(kind, { file })}>
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

function take(file: File | undefined): void {
  dropped.value = file;
  if (file && isShown(file)) foreign.value = { file, page: 1 };
}

/** As browsers say by its name; what is too large to be audited is too large to be shown. */
function isShown({ type, size }: File): boolean {
  return type === "application/pdf" && size <= LARGEST_FILE;
}
