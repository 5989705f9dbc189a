import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { makeProject } from "../project.js";
import { axe, hasBrowser, look, type Started, startDesk } from "./browser.js";

const DATA = "data/403008/2023.yaml";
const SAVED = "都存进文件了";

const inBrowser = hasBrowser ? describe : describe.skip;

const onDisk = (project: string): string => readFileSync(join(project, DATA), "utf8");

function edit(project: string, find: string, replace: string): void {
  const text = onDisk(project);
  expect(text).toContain(find);
  writeFileSync(join(project, DATA), text.replace(find, replace));
}

/** Opens the data in the window, and waits until it can be written in. */
async function openData(page: Page): Promise<void> {
  await page.locator(".page svg").first().waitFor();
  await page.getByRole("button", { name: `看数据文件 ${DATA}` }).click();
  await page.locator(".standing", { hasText: SAVED }).waitFor();
}

/** Puts the cursor behind words of the file, which stand on a line that is seen. */
async function placeBehind(page: Page, line: number, words: string): Promise<void> {
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+Home");
  for (let at = 1; at < line; at++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  const text = (await page.locator(".cm-activeLine").innerText()).replace(/\n$/, "");
  expect(text).toContain(words);
  const indented = text.length - text.trimStart().length;
  const steps = text.indexOf(words) + words.length - indented;
  for (let at = 0; at < steps; at++) await page.keyboard.press("ArrowRight");
}

/** Until the file is so. */
async function until(is: () => boolean): Promise<void> {
  for (let tries = 0; !is(); tries++) {
    if (tries === 200) throw new Error("it does not come about");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

inBrowser("the data, written at the desk", () => {
  let project: string;
  let before: string;
  let desk: Started;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    project = makeProject();
    before = onDisk(project);
    desk = await startDesk(project);
    ({ page, complaints } = await look(desk.address));
    await openData(page);
  });

  test("saves itself, nothing else of the file is touched, and the pages follow", async () => {
    await placeBehind(page, 25, "金额: ");
    await page.keyboard.press("Delete");
    await page.keyboard.type("3");
    const now = before.replace("金额: 2018980.00", "金额: 3018980.00");
    await until(() => onDisk(project) === now);
    await page.getByRole("button", { name: "二、收入预算总体情况说明" }).first().click();
    await page.locator(".page svg").getByText("1101.90万元").first().waitFor();
    await page.locator(".tools .summary").getByText("错误").waitFor();
    await page.locator(".cm-content .cm-lintRange-error").first().waitFor();
  });

  test("undone and done again, to the byte", async () => {
    const now = onDisk(project);
    await page.getByRole("button", { name: "撤销" }).click();
    await until(() => onDisk(project) === before);
    await page.getByRole("button", { name: "重做" }).click();
    await until(() => onDisk(project) === now);
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Control+z");
    await until(() => onDisk(project) === before);
    await page.locator(".tools .summary").getByText("1 个警告", { exact: true }).waitFor();
  });

  test("codes are found by their names, through an input method, and keys by what is not there", async () => {
    await placeBehind(page, 30, "经济科目: ");
    for (let at = 0; at < 5; at++) await page.keyboard.press("Delete");
    const ime = await page.context().newCDPSession(page);
    for (const text of ["s", "shui", "shuifei"])
      await ime.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await page.waitForTimeout(600);
    expect(onDisk(project)).not.toContain("shuifei");
    await ime.send("Input.insertText", { text: "水费" });
    const list = page.getByRole("listbox", { name: "可以写的" });
    await list.getByText("30205 水费").waitFor();
    expect(await axe(page)).toEqual([]);
    await page.waitForTimeout(100);
    await page.keyboard.press("Enter");
    await until(() => onDisk(project) === before.replace("经济科目: 30229", "经济科目: 30205"));
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await until(() => onDisk(project) === before);
    await page.keyboard.press("Control+Home");
  });

  test("changed elsewhere in another place meanwhile: both are there, and only one's own is undone", async () => {
    await placeBehind(page, 25, "金额: ");
    await page.keyboard.type("9");
    edit(project, "版式: henan\n", "版式: henan # 省里的\n");
    const other = before.replace("版式: henan\n", "版式: henan # 省里的\n");
    await until(() => onDisk(project) === other.replace("金额: 2018980.00", "金额: 92018980.00"));
    await page.locator(".cm-content").getByText("# 省里的").waitFor();
    await page.keyboard.press("Control+z");
    await until(() => onDisk(project) === other);
    edit(project, " # 省里的", "");
    await page.locator(".cm-content").getByText("# 省里的").waitFor({ state: "detached" });
  });

  test("changed elsewhere in the same place: both are shown, neither is lost, and one is chosen", async () => {
    const elsewhere = before.replace("金额: 2018980.00", "金额: 2018981.00");
    await placeBehind(page, 25, "金额: ");
    await page.keyboard.type("9");
    writeFileSync(join(project, DATA), elsewhere);
    const clash = page.getByRole("region", { name: "两边都改了的" });
    await clash.getByText("金额: 92018980.00").waitFor();
    await clash.getByText("金额: 2018981.00").waitFor();
    expect(await axe(page)).toEqual([]);
    expect(onDisk(project)).toBe(elsewhere);
    await clash.getByRole("button", { name: "都用文件里的" }).click();
    await page.locator(".standing", { hasText: SAVED }).waitFor();
    expect(onDisk(project)).toBe(elsewhere);
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Control+z");
    await until(() => onDisk(project) === before.replace("金额: 2018980.00", "金额: 92018980.00"));
    await page.keyboard.press("Control+z");
    await until(() => onDisk(project) !== before.replace("金额: 2018980.00", "金额: 92018980.00"));
    writeFileSync(join(project, DATA), before);
    await page.locator(".standing", { hasText: SAVED }).waitFor();
  });

  test("two windows write in it: each has what the other has written", async () => {
    const other = await look(desk.address);
    await openData(other.page);
    await placeBehind(other.page, 26, "金额: ");
    await other.page.keyboard.type("7");
    await placeBehind(page, 13, "版式: henan");
    await page.keyboard.type(" # 甲");
    await until(
      () => onDisk(project).includes("金额: 78000000.00") && onDisk(project).includes("版式: henan # 甲"),
    );
    for (const each of [page, other.page]) {
      await each.locator(".cm-content").getByText("# 甲").waitFor();
      await each.locator(".cm-content").getByText("78000000.00").waitFor();
    }
    await other.page.close();
    writeFileSync(join(project, DATA), before);
    await page.locator(".cm-content").getByText("# 甲").waitFor({ state: "detached" });
  });

  test("a command takes up what was written just before, and begins nothing while something is not in the file", async () => {
    await placeBehind(page, 25, "金额: ");
    await page.keyboard.type("9");
    await page.getByRole("button", { name: "核对", exact: true }).click();
    await page.locator(".side").getByText("92,018,980").first().waitFor();
    expect(onDisk(project)).toContain("92018980.00");
    await page.goBack();
    await placeBehind(page, 25, "金额: ");
    await page.keyboard.type("8");
    writeFileSync(join(project, DATA), before);
    await page.getByRole("region", { name: "两边都改了的" }).waitFor();
    await page.getByRole("button", { name: "核对", exact: true }).click();
    await page.locator(".notices").getByText("没有存进文件").waitFor();
    await page.getByRole("button", { name: "都用文件里的" }).click();
    await page.locator(".standing", { hasText: SAVED }).waitFor();
    expect(onDisk(project)).toBe(before);
  });

  test("killed while both sides differ: what was written is there when the desk is opened again", async () => {
    const elsewhere = before.replace("金额: 2018980.00", "金额: 2018981.00");
    await placeBehind(page, 25, "金额: ");
    await page.keyboard.type("9");
    writeFileSync(join(project, DATA), elsewhere);
    await page.getByRole("region", { name: "两边都改了的" }).waitFor();
    expect(complaints).toEqual([]);
    await desk.kill();
    await page.locator(".notices").getByText("和程序断开了").waitFor();
    expect(existsSync(join(project, ".desk-unsaved", DATA))).toBe(true);
    desk = await startDesk(project);
    const again = await look(desk.address);
    await again.page.locator(".notices").getByRole("button", { name: "看它们" }).click();
    const clash = again.page.getByRole("region", { name: "两边都改了的" });
    await clash.getByText("金额: 92018980.00").waitFor();
    await clash.getByRole("button", { name: "都用这里写的" }).click();
    await until(() => onDisk(project) === before.replace("金额: 2018980.00", "金额: 92018980.00"));
    expect(again.complaints).toEqual([]);
    await until(() => !existsSync(join(project, ".desk-unsaved", DATA)));
  });
});
