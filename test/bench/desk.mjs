// Measures the desk on a folder of 300 units: until it lists them, until a disclosure's pages are there, and from a change
// of the data to new pages. Says how large what the browser loads is. Nothing is asserted: machines differ.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const PROGRAM = join(import.meta.dirname, "../..");
const UNITS = 300;
const CHANGES = 9;
const PAGE = join(PROGRAM, "dist/startup/desk");

const folder = mkdtempSync(join(tmpdir(), "desk-"));
const files = makeUnits();
const began = performance.now();
const desk = spawn(process.execPath, [join(PROGRAM, "dist/startup/cli.cjs"), "start", "--no-open"], {
  cwd: folder,
});
try {
  const address = await said(/http:\S+/);
  tell("桌面开了", performance.now() - began);
  const { units } = await ask(address, "overview", {});
  tell(`列出 ${units.length} 个单位`, performance.now() - began);
  const chosen = { unit: units[0].unit, year: 2023 };
  let opened = await ask(address, "open", { ...chosen, have: [] });
  tell(`第一份的 ${opened.pages.length} 页`, performance.now() - began);
  const times = [];
  for (let change = 0; change < CHANGES; change++) {
    const changed = await nextChange(address);
    const start = performance.now();
    writeFileSync(files[0], `${readFileSync(files[0], "utf8")}\n`);
    await changed();
    opened = await ask(address, "open", { ...chosen, have: opened.pages.map(({ hash }) => hash) });
    times.push(performance.now() - start);
  }
  tell("改了以后新的页面（中位数）", times.toSorted((a, b) => a - b)[Math.floor(CHANGES / 2)]);
  for (const name of readdirSync(PAGE)) {
    const bytes = gzipSync(readFileSync(join(PAGE, name))).length;
    console.log(`${name} 压缩后 ${Math.round(bytes / 1024)} KB`);
  }
} finally {
  desk.kill("SIGINT");
  rmSync(folder, { recursive: true, force: true });
}

function tell(what, milliseconds) {
  console.log(`${what}：${Math.round(milliseconds)} 毫秒`);
}

/** The sample under as many codes and names. */
function makeUnits() {
  cpSync(join(PROGRAM, "templates"), join(folder, "templates"), { recursive: true });
  const sample = readFileSync(join(PROGRAM, "data/403008/2023.yaml"), "utf8");
  return Array.from({ length: UNITS }, (_, index) => {
    const code = String(500000 + index);
    const own = sample.replaceAll("403008", code).replaceAll("4112002", `4112${code.slice(-3)}`);
    mkdirSync(join(folder, "data", code), { recursive: true });
    const file = join(folder, "data", code, "2023.yaml");
    writeFileSync(file, own.replace("名称: 三门峡市住房保障中心", `名称: 第${index + 1}中心`));
    return file;
  });
}

function said(pattern) {
  return new Promise((resolve) => {
    desk.stdout.on("data", (chunk) => {
      const [found] = pattern.exec(chunk) ?? [];
      if (found) resolve(found);
    });
  });
}

async function ask(address, name, asked) {
  const { origin } = new URL(address);
  const body = JSON.stringify(asked);
  const response = await fetch(`${address}ask/${name}`, {
    method: "POST",
    headers: { Origin: origin },
    body,
  });
  return response.json();
}

/** Listens, and then waits for a change to be told. */
async function nextChange(address) {
  const reader = (await fetch(`${address}events`)).body.getReader();
  await reader.read();
  return async () => {
    await reader.read();
    await reader.cancel();
  };
}
