import { basename, join } from "node:path";
import { build } from "esbuild";

/** The page of the desk in as few files as a browser loads, by their names. */
export async function pageFiles(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: ["main.tsx", "desk.css"].map((file) => ({ in: join(folder, file), out: "desk" })),
    outdir: folder,
    write: false,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "error",
  });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
}
