import { Faults } from "./faults.js";
import { Folder } from "./folder.js";
import { ForeignPages } from "./foreign.js";
import { DroppedFiles, JobProgress } from "./jobs.js";
import { Pages } from "./pages.js";
import { connected, goOn, overview, type Pane, pane, panel, stale, trouble, view, visit } from "./state.js";
import { FileView } from "./text.js";
import { Toolbar } from "./toolbar.js";
import { Trace } from "./trace.js";
import { YearsView } from "./years.js";

/** The whole desk: the folder at the left, the pages in the middle, what is asked about them at the right. */
export function Desk() {
  const { value: chosen } = visit;
  const title = chosen ? (view.value?.title ?? "") : "单位预算公开";
  return (
    <main class="desk" data-pane={pane.value} data-panel={panel.value}>
      <header class="top">
        <h1>{title}</h1>
        <Toolbar />
        <nav class="switch" aria-label="看哪一栏">
          {PANES.map(([name, label]) => (
            <button
              type="button"
              key={name}
              aria-pressed={pane.value === name}
              onClick={() => (pane.value = name)}
            >
              {label}
            </button>
          ))}
        </nav>
      </header>
      <Notices />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section class="folder" aria-label="单位和内容" tabIndex={0}>
        <Folder />
      </section>
      <div class="middle">
        {overview.value?.units.length === 0 && !view.value ? <NoData /> : <Pages />}
        <ForeignPages />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: likewise */}
      <section class="side" aria-label="问题和出处" tabIndex={0}>
        <Side />
      </section>
    </main>
  );
}

const PANES: readonly (readonly [Pane, string])[] = [
  ["folder", "单位"],
  ["pages", "页面"],
  ["side", "问题和出处"],
];

/** What concerns the desk as a whole, where nobody can overlook it. */
function Notices() {
  const told = [
    ...(connected.value ? [] : ["和程序断开了：程序关了的，重新运行 npm start，用新打开的页面"]),
    ...(trouble.value === "" ? [] : [trouble.value]),
    ...(stale.value ? ["文件现在读不成数据，页面是改以前的；右边列出了错在哪里"] : []),
  ];
  return (
    <div class="notices" role="status">
      {told.map((each) => (
        <p key={each}>{each}</p>
      ))}
      {view.value?.hasUnsaved && panel.value !== "text" && <UnsavedLink file={view.value.file} />}
    </div>
  );
}

/** Leads to what was written and is not saved yet. */
function UnsavedLink({ file }: { readonly file: string }) {
  return (
    <p>
      {file} 里写的有一些还没有存进文件。{" "}
      <button type="button" class="link" onClick={() => goOn({ panel: "text", file: { file, line: 1 } })}>
        看它们
      </button>
    </p>
  );
}

function Side() {
  switch (panel.value) {
    case "faults":
      return <Faults />;
    case "trace":
      return <Trace />;
    case "text":
      return <FileView />;
    case "years":
      return <YearsView />;
    case "job":
      return <JobProgress />;
    case "files":
      return <DroppedFiles />;
  }
}

function NoData() {
  return (
    <div class="empty">
      <h2>这个文件夹里还没有数据</h2>
      <p>数据放在 data/单位代码/年度.yaml。放好以后，这里自己会出现。</p>
    </div>
  );
}
