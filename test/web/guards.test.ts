import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { Refusal } from "../../src/diagnostic/refusal.js";
import { readyDesk } from "../../src/startup/ready-desk.js";
import type { OpenDesk } from "../../src/web/server/desk.js";
import { makeProject, PROGRAM } from "../project.js";
import { deskOn, post, send } from "./desk.js";

let project: string;
let desk: OpenDesk;
let host: string;

beforeAll(async () => {
  project = makeProject();
  desk = await deskOn(project);
  ({ host } = new URL(desk.address));
});

describe("who is answered", () => {
  test("who knows the token", async () => {
    expect((await send(desk.address)).status).toBe(200);
  });

  test.each([
    ["no token", "/"],
    ["another token", `/${"A".repeat(32)}/`],
    ["the token behind something else", "/x/TOKEN/"],
    ["a way round through other folders", "/x/../TOKEN/"],
    ["something encoded", "/%54OKEN/"],
  ])("not: %s", async (_what, path) => {
    const token = new URL(desk.address).pathname.split("/")[1] ?? "";
    const { status, text } = await send(desk.address, {
      path: path
        .replace("TOKEN", token)
        .replace("%54OKEN", `%${token.charCodeAt(0).toString(16)}${token.slice(1)}`),
    });
    expect([status, text]).toEqual([403, "打不开：用 npm start 印出的地址"]);
  });

  test.each(["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:80"])(
    "not under the name %j, which leads here too",
    async (name) => {
      expect((await send(desk.address, { headers: { Host: name } })).status).toBe(403);
    },
  );

  test.each(["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1"])(
    "not a page of %s",
    async (other) => {
      const headers = { Origin: other };
      expect((await send(desk.address, { headers })).status).toBe(403);
      const asked = { method: "POST", headers, body: "{}" };
      expect((await send(`${desk.address}ask/overview`, asked)).status).toBe(403);
    },
  );

  test("not who asks for something to be done and does not say whose page it is", async () => {
    expect((await send(`${desk.address}ask/overview`, { method: "POST", body: "{}" })).status).toBe(403);
  });

  test.each(["cross-site", "same-site"])("not what a browser calls %s", async (site) => {
    expect((await send(desk.address, { headers: { "Sec-Fetch-Site": site } })).status).toBe(403);
  });

  test("by its other name, too", async () => {
    const headers = { Host: host.replace("127.0.0.1", "localhost") };
    expect((await send(desk.address, { headers })).status).toBe(200);
  });
});

