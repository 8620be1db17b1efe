// Every kind of page in every kind of window: no error, nothing clipped or overlapping, no false number, nothing out of reach.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = process.cwd();
let browser;
before(async () => { browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] }); });
after(() => browser.close());

const RUNS = ["plain", "repair", "zone", "one", "day", "long", "none", "cargoes", "thousand", "names", "two", "swept", "ko", "zh"];
// A zoom of 200% on a screen of 1366 dots is a window of 683 with twice the dots. Axe looks once at each colour scheme.
const WINDOWS = {
  "1440": { width: 1440, height: 900 },
  "1366 dark": { width: 1366, height: 768, colorScheme: "dark", axe: true },
  "1366 at 200%": { width: 683, height: 384, deviceScaleFactor: 2 },
  "390": { width: 390, height: 844, axe: true },
  "390 dark, without motion": { width: 390, height: 844, colorScheme: "dark", reducedMotion: "reduce" },
};

const open = async (run, options) => {
  const page = await browser.newPage(options);
  const wrong = [];
  page.on("console", (m) => wrong.push(`${m.type()}: ${m.text()}`));
  page.on("pageerror", (e) => wrong.push(e.message));
  page.on("request", (r) => { if (!r.url().startsWith(`file://${folder}/`)) wrong.push(`request: ${r.url()}`); });
  await page.goto(`file://${folder}/${run}/report.html`);
  return { page, wrong };
};

// Runs in the page: texts of charts that reach outside or lie on others, and HTML text wider than its box.
const overlaps = () => {
  const found = [];
  for (const svg of document.querySelectorAll("figure svg.chart")) {
    if (!svg.getClientRects().length) continue;
    const frame = svg.getBoundingClientRect(), title = svg.querySelector("title").textContent.slice(0, 40);
    const scale = frame.width / svg.viewBox.baseVal.width;
    const boxes = [...svg.querySelectorAll("text")].map((t) => ({ text: t.textContent, box: t.getBoundingClientRect() }));
    for (const { text, box } of boxes) {
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
        found.push(`${title}: '${text}' reaches outside`);
      }
    }
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
      const w = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const h = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (w > 1.5 * scale && h > 4.5 * scale) found.push(`${title}: '${a.text}' on '${b.text}'`);
    }));
  }
  for (const e of document.querySelectorAll("main h1, main h2, main h3, main p, main dt, main dd, main li, main button, main label, main pre, header h1, header p")) {
    if (e.getClientRects().length && !e.closest(".hidden, .scroll") && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== "inline") {
      found.push(`'${e.textContent.slice(0, 40)}' is wider than its place`);
    }
  }
  return found;
};

// What is wrong with what a page shows.
const faults = async (page, width) => {
  const found = await page.evaluate(overlaps);
  if ((await page.evaluate(() => document.documentElement.scrollWidth)) > width) found.push("the page scrolls sideways");
  const text = await page.evaluate(() => document.body.innerText);
  const number = /.{0,20}(\bNaN\b|undefined|Infinity|\[object|\{\d\}).{0,20}/.exec(text);
  if (number) found.push(`a false number: ${number[0]}`);
  return found;
};

// One page of each kind goes through all windows, as a window that someone resizes does.
for (const run of RUNS) test(`${run}: every window`, async () => {
  const { page, wrong } = await open(run, { viewport: { width: 1440, height: 900 } });
  const client = await page.context().newCDPSession(page), found = [];
  await page.evaluate(axe);
  for (const [name, w] of Object.entries(WINDOWS)) {
    await page.emulateMedia({ colorScheme: w.colorScheme ?? "light", reducedMotion: w.reducedMotion ?? "no-preference" });
    await client.send("Emulation.setDeviceMetricsOverride", { width: w.width, height: w.height, deviceScaleFactor: w.deviceScaleFactor ?? 1, mobile: false });
    await page.waitForFunction((width) => innerWidth === width, w.width);
    found.push(...(await faults(page, w.width)).map((f) => `${name}: ${f}`));
    if (w.axe) {
      // What lies in a drawing is an image for a reader, named by its title and told by its summary.
      const result = await page.evaluate(() => window.axe.run({ exclude: [["figure svg > *"]] }));
      found.push(...result.violations.map((v) => `${name}, axe: ${v.id}: ${v.nodes.map((n) => n.target).slice(0, 3).join(" ")}`));
    }
  }
  assert.deepEqual([...found, ...wrong], []);
  await page.close();
});

for (const run of RUNS) test(`${run}: scripts blocked`, async () => {
  const { page, wrong } = await open(run, { viewport: { width: 1366, height: 768 }, javaScriptEnabled: false });
  assert.deepEqual([...await faults(page, 1366), ...wrong], []);
  assert.equal(await page.locator("button:visible, .tip:visible").count(), 0, "nothing to press that does nothing");
  await page.close();
});

for (const run of RUNS) test(`${run}: printed, also while the window changes its size`, async () => {
  const { page, wrong } = await open(run, { viewport: { width: 680, height: 900 } });
  for (const width of [600, 1366]) {
    await page.setViewportSize({ width, height: 900 });
    await page.pdf({ format: "A4" });
  }
  await page.setViewportSize({ width: 680, height: 900 });
  await page.emulateMedia({ media: "print" });
  const wide = await page.evaluate(() => {
    document.querySelectorAll("details").forEach((d) => { d.open = true; });
    return [...document.querySelectorAll("main table, main td, main th, main p, main pre, main figure, header p, header h1")]
      .filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.textContent.slice(0, 40));
  });
  assert.deepEqual([...wide, ...await page.evaluate(overlaps), ...wrong], []);
  await page.close();
});

