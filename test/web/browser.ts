import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll } from "@jest/globals";
import { type Browser, chromium, type Page } from "playwright-core";
import { PROGRAM } from "../project.js";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Whether there is a browser to try the page in. */
export const hasBrowser = existsSync(CHROMIUM);

const AXE = createRequire(join(PROGRAM, "package.json")).resolve("axe-core/axe.min.js");

let browser: Promise<Browser> | undefined;
const running: ChildProcess[] = [];

afterAll(async () => {
  await (await browser)?.close();
  for (const each of running) each.kill("SIGKILL");
});

/** The desk as the officer starts it, in a process of its own. */
export interface Started {
  readonly address: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export async function startDesk(project: string): Promise<Started> {
  const args = [join(PROGRAM, "dist/startup/cli.cjs"), "start", "--no-open"];
  const desk = spawn(process.execPath, args, { cwd: project });
  running.push(desk);
  let said = "";
  const address = await new Promise<string>((resolve, reject) => {
    desk.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      const [found] = /http:\S+/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    desk.once("exit", () => reject(new Error(said)));
  });
  const kill = async (): Promise<void> => {
    const ended = new Promise((resolve) => desk.once("exit", resolve));
    desk.kill("SIGKILL");
    await ended;
  };
  return { address, kill };
}

/** A page of the browser, and what it complained of. */
export interface Seen {
  readonly page: Page;
  readonly complaints: readonly string[];
  /** addresses that were asked for elsewhere */
  readonly foreign: readonly string[];
}

/** So long, in ms, is waited for what is to come. */
const PATIENCE = 25_000;

/** Opens a window of 1280 × 720 on an address. */
export async function look(address: string, size = { width: 1280, height: 720 }): Promise<Seen> {
  browser ??= chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  const context = await (await browser).newContext({ viewport: size });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(address).origin) && !request.url().startsWith("data:"))
      foreign.push(request.url());
  });
  await page.goto(address);
  return { page, complaints, foreign };
}

/** What axe finds on a page as it is now. */
export async function axe(page: Page): Promise<readonly string[]> {
  // the policy of the page forbids scripts of others, not those of the tools
  await page.evaluate(readFileSync(AXE, "utf8"));
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    const { violations } = await run.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
  });
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
