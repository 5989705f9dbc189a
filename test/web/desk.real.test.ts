import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Locator, Page } from "playwright-core";
import { dataFile } from "../../src/project/data-files.js";
import { buildIn, makeProject } from "../project.js";
import { axe, hasBrowser, look, type Seen, type Started, startDesk } from "./browser.js";

const DATA = "data/403008/2023.yaml";
const PDF = "三门峡市住房保障中心2023年度单位预算公开.pdf";

const inBrowser = hasBrowser ? describe : describe.skip;

function edit(project: string, find: string, replace: string): void {
  const file = join(project, DATA);
  const text = readFileSync(file, "utf8");
  expect(text).toContain(find);
  writeFileSync(file, text.replace(find, replace));
}

/** Goes to a heading by the outline, and waits for the figures below it. */
async function goTo(page: Page, heading: string): Promise<void> {
  await page.getByRole("button", { name: heading }).first().click();
  await page.locator("[data-figure]").first().waitFor();
}

const summary = (page: Page) => page.locator(".tools .summary");
const side = (page: Page) => page.locator(".side");

inBrowser("the desk in a browser", () => {
  let project: string;
  let desk: Started;
  let seen: Seen;
  let page: Page;

  beforeAll(async () => {
    project = makeProject();
    desk = await startDesk(project);
    seen = await look(desk.address);
    ({ page } = seen);
    await page.locator(".page svg").first().waitFor();
  });

  test("shows the folder, the pages and what is wrong", async () => {
    expect(await page.title()).toBe("单位预算公开");
    expect(await page.locator("h1").innerText()).toBe("三门峡市住房保障中心2023年度单位预算公开");
    expect(await summary(page).innerText()).toBe("1 个警告");
    expect(await page.locator(".page").count()).toBeGreaterThan(20);
    expect(await side(page).innerText()).toContain("政府采购预算是 0");
  });

  test("broken in an editor: the fault is read, mended, and the pages follow; the place stays", async () => {
    await goTo(page, "二、收入预算总体情况说明");
    const area = page.locator(".pages");
    await area.evaluate((element) => element.scrollBy(0, 120));
    await page.waitForTimeout(300);
    const before = await area.evaluate((element) => element.scrollTop);
    edit(project, "金额: 2018980.00", "金额: 2,018,980.00");
    await side(page).getByText("里有千分位逗号").waitFor();
    expect(await summary(page).innerText()).toContain("1 个错误");
    expect(await area.evaluate((element) => element.scrollTop)).toBe(before);
    await side(page)
      .getByRole("button", { name: `${DATA}:25` })
      .first()
      .click();
    await page.locator(".cm-activeLine", { hasText: "2,018,980.00" }).waitFor();
    edit(project, "金额: 2,018,980.00", "金额: 3018980.00");
    await page.locator(".page svg").getByText("1101.90万元").first().waitFor();
    edit(project, "金额: 3018980.00", "金额: 2018980.00");
    await summary(page).getByText("1 个警告", { exact: true }).waitFor();
    await page.locator(".page svg").getByText("1101.90万元").first().waitFor({ state: "detached" });
    expect(await area.evaluate((element) => element.scrollTop)).toBe(before);
  });

  test("a figure of the text leads to its lines and to its cell, and back again by keyboard", async () => {
    await goTo(page, "一、收入支出预算总体情况说明");
    await page.locator("[data-figure]", { hasText: "1001.90万元" }).first().click();
    await side(page).getByText("本年收入与上年结转之和").waitFor();
    await side(page).getByRole("button", { name: "第 26 行" }).first().click();
    await page.locator(".cm-activeLine", { hasText: "8000000.00" }).waitFor();
    await page.keyboard.press("Alt+ArrowLeft");
    await side(page).getByText("本年收入与上年结转之和").waitFor();
    await side(page).getByRole("button", { name: "第 10 页" }).first().click();
    await page.locator("[data-page] .halo").first().waitFor();
    const cell = page.locator("[data-figure]", { hasText: "1,001.90" }).first();
    await cell.waitFor();
    await cell.click();
    await side(page).getByText("预算01表").first().waitFor();
    await page.keyboard.press("Alt+ArrowLeft");
    await side(page).getByText("本年收入与上年结转之和").waitFor();
    await page.keyboard.press("Alt+ArrowRight");
    await side(page).getByText("预算01表").first().waitFor();
  });

  test("words lead to the sentence of the format or to the datum", async () => {
    await goTo(page, "一、收入支出预算总体情况说明");
    await page
      .locator("[data-words]", { hasText: "年收入总计" })
      .first()
      .click({ position: { x: 30, y: 6 } });
    await page.locator(".origins .link").first().waitFor();
    expect(await page.locator(".origins").innerText()).toMatch(/templates\/henan\/narrative|data\/403008/);
  });

  test("two years, and all else that is open, have nothing that axe finds", async () => {
    const found: string[] = [];
    for (const name of ["1 个警告", "审核文件", "两年对比"]) {
      await page.getByRole("button", { name }).first().click();
      await page.waitForTimeout(200);
      found.push(...(await axe(page)).map((each) => `${name}: ${each}`));
    }
    await page.goBack();
    await page
      .getByRole("button", { name: DATA })
      .first()
      .click()
      .catch(() => undefined);
    found.push(...(await axe(page)));
    expect(found).toEqual([]);
  });

  test("drafts and publishes; the published bytes are those of the command line", async () => {
    await page.getByRole("button", { name: "印草稿" }).click();
    await side(page).getByText("已生成草稿").waitFor();
    await page.getByRole("button", { name: "生成 PDF" }).click();
    await side(page).getByText(`已生成 out/${PDF}`).waitFor();
    expect(await side(page).innerText()).toContain("npm run build-report -- --unit 403008 --year 2023");
    const elsewhere = makeProject();
    const built = await buildIn(elsewhere, { data: dataFile("403008", 2023), output: "out" });
    const hash = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");
    expect(hash(join(project, "out", PDF))).toBe(hash(join(elsewhere, built.file)));
  });

  test("corrects what was published", async () => {
    const file = join(project, DATA);
    writeFileSync(
      file,
      `${readFileSync(file, "utf8").replace("金额: 155000.00", "金额: 155100.00").replace("金额: 2018980.00", "金额: 2019080.00")}\n公开日期: 2023-02-20\n更正: { 更正日期: 2023-05-20, 原因: 数据录入有误 }\n`,
    );
    await page.locator(".page svg").first().waitFor();
    await page.waitForTimeout(800);
    await page.getByRole("button", { name: "更正", exact: true }).first().click();
    await side(page).getByText("数据改了").waitFor();
    await side(page).getByText("更正对照").first().waitFor();
    expect(readdirSync(join(project, "out")).some((name) => name.startsWith("关于更正《"))).toBe(true);
  });

  test("two windows show the same, each by itself", async () => {
    const other = await look(desk.address);
    await other.page.locator(".page svg").first().waitFor();
    edit(project, "金额: 155100.00", "金额: 155200.00");
    for (const each of [page, other.page]) await each.locator(".tools .summary").getByText("错误").waitFor();
    edit(project, "金额: 155200.00", "金额: 155100.00");
    expect(other.complaints).toEqual([]);
    await other.page.close();
  });

  test("nothing was asked for elsewhere, and nothing was complained of", () => {
    expect(seen.foreign).toEqual([]);
    expect(seen.complaints).toEqual([]);
  });

  test("killed: the page says so; started again, a new one shows all", async () => {
    await desk.kill();
    await page.locator(".notices").getByText("和程序断开了").waitFor();
    desk = await startDesk(project);
    const again = await look(desk.address);
    await again.page.locator(".page svg").first().waitFor();
    expect(await again.page.locator("h1").innerText()).toContain("三门峡市住房保障中心");
    await again.page.close();
  });
});

