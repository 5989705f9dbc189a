// Makes the pictures of the desk, docs/desk-*.png: its windows as a browser shows them today.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { inProject } from "./year.mjs";

const PROGRAM = join(import.meta.dirname, "../..");
const DATA = "data/403008/2023.yaml";
const BROWSER = process.env.CHROMIUM ?? "/usr/bin/chromium";

if (!existsSync(BROWSER)) {
  console.error("没有浏览器：装上 Chromium，或者用环境变量 CHROMIUM 写出它在哪里");
  process.exit(1);
}

await inProject(async (project) => {
  const desk = await started(project);
  const browser = await chromium.launch({ executablePath: BROWSER, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.goto(desk.address);
    await page.locator(".page svg").first().waitFor();
    await page.getByRole("button", { name: "一、收入支出预算总体情况说明" }).click();
    await page.locator("[data-figure]", { hasText: "1001.90万元" }).first().click();
    await page.locator(".trace .lines").waitFor();
    await picture(page, "desk-trace.png");
    change(project, "金额: 2018980.00", "金额: 2,018,980.00");
    await page.locator(".tools .summary", { hasText: "错误" }).waitFor();
    await page.locator(".tools .summary").click();
    await page.locator(".faults").waitFor();
    await picture(page, "desk-faults.png");
    await page.locator(".faults .link").first().click();
    await page.locator(".cm-activeLine").waitFor();
    await picture(page, "desk-file.png");
    change(project, "金额: 2,018,980.00", "金额: 2018980.00");
    await page.locator(".tools .summary", { hasText: "1 个警告" }).waitFor();
    await page.getByRole("button", { name: "两年对比" }).click();
    await page.locator(".years-table").first().waitFor();
    await picture(page, "desk-years.png");
  } finally {
    await browser.close();
    desk.end();
  }
});

function started(project) {
  const desk = spawn(process.execPath, [join(PROGRAM, "dist/startup/cli.cjs"), "start", "--no-open"], {
    cwd: project,
  });
  return new Promise((resolve) => {
    desk.stdout.on("data", (chunk) => {
      const [address] = /http:\S+/.exec(chunk) ?? [];
      if (address) resolve({ address, end: () => desk.kill("SIGINT") });
    });
  });
}

function change(project, find, replace) {
  const file = join(project, DATA);
  writeFileSync(file, readFileSync(file, "utf8").replace(find, replace));
}

/** What the fonts had not come for yet is drawn again. */
async function picture(page, name) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    document.body.hidden = true;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    document.body.hidden = false;
  });
  await page.waitForTimeout(800);
  await page.screenshot({ path: join(PROGRAM, "docs", name) });
  console.log(`docs/${name}`);
}
