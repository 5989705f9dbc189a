import { spawn } from "node:child_process";

type Environment = Readonly<Record<string, string | undefined>>;

/** Opens the address in the default browser, where the system has a way to; the address is printed in any case. */
export function openBrowser(address: string, env: Environment): void {
  const way = wayToOpen(env);
  if (!way) return;
  const [command, ...args] = way;
  const opening = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  opening.on("error", () => {});
  opening.unref();
}

/** A Linux without a screen has no browser to be seen. */
function wayToOpen({ DISPLAY, WAYLAND_DISPLAY }: Environment): readonly [string, ...string[]] | undefined {
  if (process.platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler"];
  if (process.platform === "darwin") return ["open"];
  return DISPLAY || WAYLAND_DISPLAY ? ["xdg-open"] : undefined;
}
