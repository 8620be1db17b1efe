import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = process.cwd();
let browser;

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
});
after(() => browser.close());

// A page with what went wrong in it.
const open = async (run, options = {}) => {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 }, ...options });
  const wrong = [];
  page.on("console", (m) => wrong.push(`${m.type()}: ${m.text()}`));
  page.on("pageerror", (e) => wrong.push(e.message));
  page.on("dialog", (d) => { wrong.push(`dialog: ${d.message()}`); d.dismiss(); });
  page.on("request", (r) => { if (!r.url().startsWith(`file://${folder}/`)) wrong.push(`request: ${r.url()}`); });
  await page.goto(`file://${folder}/${run}/report.html`);
  return { page, wrong };
};

const trips = (run) => {
  const [head, ...rows] = readFileSync(`${folder}/${run}/trips.csv`, "utf8").trim().split("\n").map((l) => l.split(","));
  return rows.filter((r) => r[0] === "1").map((r) => Object.fromEntries(r.map((cell, i) => [head[i], cell])));
};

const seek = (page, seconds) => page.evaluate((s) => {
  const slider = document.getElementById("replay-time");
  slider.value = String(s);
  slider.dispatchEvent(new Event("input"));
  return Number(slider.value);
}, seconds);

const counters = (page) => page.evaluate(() => Object.fromEntries(
  [...document.querySelectorAll(".counters dd")].map((d) => [d.id.replace("replay-", ""), d.textContent])));

for (const run of ["plain", "thousand", "script"]) {
  test(`${run}: nothing on the console, no request beyond the file, no dialog`, async () => {
    const { page, wrong } = await open(run);
    await page.click("#replay-play");
    await page.waitForTimeout(400);
    await page.click("#replay-play");
    assert.deepEqual(wrong, []);
    await page.close();
  });
}

test("what is folded is printed, and folded again afterwards", async () => {
  const { page } = await open("plain");
  const fold = () => page.evaluate(() => [...document.querySelectorAll("details")].map((d) => d.open));
  await page.evaluate(() => { document.querySelector("details").open = true; });
  await page.evaluate(() => addEventListener("afterprint", () => { window.printed = true; }));
  const whilePrinting = page.evaluate(() => new Promise((done) => addEventListener("beforeprint",
    () => done([...document.querySelectorAll("details")].map((d) => d.open)))));
  await page.pdf();
  const folds = (await whilePrinting).length;
  assert.ok(folds >= 2);
  assert.deepEqual(await whilePrinting, Array(folds).fill(true));
  await page.waitForFunction(() => window.printed);
  assert.deepEqual(await fold(), [true, ...Array(folds - 1).fill(false)]);
  await page.close();
});

// A page of A4 with its margins is 180 mm wide, 680 px.
for (const run of ["plain", "two", "swept", "repair"]) test(`${run}: printed, nothing is wider than the paper, and printing fails nowhere`, async () => {
  const { page, wrong } = await open(run, { viewport: { width: 680, height: 900 } });
  for (const width of [600, 800, 680]) {
    await page.setViewportSize({ width, height: 900 });
    await page.pdf();
  }
  await page.emulateMedia({ media: "print" });
  const wide = await page.evaluate(() => {
    document.querySelectorAll("details").forEach((d) => { d.open = true; });
    return [...document.querySelectorAll("main table, main td, main th, main p, main pre, main figure")]
      .filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.textContent.slice(0, 40));
  });
  assert.deepEqual(wide, []);
  assert.deepEqual(wrong, []);
  await page.close();
});

test("where scripts are blocked there is a still with the counts of its instant, and nothing to press", async () => {
  const { page: running } = await open("plain");
  const begun = await counters(running);
  await running.close();
  const { page } = await open("plain", { javaScriptEnabled: false });
  assert.equal(await page.locator("#replay .fixed svg").isVisible(), true);
  assert.equal(await page.locator("#replay canvas:visible, #replay button:visible, #replay input:visible").count(), 0);
  for (const [counter, text] of Object.entries(begun)) {
    assert.equal(await page.textContent(`#replay-${counter}`), text, counter);
  }
  await page.close();
});

