import { get } from "node:http";
import { hostname } from "node:os";
import { type Diagnostic, unplaced } from "../../diagnostic/diagnostic.js";
import { attempted } from "../../diagnostic/refusal.js";
import { freeLock, readLock, takeLock } from "../../files/write/lock.js";

/** In the officer's folder: a second desk on it would tell her the same twice. */
const FILE = ".desk.json";
/** How long an open desk may take to answer, in ms. */
const PATIENCE = 1500;

/** Where a desk is open. */
interface Open {
  readonly machine: string;
  readonly address: string;
}

/** What ends the claim on a folder. */
export type Release = () => void;

/** Claims the folder for the desk at `address`; or says where another one is open. */
export async function claimFolder(project: string, address: string): Promise<Release | Open> {
  const own: Open = { machine: hostname(), address };
  for (let attempts = 0; attempts < 2; attempts++) {
    if (takeLock(project, FILE, JSON.stringify(own))) return () => release(project, own);
    const other = openIn(project);
    if (other && (other.machine !== own.machine || (await answers(other.address)))) return other;
    // one that was killed has left it
    freeLock(project, FILE);
  }
  return openIn(project) ?? own;
}

/** Another desk may have taken it since, where this one seemed to be gone. */
function release(project: string, own: Open): void {
  if (openIn(project)?.address === own.address) freeLock(project, FILE);
}

function openIn(project: string): Open | undefined {
  const says = readLock(project, FILE);
  const { machine, address } = (attempted(() => JSON.parse(says ?? "")) ?? {}) as Partial<Open>;
  return typeof machine === "string" && typeof address === "string" ? { machine, address } : undefined;
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = attempted(() => get(`${address}alive`, { timeout: PATIENCE }));
    if (!asked) return resolve(false);
    asked.once("response", (response) => {
      response.resume();
      resolve(response.statusCode === 204);
    });
    asked.once("timeout", () => asked.destroy());
    asked.once("error", () => resolve(false));
  });
}

/** That the folder has a desk already. */
export function alreadyOpen({ machine, address }: Open): Diagnostic {
  if (machine === hostname())
    return unplaced(
      "桌面/已开着",
      `这个文件夹的桌面已经开着：${address}`,
      "怎么改：用已经打开的页面，或者在浏览器里打开上面的地址；要重新开的，先在原来的窗口里按 Ctrl-C",
    );
  return unplaced(
    "桌面/已开着",
    `这个文件夹的桌面在电脑 ${machine} 上开着`,
    `怎么改：先在那里关掉；那里没有开着的，删去文件夹里的 ${FILE}，再运行一次`,
  );
}
