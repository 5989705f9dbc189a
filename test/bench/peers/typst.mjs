import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const SOURCE = fileURLToPath(new URL("report.typ", import.meta.url));

/** What is asked of Typst is what this program delivers: tags, for an archive. */
const ASKED = { pdfStandard: "a-3a", pdfTags: true };

/** Typst. What it has kept of the last document is thrown away before the next. */
export async function open({ folder, fonts }) {
  const main = join(folder, "report.typ");
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [fonts] }] });
  return {
    async print() {
      compiler.evictCache(0);
      return compiler.pdf({ mainFilePath: main, inputs: { content: "content.json" } }, ASKED);
    },
    async close() {},
  };
}

/** Puts the source where Typst finds it: it reads nothing outside of its workspace. */
export async function prepare({ folder }) {
  copyFileSync(SOURCE, join(folder, "report.typ"));
}