test("counters equal trips.csv at any instant", async () => {
  const { page } = await open("plain");
  const rows = trips("plain");
  const summary = JSON.parse(readFileSync(`${folder}/plain/summary.json`, "utf8"));
  const start = Date.parse(`${summary.start}T00:00:00.000Z`);
  const times = (column) => rows.map((r) => (r[column] ? Date.parse(`${r[column]}Z`) : Infinity));
  const columns = ["assigned", "outbound_queued", "outbound_enter", "outbound_exit", "unload_end", "return_queued",
    "return_enter", "return_exit"];
  const at = Object.fromEntries(columns.map((c) => [c, times(c)]));
  const end = summary.horizon_d * 86400;
  for (let k = 0; k <= 60; k++) {
    const t = start + 1000 * await seek(page, Math.floor(k === 60 ? end : end * ((k * 37) % 60) / 60 + 1234));
    const n = Object.fromEntries(columns.map((c) => [c, at[c].filter((x) => x <= t).length]));
    const tonnes = rows.reduce((sum, r, i) => sum + (at.unload_end[i] <= t ? Number(r.load_t) : 0), 0);
    const shown = await counters(page);
    const text = (value) => value.toLocaleString("en-GB", { maximumFractionDigits: 1 });
    assert.deepEqual({ ...shown, tonnes: undefined }, {
      "begun": text(n.assigned),
      "queue-out": text(n.outbound_queued - n.outbound_enter),
      "on-bridge": text(n.outbound_enter - n.outbound_exit + n.return_enter - n.return_exit),
      "crossed": text(n.outbound_exit),
      "delivered": text(n.unload_end),
      "tonnes": undefined,
      "queue-back": text(n.return_queued - n.return_enter),
      "returned": text(n.return_exit),
    }, `at ${new Date(t).toISOString()}`);
    assert.ok(Math.abs(Number(shown.tonnes.replaceAll(",", "")) - tonnes) < 0.0501, `${shown.tonnes} t, trips say ${tonnes}`);
  }
  await page.close();
});

test("who breaks down stands where breakdowns.csv says, and those behind do not pass", async () => {
  const { page, wrong } = await open("broken");
  const start = Date.parse(`${JSON.parse(readFileSync(`${folder}/broken/summary.json`, "utf8")).start}T00:00:00.000Z`);
  const rows = trips("broken");
  const [head, ...lines] = readFileSync(`${folder}/broken/breakdowns.csv`, "utf8").trim().split("\n").map((l) => l.split(","));
  const stops = lines.filter((l) => l[0] === "1").map((l) => Object.fromEntries(l.map((cell, i) => [head[i], cell])));
  assert.ok(stops.length > 5, `${stops.length} breakdowns`);
  const number = (r, column) => (r[column] ? Date.parse(`${r[column]}Z`) : Infinity);
  let looked = 0;
  for (const stop of stops) {
    const trip = rows.find((r) => r.trip === stop.trip);
    const from = Date.parse(`${stop.stopped}Z`), to = Date.parse(`${stop.drove_on}Z`);
    const t = start + 1000 * await seek(page, Math.floor(((from + to) / 2 - start) / 1000 / 60) * 60);
    if (t < from || t >= to) continue;
    const share = await page.evaluate((n) => document.getElementById("replay-scene").shareOf(n), Number(trip.truck));
    assert.ok(Math.abs(share - Number(stop.share)) < 1e-3, `${share} of the bridge, breakdowns.csv says ${stop.share}`);
    looked++;
    const standing = stops.filter((s) => Date.parse(`${s.stopped}Z`) <= t && t < Date.parse(`${s.drove_on}Z`)).length;
    assert.equal((await counters(page)).standing, String(standing));
    const [enter, exit] = stop.direction === "outbound" ? ["outbound_enter", "outbound_exit"] : ["return_enter", "return_exit"];
    const own = number(trip, enter);
    for (const r of rows.filter((r) => number(r, enter) > own && number(r, enter) <= t && number(r, exit) > t)) {
      const behind = await page.evaluate((n) => document.getElementById("replay-scene").shareOf(n), Number(r.truck));
      assert.ok(behind <= share + 1e-3, `truck ${r.truck} is at ${behind}, before ${trip.truck} at ${share}`);
    }
  }
  assert.ok(looked > 5, `${looked} looked at`);
  assert.deepEqual(wrong, []);
  await page.close();
});