describe("what is handed out", () => {
  test.each([
    "written/data/403008/2023.yaml",
    "written/../package.json",
    "written/%2e%2e/package.json",
    "fonts/../package.json",
    "fonts/%2e%2e%2fpackage.json",
    "fonts/OFL.txt",
    "../package.json",
    "desk.css/../../package.json",
    "ready-program.json",
    "toString",
    "__proto__",
  ])("nothing that is not the page's: %s", async (name) => {
    const { pathname } = new URL(desk.address);
    const { status } = await send(desk.address, { path: pathname + name });
    expect([403, 404]).toContain(status);
  });

  test.each([
    ["../../package.json"],
    ["data/403008/../../package.json"],
    ["/etc/passwd"],
    ["package.json"],
    ["data/403008"],
    [".desk.json"],
  ])("no text of %s", async (file) => {
    const { text } = await post(desk, "ask/text", JSON.stringify({ unit: "403008", year: 2023, file }));
    expect(JSON.parse(text)).toEqual({ refused: "这个文件不是这份公开用到的" });
  });

  test("of the reader of PDFs what shows one, and no other file of it", async () => {
    const status = async (path: string) =>
      (await send(desk.address, { path: `${new URL(desk.address).pathname}pdfjs/${path}` })).status;
    const worker = await send(`${desk.address}pdfjs/legacy/build/pdf.worker.mjs`);
    expect([worker.status, worker.headers["content-security-policy"]]).toEqual([
      200,
      "default-src 'none'; script-src 'self'; connect-src 'self'",
    ]);
    for (const path of ["cmaps/UniGB-UCS2-H.bcmap", "wasm/openjpeg_nowasm_fallback.js"])
      expect([path, await status(path)]).toEqual([path, 200]);
    for (const path of [
      ...["package.json", "../package.json", "%2e%2e/package.json", "legacy/build/pdf.sandbox.mjs"],
      ...["cmaps/..%2f..%2fpackage.json", "cmaps/%00.bcmap", "cmaps/no.bcmap", "/etc/passwd"],
    ])
      expect([path, await status(path)]).toEqual([path, 404]);
  });

  test("no way to the folders of this machine", async () => {
    const asked = { unit: "403008", year: 2023, have: [] };
    const answers = await Promise.all([
      send(desk.address),
      send(`${desk.address}fonts.css`),
      send(`${desk.address}desk.js`),
      post(desk, "ask/overview", "{}"),
      post(desk, "ask/open", JSON.stringify(asked)),
      post(desk, "ask/open", JSON.stringify({ unit: "../../..", year: "x", have: 1 })),
    ]);
    for (const { text } of answers) {
      expect(text).not.toContain(project);
      expect(text).not.toContain(PROGRAM.replace(/\/$/, ""));
    }
  });

  test("a page that loads nothing from elsewhere", async () => {
    const { headers, text } = await send(desk.address);
    const policy = String(headers["content-security-policy"]);
    expect(policy.replace(/'nonce-[^']+'/, "'nonce'")).toMatchInlineSnapshot(
      `"default-src 'none'; script-src 'self'; style-src 'self' 'nonce'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"`,
    );
    expect(text).not.toMatch(/style=|<script>|https?:/);
    expect(headers["referrer-policy"]).toBe("no-referrer");
    const [one, other] = [await send(desk.address), await send(desk.address)].map(
      (each) => /nonce-([^']+)/.exec(String(each.headers["content-security-policy"]))?.[1],
    );
    expect(one).not.toBe(other);
  });
});

describe("how much is taken in", () => {
  test.each([
    ["a question", "ask/open", 300 * 1024],
    ["a file", "jobs?kind=audit&unit=403008&year=2023&name=a.pdf", 51 * 1024 * 1024],
  ])("%s that is too long is refused", async (_what, path, length) => {
    // whether the answer or the end of the connection comes first is the system's
    const said = await post(desk, path, new Uint8Array(length)).catch(() => ({ status: 413 }));
    expect(said.status).toBe(413);
    expect((await send(`${desk.address}alive`)).status).toBe(204);
  });

  test.each(["", "{", "[", "null", "1", '"x"'])("%j is no question", async (body) => {
    expect((await post(desk, "ask/open", body)).status).toBe(400);
  });

  test("an answer comes to anything that is a question", async () => {
    for (const asked of [
      "{}",
      "[]",
      '{"unit":{},"year":[],"have":[]}',
      '{"unit":"403009","year":2023,"have":[]}',
    ]) {
      const { status, text } = await post(desk, "ask/open", asked);
      expect([status, JSON.parse(text)]).toEqual([200, { refused: expect.any(String) }]);
    }
  });
});

describe("a second desk on the folder", () => {
  test("is told where the first is", async () => {
    const refused = await deskOn(project).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    const [found] = (refused as Refusal).diagnostics;
    expect(found?.message).toBe(`这个文件夹的桌面已经开着：${desk.address}`);
    expect((await send(`${desk.address}alive`)).status).toBe(204);
  });

  test("reads of it what only its owner may read", () => {
    if (process.platform !== "win32") expect(statSync(join(project, ".desk.json")).mode & 0o077).toBe(0);
  });

  test("takes the place of one that was killed, and leaves nothing behind", async () => {
    const other = makeProject();
    const { machine } = JSON.parse(readFileSync(join(project, ".desk.json"), "utf8"));
    for (const left of [JSON.stringify({ machine, address: "http://127.0.0.1:1/x/" }), "", "{", "[]"]) {
      writeFileSync(join(other, ".desk.json"), left);
      const opened = await deskOn(other);
      expect((await send(opened.address)).status).toBe(200);
      await opened.close();
      expect(() => statSync(join(other, ".desk.json"))).toThrow();
    }
  });

  test("on another machine is told which", async () => {
    const other = makeProject();
    writeFileSync(
      join(other, ".desk.json"),
      JSON.stringify({ machine: "隔壁", address: "http://127.0.0.1:1/x/" }),
    );
    const refused = await deskOn(other).catch((error: unknown) => error);
    expect((refused as Refusal).message).toBe("这个文件夹的桌面在电脑 隔壁 上开着");
  });
});

test("the page is small", () => {
  const files = [...readyDesk().page.values()].map((bytes) => gzipSync(bytes).length);
  expect(files.length).toBe(2);
  expect(files.reduce((sum, each) => sum + each, 0)).toBeLessThan(250 * 1024);
});
