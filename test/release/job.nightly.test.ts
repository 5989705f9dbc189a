import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { makeCity, pdfs, report } from "../city/city.js";
import { PROGRAM } from "../project.js";
import { makeRelease, newFolder, runOffline, unpack } from "./release.js";

const INDICES = 8;
const UNITS = 10;
/** How often the process of an index is killed. */
const KILLS: Readonly<Record<number, number>> = { 1: 1, 2: 2, 5: 1 };

const release = unpack(makeRelease());
const cache = newFolder();
const city = makeCity(UNITS);

/** The Job, in which so many do the work and the release lies elsewhere than in a container. */
function commandOfJob(): readonly string[] {
  const job = readFileSync(join(PROGRAM, "deploy/job.yaml"), "utf8");
  const { spec } = parse(job.replaceAll("50", String(INDICES)));
  const [{ command }] = spec.template.spec.containers;
  return command.map((word: string) =>
    word.replace("node /app/", `"${process.execPath}" "${release}/`).replace("yusuan.cjs", 'yusuan.cjs"'),
  );
}

test("a Job whose processes are killed and begun again makes every unit once, and nothing is torn", async () => {
  const [shell = "", ...words] = commandOfJob();
  const env = { PATH: process.env.PATH, XDG_CACHE_HOME: cache };
  const begin = (index: number): ChildProcess =>
    spawn(shell, words, {
      cwd: city,
      env: { ...env, JOB_COMPLETION_INDEX: String(index) },
      stdio: "ignore",
      detached: true,
    });
  /** One index to its end, begun again as often as it is killed, as the Job does. */
  const complete = async (index: number, kills: number): Promise<number | null> => {
    const running = begin(index);
    const ended = once(running, "exit");
    if (kills > 0) {
      const before = written();
      await until(() => written() > before || running.exitCode !== null);
      if (running.pid && running.exitCode === null) process.kill(-running.pid, "SIGKILL");
    }
    const [code] = await ended;
    return code === null && kills > 0 ? complete(index, kills - 1) : code;
  };
  const codes = await Promise.all(
    Array.from({ length: INDICES }, (_, index) => complete(index, KILLS[index] ?? 0)),
  );
  expect(codes).toEqual(codes.map(() => 0));

  const shards = codes.map((_, index) => report(city, `build-report-${index + 1}-${INDICES}.json`));
  const units = shards.flat().map(({ unit }) => unit);
  expect(units).toHaveLength(UNITS);
  expect(new Set(units).size).toBe(UNITS);
  expect(pdfs(city).size).toBe(UNITS);
  for (const name of pdfs(city).keys())
    expect(readFileSync(join(city, "out", name), "latin1").slice(-20)).toContain("%%EOF");
  expect(readdirSync(join(city, "out")).filter((name) => name.startsWith("."))).toEqual([]);

  const yusuan = [process.execPath, join(release, "yusuan.cjs"), "build-report", "--all"];
  expect(runOffline(city, cache, [...yusuan, "--collect", String(INDICES)])).toMatchObject({ code: 0 });
  expect(report(city).map(({ unit }) => unit)).toEqual([...units].sort());
  const again = runOffline(city, cache, yusuan);
  expect(again).toMatchObject({ code: 0 });
  expect(report(city).filter(({ state }) => state !== "unchanged")).toEqual([]);
});

function written(): number {
  return existsSync(join(city, "out")) ? pdfs(city).size : 0;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}