test("the page's own policy blocks every other script and style", async () => {
  const { page } = await open("plain", {});
  const policy = await page.getAttribute("meta[http-equiv=Content-Security-Policy]", "content");
  assert.match(policy, /^default-src 'none';/);
  assert.doesNotMatch(policy, /unsafe/);
  const ran = await page.evaluate(() => {
    const script = document.createElement("script"), style = document.createElement("style");
    script.textContent = "window.foreign = true";
    style.textContent = "body { outline: 7px solid red }";
    document.head.append(script, style);
    return [window.foreign, getComputedStyle(document.body).outlineWidth === "7px"];
  });
  assert.deepEqual(ran, [undefined, false]);
  assert.equal(await page.locator("[style]:not(.tip)").count(), 0, "the policy ignores style attributes");
  await page.close();
});

test("the keyboard reaches everything that can be pressed, and shows where it is", async () => {
  for (const width of [1366, 390]) {
    const { page } = await open("plain", { viewport: { width, height: 768 } });
    const want = await page.evaluate(() => {
      document.querySelectorAll("details").forEach((d) => { d.open = true; });
      const all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
        .filter((e) => e.getClientRects().length && getComputedStyle(e).visibility !== "hidden");
      all.forEach((e, i) => { e.dataset.stop = String(i); });
      return all.length;
    });
    const reached = new Set(), dim = [];
    for (let k = 0; k < want + 3; k++) {
      await page.keyboard.press("Tab");
      const [stop, outline, what] = await page.evaluate(() => {
        const e = document.activeElement, style = getComputedStyle(e);
        return [e.dataset.stop, style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, e.textContent.slice(0, 30)];
      });
      if (stop !== undefined) {
        reached.add(stop);
        if (!outline) dim.push(what);
      }
    }
    assert.equal(reached.size, want, `${width} px`);
    assert.deepEqual(dim, []);
    await page.close();
  }
});

// Colour visions of Machado, Oliveira and Fernandes (2009), table 1 at full severity, on linear RGB; distances in CIE L*a*b* (1976).
const VISIONS = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
const linear = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
  .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const lab = ([r, g, b]) => {
  const f = (t) => t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 * t + 16) / 116;
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047), y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};
const distance = (a, b, matrix) => {
  const seen = (hex) => lab(matrix.map((row) => Math.min(1, Math.max(0, row.reduce((sum, m, i) => sum + m * linear(hex)[i], 0)))));
  const [p, q] = [seen(a), seen(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
};
const contrast = (a, b) => {
  const y = [a, b].map((hex) => { const [r, g, l] = linear(hex); return 0.2126 * r + 0.7152 * g + 0.0722 * l + 0.05; });
  return Math.max(...y) / Math.min(...y);
};

for (const colorScheme of ["light", "dark"]) {
  test(`${colorScheme}: text can be read, and neighbouring colours differ for four colour visions`, async () => {
    const found = [];
    for (const run of ["plain", "repair", "cargoes", "two", "swept"]) {
      const { page } = await open(run, { colorScheme });
      const { colors, pairs } = await page.evaluate(() => {
        const style = getComputedStyle(document.documentElement), value = (c) => c.startsWith("--") ? style.getPropertyValue(c).trim() : c;
        const colors = Object.fromEntries(["paper", "panel", "ink", "muted", "link", "green", "vermilion"].map((n) => [n, value("--" + n)]));
        const pairs = [];
        for (const figure of document.querySelectorAll("figure")) {
          const data = figure.querySelector(".chart-data");
          if (!data) continue;
          for (const panel of JSON.parse(data.textContent).panels) {
            const all = panel.groups.flatMap((g) => g.series).filter((s) => s.color).map((s) => [s.name, value(s.color)]);
            for (let i = 1; i < all.length; i++) if (all[i][1] !== all[i - 1][1]) pairs.push([figure.id, ...all[i - 1], ...all[i]]);
          }
        }
        return { colors, pairs };
      });
      for (const [text, ground] of [["ink", "paper"], ["ink", "panel"], ["muted", "paper"], ["muted", "panel"], ["link", "paper"]]) {
        const ratio = contrast(colors[text], colors[ground]);
        if (ratio < 4.5) found.push(`${text} on ${ground}: ${ratio.toFixed(2)}`);
      }
      for (const vision in VISIONS) {
        if (distance(colors.green, colors.vermilion, VISIONS[vision]) < 10) found.push(`signal heads, ${vision}`);
        for (const [id, first, a, second, b] of pairs) {
          const far = distance(a, b, VISIONS[vision]);
          if (far < 10) found.push(`${run} ${id}: ${first} ${a} and ${second} ${b}, ${vision}: ${far.toFixed(1)}`);
        }
      }
      await page.close();
    }
    assert.deepEqual([...new Set(found)], []);
  });
}
