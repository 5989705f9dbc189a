import type { JobKind } from "../protocol.js";
import { goOn, job, panel, reading, run, view, visit } from "./state.js";

const COMMANDS: readonly (readonly [kind: JobKind, label: string, says: string])[] = [
  ["check", "核对", "照勾稽规则和文字规则查一遍"],
  ["draft", "印草稿", "没填完、有错也印，每页有“草稿”二字"],
  ["publish", "生成 PDF", "没有错就生成要公开的 PDF 和它的构建记录"],
  ["new-year", "做下一年", "照今年的数据做出下一年的，该填的标上“待填”"],
  ["correct", "更正", "与公开的比：列出改了什么，生成更正说明和对照本"],
];

/** What can be done with the disclosure that is looked at. */
export function Toolbar() {
  const isRunning = job.value !== undefined && job.value.result === undefined;
  const isNothing = visit.value === undefined;
  return (
    <div class="tools" role="toolbar" aria-label="要做的">
      {COMMANDS.map(([kind, label, says]) => (
        <button
          type="button"
          key={kind}
          title={says}
          disabled={isRunning || isNothing}
          onClick={() => run(kind)}
        >
          {label}
        </button>
      ))}
      <button
        type="button"
        aria-pressed={panel.value === "files"}
        disabled={isNothing}
        onClick={() => goOn({ panel: "files" })}
      >
        审核文件
      </button>
      <button
        type="button"
        aria-pressed={panel.value === "years"}
        disabled={isNothing}
        onClick={() => goOn({ panel: "years" })}
      >
        两年对比
      </button>
      <button
        type="button"
        class="summary"
        aria-pressed={panel.value === "faults"}
        disabled={isNothing}
        onClick={() => goOn({ panel: "faults" })}
      >
        {reading.value && !view.value ? "正在读……" : view.value ? view.value.says || "没有错" : "问题"}
      </button>
      {job.value && (
        <button type="button" aria-pressed={panel.value === "job"} onClick={() => goOn({ panel: "job" })}>
          {isRunning ? "正在做……" : "做完的"}
        </button>
      )}
    </div>
  );
}