inBrowser("with the keyboard alone", () => {
  test("a figure is found, traced, its line opened, and the page found again", async () => {
    const desk = await startDesk(makeProject());
    const { page, complaints } = await look(desk.address);
    await page.locator(".page svg").first().waitFor();
    const focus = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 200; presses++) {
        await page.keyboard.press("Tab");
        const focused = page.locator(":focus");
        if ((await focused.count()) === 0) continue;
        const label = (await focused.getAttribute("aria-label")) ?? (await focused.textContent()) ?? "";
        if (label.trim().startsWith(name)) return;
      }
      throw new Error(`${name} is not reached`);
    };
    await focus("一、收入支出预算总体情况说明");
    await page.keyboard.press("Enter");
    await page.locator("[data-figure]").first().waitFor();
    await page.waitForTimeout(300);
    await focus("印出的页");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.locator(".trace h2 .figure").waitFor();
    const shown = page.locator(".trace h2");
    await shown.getByText("收入总计").waitFor();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await shown.getByText("支出总计").waitFor();
    await page.keyboard.press("Alt+ArrowLeft");
    await shown.getByText("收入总计").waitFor();
    await focus("第 25 行");
    await page.keyboard.press("Enter");
    await page.locator(".cm-editor").waitFor();
    await page.keyboard.press("Alt+ArrowLeft");
    await page.locator(".trace h2 .figure").waitFor();
    // to its cell, and on from there
    await focus("第 10 页");
    await page.keyboard.press("Enter");
    await page.locator('[data-page] [data-figure]:text-is("1,001.90")').first().waitFor();
    await page.waitForTimeout(500);
    await focus("印出的页");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await shown.getByText("预算01表 收入总计").waitFor();
    expect(complaints).toEqual([]);
  });
});

