// Charts answer by pointer, finger and keys, and give what they show to save.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const folder = process.cwd();
let browser;
before(async () => { browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] }); });
after(() => browser.close());

const open = async (run, options = {}) => {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 }, ...options });
  const wrong = [];
  page.on("console", (m) => wrong.push(`${m.type()}: ${m.text()}`));
  page.on("pageerror", (e) => wrong.push(e.message));
  await page.goto(`file://${folder}/${run}/report.html`);
  return { page, wrong };
};

for (const run of ["plain", "broken", "two", "swept", "repair", "zone"]) {
  test(`${run}: every chart answers keys and pointer`, async () => {
    const { page, wrong } = await open(run);
    const figures = await page.locator("figure[id^=chart]").all();
    assert.ok(figures.length > 0);
    for (const figure of figures) {
      const id = await figure.getAttribute("id"), drawing = figure.locator(".wide");
      await drawing.focus();
      await page.keyboard.press("ArrowRight");
      const first = await figure.locator("[aria-live]").textContent();
      assert.match(first, /: .*\d/, `${id} says '${first}'`);
      await page.keyboard.press("End");
      await page.keyboard.press("Escape");
      assert.equal(await figure.locator(".tip").isVisible(), false, id);
      const at = await drawing.evaluate(async (e) => {
        const svg = e.querySelector("svg"), [x, y, w, h] = JSON.parse(svg.getAttribute("data-areas"))[0];
        e.scrollIntoView({ block: "center", behavior: "instant" });
        // What comes into view is laid out with the next frame.
        await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
        const now = svg.getBoundingClientRect(), scale = now.width / svg.viewBox.baseVal.width;
        return [now.left + (x + w / 2) * scale, now.top + (y + h / 2) * scale];
      });
      await page.mouse.move(...at);
      await figure.locator(".tip").waitFor({ timeout: 2_000 }).catch(() => assert.fail(`${id} does not answer the pointer`));
      const box = await figure.locator(".tip").boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= 1000, `${id}: the answer is cut off`);
      await page.mouse.move(0, 0);
    }
    assert.deepEqual(wrong, []);
    await page.close();
  });
}

for (const [run, width] of [["repair", 1000], ["plain", 390], ["swept", 1000], ["two", 390]]) {
  test(`${run}, ${width} px: nothing moves when a chart comes into view`, async () => {
    const { page } = await open(run, { viewport: { width, height: 800 } });
    const high = () => page.evaluate(() => [document.documentElement.scrollHeight,
      ...[...document.querySelectorAll(".wide, .narrow")].filter((e) => e.getClientRects().length).map((e) => Math.round(e.getBoundingClientRect().height))]);
    const before = await high();
    await page.evaluate(() => document.querySelectorAll(".wide, .narrow").forEach((e) => e.style.setProperty("content-visibility", "visible")));
    assert.deepEqual(await high(), before);
    await page.close();
  });
}

test("a row of the trucks' day leads to the truck in the replay, which frames the row", async () => {
  const { page, wrong } = await open("plain");
  const [head, ...rows] = readFileSync(`${folder}/plain/trips.csv`, "utf8").trim().split("\n").map((l) => l.split(","));
  const trips = rows.filter((r) => r[0] === "1").map((r) => Object.fromEntries(r.map((c, i) => [head[i], c])));
  const trucks = await page.evaluate(() => JSON.parse(document.querySelector("#chart-gantt .chart-trucks").textContent));
  assert.equal(trucks.length, 40);
  for (const [truck, begins] of trucks) {
    const from = Date.parse(begins + "Z"), isOf = (t) => t.truck === String(truck) && Math.abs(Date.parse(t.assigned + "Z") - from) <= 1000;
    assert.ok(begins.endsWith("T00:00:00") || trips.some(isOf), `${truck} at ${begins}`);
  }
  const drawing = page.locator("#chart-gantt .wide");
  await drawing.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowDown");
  const said = await page.textContent("#chart-gantt [aria-live]");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("replay-truck").value !== "");
  const chosen = Number(await page.inputValue("#replay-truck"));
  assert.match(said, new RegExp(`^truck ${chosen}, `));
  assert.equal(await page.locator("#chart-gantt .wide .chosen").count(), trucks.filter(([truck]) => truck === chosen).length);
  assert.equal(await page.isVisible("#replay-story"), true);
  await page.fill("#replay-truck", "");
  await page.dispatchEvent("#replay-truck", "change");
  assert.equal(await page.locator("#chart-gantt .wide .chosen").count(), 0);
  assert.deepEqual(wrong, []);
  await page.close();
});

test("a finger reads a chart on a telephone", async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto(`file://${folder}/plain/report.html`);
  const drawing = page.locator("#chart-throughput .narrow");
  await drawing.scrollIntoViewIfNeeded();
  const box = await drawing.boundingBox();
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  assert.equal(await page.locator("#chart-throughput .tip").isVisible(), true);
  await context.close();
});

