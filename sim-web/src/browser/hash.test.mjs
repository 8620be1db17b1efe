// Holds browsers to the JVM: hashes.jsonl has what the JVM gave, one world a line.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";

const lines = readFileSync("hashes.jsonl", "utf8").trim().split("\n").map((line) => JSON.parse(line));
const wasm = readFileSync("convoy.wasm").toString("base64");
const loader = readFileSync("convoy.mjs", "utf8").replace("export async function load", "globalThis.load = async function load");

const browsers = {
  Chromium: { path: process.env.CHROMIUM, launch: (executablePath) => chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] }) },
  // Playwright drives only a Firefox of its own; this one is the user's, over WebDriver BiDi.
  Firefox: { path: process.env.FIREFOX, launch: (executablePath) => puppeteer.launch({ browser: "firefox", executablePath, protocolTimeout: 1_200_000 }) },
};

for (const [name, { path, launch }] of Object.entries(browsers)) {
  test(`${lines.length} worlds have the JVM's bits in ${name}`, { timeout: 1_800_000, skip: path ? false : `${name} is not here` }, async (t) => {
    const browser = await launch(path);
    try {
      const page = await browser.newPage();
      await page.goto("about:blank");
      await page.evaluate(loader);
      await page.evaluate(async (text) => {
        globalThis.model = await load(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));
      }, wasm);
      const wrong = [];
      for (const { name: scenario, yaml, sets, seed, last, hash } of lines) {
        const got = await page.evaluate(([y, s, n, l]) => {
          try { return model.hash(y, s, n, 1, l); } catch (e) { return e.message; }
        }, [yaml, sets, seed, last]);
        if (got !== hash) wrong.push({ scenario, sets, seed, got, hash });
      }
      t.diagnostic(`${await browser.version()}: ${lines.length - wrong.length} of ${lines.length} agree`);
      assert.deepEqual(wrong, []);
    } finally {
      await browser.close();
    }
  });
}