inBrowser("a PDF from elsewhere", () => {
  test("is shown as it is, what is found in it leads to its page, and its reader is loaded for it only", async () => {
    const project = makeProject();
    const elsewhere = makeProject();
    const { file } = await buildIn(elsewhere, { data: dataFile("403008", 2023), output: "out" });
    edit(project, "金额: 155000.00", "金额: 155100.00");
    edit(project, "金额: 2018980.00", "金额: 2019080.00");
    const desk = await startDesk(project);
    const { page, complaints, foreign } = await look(desk.address);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.locator(".page svg").first().waitFor();
    const scrolled = page.locator(".pages").first();
    await scrolled.evaluate((element) => element.scrollBy(0, 900));
    await page.getByRole("button", { name: "审核文件" }).click();
    expect(asked.filter((url) => url.includes("pdfjs"))).toEqual([]);
    await page.locator("input[type=file]").setInputFiles(join(elsewhere, file));
    const shown = page.locator(".foreign .page canvas");
    await shown.first().waitFor();
    expect(await inkOf(shown.first())).toBeGreaterThan(100);
    await page.getByRole("button", { name: "审核", exact: true }).click();
    const link = side(page).getByRole("button", { name: "第 12 页" }).first();
    await link.click();
    await page.locator('.foreign [data-foreign="12"] canvas').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "回到印出的页" }).click();
    await page.locator(".foreign").waitFor({ state: "detached" });
    expect(await scrolled.evaluate((element) => element.scrollTop)).toBe(900);
    await page.getByRole("button", { name: "审核文件" }).click();
    const broken = { name: "坏.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n坏") };
    await page.locator("input[type=file]").setInputFiles(broken);
    await page.locator(".foreign").getByText("显示不出来").waitFor();
    expect([complaints, foreign]).toEqual([[], []]);
  });

  test("that is too large is told so before it is sent", async () => {
    const desk = await startDesk(makeProject());
    const { page } = await look(desk.address);
    await page.getByRole("button", { name: "审核文件" }).click();
    const file = join(makeProject(), "大.pdf");
    writeFileSync(file, Buffer.alloc(60 * 1024 * 1024));
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByRole("button", { name: "审核", exact: true }).click();
    await page.locator(".notices").getByText("超过 50 MB").waitFor();
    expect(await page.locator(".foreign").count()).toBe(0);
  });
});

/** How many points of a canvas are not white. */
function inkOf(canvas: Locator): Promise<number> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const { data } = element.getContext("2d")?.getImageData(0, 0, element.width, element.height) ?? {};
    return (data ?? []).filter((value, index) => index % 4 === 0 && value < 200).length;
  });
}

inBrowser("what stands in the data", () => {
  test("stays text", async () => {
    const project = makeProject();
    edit(project, "名称: 三门峡市住房保障中心", "名称: 甲&乙中心");
    edit(project, "[办公室, 财务科,", '["<script>alert(1)</script>", "<img src=x onerror=alert(1)>",');
    const desk = await startDesk(project);
    const { page, complaints } = await look(desk.address);
    let alarms = 0;
    page.on("dialog", (dialog) => {
      alarms++;
      void dialog.dismiss();
    });
    await page.locator(".page svg").first().waitFor();
    await page.getByRole("button", { name: "二、机构设置" }).first().click();
    await page.locator(".page svg").getByText("<script>").first().waitFor();
    expect(await page.locator("body script, .page img").count()).toBe(0);
    expect(alarms).toBe(0);
    expect(complaints).toEqual([]);
  });
});

inBrowser("in a small window, as one zoomed to 200 % is", () => {
  test("everything is reached, one column at a time", async () => {
    const desk = await startDesk(makeProject());
    const { page } = await look(desk.address, { width: 640, height: 360 });
    await page.locator(".page svg").first().waitFor();
    const wide = await page.locator("html").evaluate((element) => element.scrollWidth);
    expect(wide).toBeLessThanOrEqual(640);
    await page.getByRole("button", { name: "单位", exact: true }).click();
    await page.getByRole("button", { name: "二、收入预算总体情况说明" }).click();
    await page.locator("[data-figure]").first().click();
    await page.locator(".trace h2 .figure").waitFor();
    expect(await page.locator(".middle").isVisible()).toBe(false);
    await page.getByRole("button", { name: "页面", exact: true }).click();
    expect(await page.locator(".middle").isVisible()).toBe(true);
    expect(await axe(page)).toEqual([]);
  });
});