test("the first screen of a desktop shows the answer and both pictures whole", async () => {
  const { page } = await open("whole", { viewport: { width: 1366, height: 768 } });
  const ends = await page.evaluate(() => [".verdict", ".seen figure:first-child svg", ".seen figure:last-child svg", ".seen figure:last-child figcaption"]
    .map((which) => Math.round([...document.querySelectorAll(which)].find((e) => e.getClientRects().length).getBoundingClientRect().bottom)));
  const save = await page.evaluate(() => [...document.querySelectorAll(".seen .save")].map((e) => Math.round(e.getBoundingClientRect().bottom)));
  assert.equal(save.length, 2);
  for (const end of [...ends, ...save]) assert.ok(end <= 768, `${ends} ${save}`);
  await page.close();
});

// What a planner asks, and patterns of the answers: of the console, and of the page where it words them otherwise.
const questions = readFileSync(`${folder}/first-screen.csv`, "utf8").split("\n").filter((line) => line && !line.startsWith("#")).slice(1)
  .map((line) => line.split("|").map((cell) => cell.trim())).map(([name, asked, console, page]) => ({ name, asked, answer: page || console }));

test("six scenarios have five questions each", () => {
  const names = questions.map((q) => q.name);
  assert.deepEqual([...new Set(names)].map((name) => names.filter((n) => n === name).length), [5, 5, 5, 5, 5, 5]);
});

// The text of a page whose lines lie whole within the window, without scrolling, and the part of it that is the first sentence.
const seen = (page) => page.evaluate(() => {
  const textsOf = (root) => {
    const texts = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()];
      const whole = (l) => l.width > 1 && l.top >= 0 && l.left >= 0 && l.bottom <= innerHeight && l.right <= innerWidth;
      if (node.data.trim() && lines.length && lines.every(whole)
        && node.parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true })) texts.push(node.data.trim());
    }
    return texts.join(" ").replaceAll("\u00a0", " ").replaceAll("±", "+-");
  };
  return { all: textsOf(document.body), sentence: textsOf(document.querySelector(".verdict")) };
});

for (const { name, asked, answer } of questions) test(`${name}: '${asked}' is answered without scrolling`, async () => {
  const { page } = await open(`asked-${name}`, { viewport: { width: 1366, height: 768 } });
  const { all, sentence } = await seen(page);
  assert.match(answer.startsWith("^") ? sentence : all, new RegExp(answer));
  await page.close();
});

test("what lies below the window or is folded is not seen", async () => {
  const { page } = await open("asked-day-and-night", { viewport: { width: 1366, height: 768 } });
  assert.doesNotMatch((await seen(page)).all, /What the numbers rest on|What passes/);
  await page.setViewportSize({ width: 1366, height: 120 });
  const { all, sentence } = await seen(page);
  assert.equal(sentence, "");
  assert.doesNotMatch(all, /tonnes delivered a day/);
  await page.close();
});

