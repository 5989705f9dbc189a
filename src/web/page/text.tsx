import { yaml } from "@codemirror/lang-yaml";
import { defaultHighlightStyle, foldGutter, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension, type Text } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { useEffect, useRef } from "preact/hooks";
import type { DeskFault } from "../protocol.js";
import { type WrittenFile, writtenFile } from "./documents.js";
import { History, Standing } from "./standing.js";
import { goOn, text, view, visit } from "./state.js";
import { writing } from "./writing.js";

const NONCE = document.querySelector<HTMLMetaElement>("meta[name='desk-nonce']")?.content ?? "";

const WORDS = EditorState.phrases.of({
  Find: "找",
  Replace: "换成",
  replace: "换",
  "replace all": "全换",
  "replaced match on line $": "换了第 $ 行的",
  "replaced $ matches": "换了 $ 处",
  Completions: "可以写的",
  "Control character": "控制字符",
  "folded code": "折起的部分",
  unfold: "展开",
  next: "下一个",
  previous: "上一个",
  all: "全部",
  "match case": "分大小写",
  "by word": "整词",
  regexp: "正则式",
  close: "关闭",
  "current match": "这一个",
  "on line": "在行",
  "Fold line": "折起",
  "Unfold line": "展开",
});

/** A file that the disclosure is made from, with what is wrong in it at its places; the data is written in here. */
export function FileView() {
  const { value: shownText } = text;
  const files = view.value?.files ?? [];
  if (!shownText) return null;
  const written = shownText.canBeWritten
    ? writtenFile(shownText, [...looksOf(shownText.file), ...writing()])
    : undefined;
  return (
    <section class="text" aria-labelledby="text">
      <h2 id="text">{shownText.file}</h2>
      <p>
        <label>
          文件{" "}
          <select
            value={shownText.file}
            onChange={({ currentTarget }) =>
              goOn({ panel: "text", file: { file: currentTarget.value, line: 1 } })
            }
          >
            {files.map((file) => (
              <option key={file} value={file}>
                {file}
              </option>
            ))}
          </select>
        </label>{" "}
        {written ? (
          <History written={written} />
        ) : (
          <span class="faint">只看；改在编辑器里，保存了这里就变</span>
        )}
      </p>
      {written && <Standing written={written} />}
      <Editor file={shownText.file} content={shownText.text} written={written} />
    </section>
  );
}

interface EditorProps {
  readonly file: string;
  /** what is shown where it cannot be written in */
  readonly content: string;
  readonly written: WrittenFile | undefined;
}

function Editor({ file, content, written }: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | undefined>(undefined);
  useEffect(() => {
    const { current: parent } = host;
    if (!parent) return;
    const hide = written
      ? written.shownBy((state, dispatchTransactions) => {
          const made = new EditorView({ parent, state, dispatchTransactions });
          editor.current = made;
          return made;
        })
      : shownOnly(parent, file, content, editor);
    return () => {
      editor.current = undefined;
      hide();
    };
    // a changed text is told below, so that the place in it stays
  }, [file, written]);
  useEffect(() => {
    const { current } = editor;
    if (current && !written && current.state.doc.toString() !== content) {
      const { scrollTop } = current.scrollDOM;
      current.setState(stateOf(file, content));
      current.scrollDOM.scrollTop = scrollTop;
    }
  }, [file, content, written]);
  const faults = view.value?.faults ?? [];
  useEffect(() => {
    const { current } = editor;
    // their places are those of the file: what is not in it yet has moved them
    if (!current || (written && written.standing.peek().kind !== "saved")) return;
    current.dispatch(setDiagnostics(current.state, lintsOf(file, faults, current.state.doc)));
  }, [file, content, faults, written]);
  const line = visit.value?.file?.file === file ? visit.value.file.line : 1;
  const { value: now } = visit;
  useEffect(() => {
    const { current } = editor;
    if (!current || !now) return;
    const { doc } = current.state;
    const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
    current.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: "center" }),
    });
  }, [now, line]);
  return <div class="editor" ref={host} />;
}

function shownOnly(
  parent: HTMLElement,
  file: string,
  content: string,
  editor: { current: EditorView | undefined },
): () => void {
  const made = new EditorView({ parent, state: stateOf(file, content) });
  editor.current = made;
  return () => made.destroy();
}

function stateOf(file: string, doc: string): EditorState {
  return EditorState.create({ doc, extensions: [...looksOf(file), EditorState.readOnly.of(true)] });
}

/** How a file is shown, be it written in or not. */
function looksOf(file: string): readonly Extension[] {
  return [
    EditorView.cspNonce.of(NONCE),
    EditorView.contentAttributes.of({ tabindex: "0", "aria-label": `${file} 的内容` }),
    ...[lineNumbers(), foldGutter(), lintGutter(), highlightActiveLine(), highlightActiveLineGutter()],
    ...[search({ top: true }), highlightSelectionMatches(), keymap.of(searchKeymap), WORDS],
    ...(file.endsWith(".yaml") ? [yaml(), syntaxHighlighting(defaultHighlightStyle)] : []),
  ];
}

function lintsOf(file: string, faults: readonly DeskFault[], doc: Text): Diagnostic[] {
  return faults.flatMap(({ severity, message, places }) =>
    places.flatMap((place): readonly Diagnostic[] => {
      if (place.file !== file || place.line > doc.lines) return [];
      const line = doc.line(place.line);
      const unitsBefore = (count: number): number => [...line.text].slice(0, count).join("").length;
      const from = line.from + unitsBefore(place.column - 1);
      const to = Math.max(from, line.from + unitsBefore(place.column - 1 + place.length));
      return [{ from, to, message, severity: severity === "错误" ? "error" : "warning" }];
    }),
  );
}
