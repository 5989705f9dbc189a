// Which files a module loads, by esbuild.
import { build } from "esbuild";

/** All files that the modules at `entries` load, relative to `root`, themselves among them; what Node has is left out. */
export async function filesReachedFrom(root, entries) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: "nowhere",
    write: false,
    bundle: true,
    metafile: true,
    platform: "node",
    format: "esm",
    preserveSymlinks: true,
    loader: { ".css": "text" },
    // of the machine's own kind, and used only where it is there
    external: ["@napi-rs/*"],
    logLevel: "error",
  });
  return Object.keys(metafile.inputs);
}