test("the answer is that of summary.json", async () => {
  const { page } = await open("plain");
  const summary = JSON.parse(readFileSync(`${folder}/plain/summary.json`, "utf8"));
  const shown = await page.locator("#answer .big strong").first().textContent();
  const [mean, half] = shown.replaceAll(",", "").split("\u00a0±\u00a0").map(Number);
  const metric = summary.metrics.delivered_t_per_day;
  // The half-width has one figure, and the mean ends at its place.
  const place = 10 ** Math.floor(Math.log10(half)), off = place / 2 + 1e-9;
  assert.ok(Math.abs(mean - metric.mean) <= off && Math.abs(half - metric.half_width_95) <= off, `${shown} but ${JSON.stringify(metric)}`);
  assert.ok(Number.isInteger(Math.round(1e6 * half / place) / 1e6), `${half} has one figure`);
  await page.close();
});

test("the replay plays, pauses, and goes on from where it was sought", async () => {
  const { page } = await open("plain");
  const clock = () => page.textContent("#replay-clock");
  const first = await clock();
  await page.click("#replay-play");
  await page.waitForFunction((t) => document.getElementById("replay-clock").textContent !== t, first);
  await page.click("#replay-play");
  const paused = await clock();
  await page.waitForTimeout(300);
  assert.equal(await clock(), paused);
  assert.equal(await page.textContent("#replay-play"), "Play");
  await seek(page, 86400);
  await page.click("#replay-play");
  await page.waitForTimeout(300);
  const value = Number(await page.inputValue("#replay-time"));
  assert.ok(value > 86400 && value < 3 * 86400, `${value}`);
  await page.close();
});

// Seconds of processor that the page has used, whatever else the machine does meanwhile.
const processor = async (page) => {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  return async (name) => (await client.send("Performance.getMetrics")).metrics.find((m) => m.name === name).value;
};

test("1,000 trucks: the median frame takes at most 4 ms of processor", async () => {
  assert.ok(statSync(`${folder}/thousand/report.html`).size < 5e6);
  const { page } = await open("thousand");
  const used = await processor(page);
  await page.selectOption("#replay-speed", "14400");
  await seek(page, 8 * 3600);
  await page.evaluate(() => {
    window.frames1000 = 0;
    const count = () => { window.frames1000++; requestAnimationFrame(count); };
    requestAnimationFrame(count);
  });
  await page.click("#replay-play");
  await page.waitForTimeout(500);
  const each = [], clock = [];
  for (let k = 0; k < 60; k++) {
    const [script, frames] = [await used("ScriptDuration"), await page.evaluate(() => window.frames1000)];
    await page.waitForTimeout(50);
    const more = await page.evaluate(() => window.frames1000) - frames;
    if (more > 0) each.push(1000 * (await used("ScriptDuration") - script) / more);
    clock.push(await page.evaluate(() => document.getElementById("replay-scene").frameMs));
  }
  const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
  console.log(`# a frame: median ${median(each).toFixed(2)} ms of processor in ${each.length} looks, ${median(clock)} ms by the clock`);
  assert.ok(each.length > 20);
  assert.ok(median(each) <= 4, `median ${median(each)} ms`);
  await page.close();
});

test("the page of day-and-night has at most 1 MB and is interactive within 0.5 s of processor", async () => {
  const size = statSync(`${folder}/whole/report.html`).size;
  const { page } = await open("whole");
  const used = await processor(page);
  const took = [], clock = [];
  for (let k = 0; k < 5; k++) {
    await page.reload({ waitUntil: "load" });
    // The metric begins again with each page.
    took.push(await used("TaskDuration"));
    clock.push(await page.evaluate(() => performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd));
  }
  took.sort((a, b) => a - b);
  clock.sort((a, b) => a - b);
  console.log(`# ${size} bytes, interactive after ${(1000 * took[2]).toFixed(0)} ms of processor, ${clock[2].toFixed(0)} ms by the clock (medians of 5)`);
  assert.ok(size <= 1e6, `${size} bytes`);
  assert.ok(took[2] > 0.01 && took[2] <= 0.5, `${took} s`);
  await page.close();
});

