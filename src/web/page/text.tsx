import { yaml } from "@codemirror/lang-yaml";
import { defaultHighlightStyle, foldGutter, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Text } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { useEffect, useRef } from "preact/hooks";
import type { DeskFault, FileText } from "../protocol.js";
import { goOn, text, view, visit } from "./state.js";

const NONCE = document.querySelector<HTMLMetaElement>("meta[name='desk-nonce']")?.content ?? "";

const WORDS = EditorState.phrases.of({
  Find: "找",
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

/** A file that the disclosure is made from, as it is on the disk, with what is wrong in it at its places. */
export function FileView() {
  const { value: shownText } = text;
  const files = view.value?.files ?? [];
  if (!shownText) return null;
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
        <span class="faint">只看；改在编辑器里，保存了这里就变</span>
      </p>
      <Editor {...shownText} />
    </section>
  );
}

function Editor({ file, text: content }: FileText) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | undefined>(undefined);
  useEffect(() => {
    const { current } = host;
    if (!current) return;
    const made = new EditorView({ parent: current, state: stateOf(file, content) });
    editor.current = made;
    return () => made.destroy();
    // a changed text is told below, so that the place in it stays
  }, [file]);
  useEffect(() => {
    const { current } = editor;
    if (current && current.state.doc.toString() !== content) {
      const { scrollTop } = current.scrollDOM;
      current.setState(stateOf(file, content));
      current.scrollDOM.scrollTop = scrollTop;
    }
  }, [file, content]);
  const faults = view.value?.faults ?? [];
  useEffect(() => {
    const { current } = editor;
    if (current) current.dispatch(setDiagnostics(current.state, lintsOf(file, faults, current.state.doc)));
  }, [file, content, faults]);
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

function stateOf(file: string, doc: string): EditorState {
  return EditorState.create({
    doc,
    extensions: [
      EditorView.cspNonce.of(NONCE),
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({ tabindex: "0", "aria-label": `${file} 的内容` }),
      ...[lineNumbers(), foldGutter(), lintGutter(), highlightActiveLine(), highlightActiveLineGutter()],
      ...[search({ top: true }), highlightSelectionMatches(), keymap.of(searchKeymap), WORDS],
      ...(file.endsWith(".yaml") ? [yaml(), syntaxHighlighting(defaultHighlightStyle)] : []),
    ],
  });
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