test("what is read is what daily.csv says", async () => {
  const { page } = await open("plain");
  const [head, ...rows] = readFileSync(`${folder}/plain/daily.csv`, "utf8").trim().split("\n").map((l) => l.split(","));
  const day = rows.filter((r) => r[head.indexOf("date")] === "2024-10-30").map((r) => Number(r[head.indexOf("delivered_t")]));
  assert.equal(day.length, 3);
  const told = await page.evaluate(() => {
    const data = JSON.parse(document.querySelector("#chart-throughput .chart-data").textContent);
    const panel = data.panels.find((p) => p.value.startsWith("t")  && p.value.includes("tonnes"));
    for (const group of panel.groups) {
      const i = group.text.findIndex((t) => t.startsWith("30 Oct")), series = group.series.find((s) => s.name === "together");
      if (i >= 0 && series) return series.value[i];
    }
    return null;
  });
  const mean = day.reduce((a, b) => a + b) / 3;
  assert.ok(Math.abs(told - mean) < 1e-5 * mean, `${told}, daily.csv says ${mean}`);
  await page.close();
});

test("data and pictures are saved without the network, in the page's numbers and in light colours", async () => {
  const { page, wrong } = await open("plain", { colorScheme: "dark" });
  await page.context().setOffline(true);
  const saved = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"),
      page.locator("#chart-throughput .save").getByRole("button", { name: new RegExp(name) }).click()]);
    return [download.suggestedFilename(), readFileSync(await download.path())];
  };
  const [csvName, csv] = await saved("CSV");
  assert.equal(csvName, "day-and-night-throughput.csv");
  const values = await page.evaluate(() => JSON.parse(document.querySelector("#chart-throughput .chart-data").textContent)
    .panels.flatMap((p) => p.groups.flatMap((g) => g.series.flatMap((s) => s.value))).filter((v) => v !== null).length);
  assert.equal(csv.toString().trim().split("\n").length, values + 1);
  const [svgName, svg] = await saved("SVG");
  assert.equal(svgName, "day-and-night-throughput.svg");
  assert.ok(svg.toString().includes("#ffffff") && svg.toString().includes("Delivered per day") && !svg.toString().includes("var("));
  const [pngName, png] = await saved("PNG");
  assert.equal(pngName, "day-and-night-throughput.png");
  assert.deepEqual([...png.subarray(1, 4)].map((b) => String.fromCharCode(b)).join(""), "PNG");
  assert.ok(png.readUInt32BE(16) > 2000, "a picture of 2,000 dots across");
  assert.deepEqual(wrong, []);
  await page.close();
});

test("a link leads to an instant and a truck, whose day is that of trips.csv", async () => {
  const [head, ...rows] = readFileSync(`${folder}/plain/trips.csv`, "utf8").trim().split("\n").map((l) => l.split(","));
  const trips = rows.filter((r) => r[0] === "1").map((r) => Object.fromEntries(r.map((c, i) => [head[i], c])));
  const trip = trips.find((t) => t.outbound_enter && t.outbound_enter.startsWith("2024-10-23"));
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  await page.goto(`file://${folder}/plain/report.html#t=${trip.outbound_enter.slice(0, 19)}&truck=${trip.truck}`);
  assert.equal(await page.inputValue("#replay-truck"), trip.truck);
  const story = await page.textContent("#replay-story");
  assert.match(story, new RegExp(`${trip.outbound_enter.slice(11, 16)} crosses outbound with ${Number(trip.load_t).toFixed(1)}`));
  const all = await page.locator("#replay-story .doings button").allTextContents();
  assert.deepEqual([...all].filter((t) => t.length === 5), [...all].filter((t) => t.length === 5).sort());
  // Pressing the truck where it is drawn chooses it again.
  await page.fill("#replay-truck", "");
  await page.dispatchEvent("#replay-truck", "change");
  assert.equal(await page.locator("#replay-story").isVisible(), false);
  await page.locator("#replay-scene").scrollIntoViewIfNeeded();
  const box = await page.locator("#replay-scene").boundingBox();
  const [x, y] = await page.evaluate((n) => document.getElementById("replay-scene").placeOf(n), Number(trip.truck));
  await page.mouse.click(box.x + x, box.y + y);
  assert.equal(await page.inputValue("#replay-truck"), trip.truck);
  await page.close();
});

test("steps, days and the longest queue", async () => {
  const { page } = await open("plain");
  const at = () => page.evaluate(() => document.getElementById("replay-link").hash.slice(3, 22));
  const before = await at();
  await page.click("#replay-day-after");
  assert.equal(Date.parse(await at() + "Z") - Date.parse(before + "Z"), 86400e3);
  await page.click("#replay-day-before");
  assert.equal(await at(), before);
  const rows = readFileSync(`${folder}/plain/trips.csv`, "utf8").trim().split("\n").map((l) => l.split(","));
  const instants = rows.slice(1).filter((r) => r[0] === "1").flatMap((r) => r.slice(6)).filter(Boolean)
    .map((t) => Date.parse(t + "Z")).filter((t) => t > Date.parse(before + "Z"));
  await page.click("#replay-step");
  assert.equal(await at(), new Date(Math.min(...instants)).toISOString().slice(0, 19));
  await page.click("#replay-queue");
  const queue = async () => page.evaluate(() => ["out", "back"]
    .reduce((sum, way) => sum + Number(document.getElementById(`replay-queue-${way}`).textContent), 0));
  const most = await queue(), day = (await at()).slice(0, 10);
  assert.ok(most > 20, `${most}`);
  for (let h = 0; h < 24; h++) {
    const start = Date.parse("2024-10-14T00:00:00Z");
    await page.evaluate((s) => {
      const slider = document.getElementById("replay-time");
      slider.value = String(s);
      slider.dispatchEvent(new Event("input"));
    }, (Date.parse(`${day}T00:00:00Z`) - start) / 1000 + 3600 * h);
    assert.ok(await queue() <= most, `${h}:00`);
  }
  await page.close();
});