test("the keyboard plays and moves through time", async () => {
  const { page } = await open("plain");
  await page.focus("#replay-time");
  const before = Number(await page.inputValue("#replay-time"));
  await page.keyboard.press("ArrowRight");
  assert.equal(Number(await page.inputValue("#replay-time")), before + 60);
  await page.focus("#replay-play");
  await page.keyboard.press("Enter");
  assert.equal(await page.textContent("#replay-play"), "Pause");
  await page.keyboard.press("Enter");
  assert.equal(await page.textContent("#replay-play"), "Play");
  await page.close();
});

test("the replay of through traffic alone has no empty banks", async () => {
  for (const [run, least, most] of [["zone", 140, 200], ["plain", 300, 500]]) {
    const { page } = await open(run);
    const high = await page.evaluate(() => document.getElementById("replay-scene").getBoundingClientRect().height);
    assert.ok(high >= least && high <= most, `${run}: ${high}`);
    await page.close();
  }
});

test("markup in a scenario shows as text", async () => {
  const { page } = await open("script");
  assert.equal(await page.textContent(".lead"), "<img src=x onerror=alert('description')> & <script>alert('script')</script>");
  assert.match(await page.textContent("#sources"), /<\/script><script>alert\('says'\)<\/script>\s*<b>bold<\/b>/);
  assert.equal(await page.locator("img, b").count(), 0);
  await page.close();
});

test("what changes while the replay plays is not announced", async () => {
  const { page } = await open("plain");
  const live = "#replay [aria-live]:not([aria-live=off]), #replay [role=status], #replay [role=alert], #replay [role=log]";
  await page.evaluate((which) => {
    window.said = 0;
    document.querySelectorAll(which).forEach((e) => new MutationObserver((all) => { window.said += all.length; })
      .observe(e, { childList: true, characterData: true, subtree: true }));
  }, live);
  await page.click("#replay-play");
  await page.waitForTimeout(1000);
  assert.equal(await page.evaluate(() => window.said), 0);
  await page.close();
});

test("nothing moves by itself", async () => {
  const { page } = await open("plain", { reducedMotion: "reduce" });
  const first = await page.textContent("#replay-clock");
  await page.waitForTimeout(300);
  assert.equal(await page.textContent("#replay-clock"), first);
  await page.close();
});

for (const [run, width] of [["plain", 360], ["plain", 1000], ["broken", 360], ["two", 360], ["two", 1000], ["swept", 360],
  ["swept", 1000], ["repair", 360], ["repair", 1000]]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`${run}, ${width} px, ${colorScheme}: no sideways scrolling, no axe violation of level A or AA`, async () => {
      const { page, wrong } = await open(run, { viewport: { width, height: 800 }, colorScheme });
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
      await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
      await page.evaluate(axe);
      const result = await page.evaluate(() => window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }));
      assert.deepEqual(result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" ")}`), []);
      assert.deepEqual(wrong, []);
      await page.close();
    });
  }
}

for (const run of ["plain", "broken", "two", "swept", "repair"]) test(`${run}: charts fit, no text reaches outside or lies on other text`, async () => {
  for (const [width, kind] of [[1000, "wide"], [360, "narrow"]]) {
    const { page } = await open(run, { viewport: { width, height: 800 } });
    const faults = await page.evaluate((which) => {
      const found = [];
      for (const svg of document.querySelectorAll(`figure .${which} svg`)) {
        const frame = svg.getBoundingClientRect();
        const boxes = [...svg.querySelectorAll("text")].map((t) => ({ text: t.textContent, box: t.getBoundingClientRect() }));
        for (const { text, box } of boxes) {
          if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
            found.push(`${svg.querySelector("title").textContent.slice(0, 30)}: '${text}' reaches outside`);
          }
        }
        boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
          const w = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const h = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          if (w > 1.5 && h > 4.5) found.push(`${svg.querySelector("title").textContent.slice(0, 30)}: '${a.text}' on '${b.text}'`);
        }));
      }
      return found;
    }, kind);
    assert.deepEqual(faults, []);
    await page.close();
  }
});
