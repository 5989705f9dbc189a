import { redo, undo } from "@codemirror/commands";
import type { Disputed, WrittenFile } from "./documents.js";

interface OfFile {
  readonly written: WrittenFile;
}

export function History({ written }: OfFile) {
  return (
    <>
      <button type="button" title="Ctrl-Z" onClick={() => written.run(undo)}>
        撤销
      </button>{" "}
      <button type="button" title="Ctrl-Y" onClick={() => written.run(redo)}>
        重做
      </button>
    </>
  );
}

/** Whether what is written is in the file; and where it cannot be, what is to be decided first. */
export function Standing({ written }: OfFile) {
  const { value: standing } = written.standing;
  return (
    <>
      <p class="standing" role="status">
        {standing.kind === "saved" && "都存进文件了；写的时候自己存"}
        {standing.kind === "saving" && "正在存……"}
        {standing.kind === "refused" && `没有存进文件：${standing.says}`}
        {standing.kind === "clash" &&
          "这个文件在别处也改了，有的地方两边改得不一样；文件没有动，先选用哪一边的"}
      </p>
      {written.isRecovered && <p class="faint">上次没有存完的，在这里接着写。</p>}
      {standing.kind === "clash" && <Clash written={written} stretches={standing.stretches} />}
    </>
  );
}

/** More of them are decided without being read one by one. */
const MOST_SHOWN = 20;

function Clash({ written, stretches }: OfFile & { readonly stretches: readonly Disputed[] }) {
  const left = stretches.length - MOST_SHOWN;
  return (
    <section class="clash" aria-label="两边都改了的">
      {stretches.slice(0, MOST_SHOWN).map(({ line, own, other }) => (
        <dl key={line}>
          <dt>这里写的，第 {line} 行起</dt>
          <dd>
            <pre>{own === "" ? "（删去了）" : own}</pre>
          </dd>
          <dt>文件里现在的</dt>
          <dd>
            <pre>{other === "" ? "（删去了）" : other}</pre>
          </dd>
        </dl>
      ))}
      {left > 0 && <p>还有 {left} 处。</p>}
      <p>
        <button type="button" onClick={() => written.choose("own")}>
          都用这里写的
        </button>{" "}
        <button type="button" onClick={() => written.choose("other")}>
          都用文件里的
        </button>
      </p>
      <p class="faint">别处改的、这里没有动的地方，照别处的；选错了可以撤销。</p>
    </section>
  );
}
