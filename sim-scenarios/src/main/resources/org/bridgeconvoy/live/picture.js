// The cumulative picture of a day: who joined a queue and who left the bridge, outbound and on return, now and base.

const SVG = "http://www.w3.org/2000/svg";
const CURVES = ["out joined", "out left", "back joined", "back left"];
const NAMES = ["joined outbound", "crossed outbound", "joined on return", "crossed on return"];

function dressed(it, attributes, text) {
  for (const [key, value] of Object.entries(attributes)) it.setAttribute(key, value);
  if (text !== undefined) it.textContent = text;
  return it;
}

function element(name, attributes = {}, text) {
  return dressed(document.createElement(name), attributes, text);
}

function shape(name, attributes = {}, text) {
  return dressed(document.createElementNS(SVG, name), attributes, text);
}

/** The mean of days by replication, each four curves; null without a day. */
function meanDay(days) {
  return days.length === 0 ? null : CURVES.map((_, c) => Array.from(days[0][c], (_, q) => days.reduce((sum, day) => sum + day[c][q], 0) / days.length));
}

/** Axes over a day from a least to a most value; gives the drawing and where a quarter of an hour and a value lie in it. */
function axes(room, tall, least, most, named) {
  const W = Math.min(720, Math.max(280, room)), H = W < 500 ? tall * 0.8 : tall, left = 44, top = 10, right = 10, bottom = 26;
  const span = most - least;
  const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 1e4].find((s) => span / s <= 6) ?? span / 5;
  const x = (q) => left + (q / 96) * (W - left - right);
  const y = (v) => H - bottom - ((v - least) / span) * (H - top - bottom);
  const svg = shape("svg", { viewBox: `0 0 ${W} ${H}`, role: "img", "aria-labelledby": `${named}-h`, "aria-describedby": `${named === "day" ? "key" : named}-list` });
  for (let k = Math.ceil(least / step); k * step <= most; k++) {
    svg.append(
      shape("line", { x1: left, x2: W - right, y1: y(k * step), y2: y(k * step), class: k === 0 && least < 0 ? "grid zero" : "grid" }),
      shape("text", { x: left - 6, y: y(k * step) + 4, "text-anchor": "end" }, minus((k * step).toFixed(step < 1 ? 1 : 0))));
  }
  for (let h = 0; h <= 24; h += W < 500 ? 6 : 3) {
    const anchor = h === 0 ? "start" : h === 24 ? "end" : "middle";
    svg.append(shape("text", { x: x(4 * h), y: H - 8, "text-anchor": anchor }, `${String(h).padStart(2, "0")}:00`));
  }
  const spot = (q, v) => `${x(q).toFixed(1)} ${y(v).toFixed(1)}`;
  return { svg, spot };
}

/** A number with the sign that typographers use. */
function minus(text) {
  return text.replace("-", "\u2212");
}

/**
 * @param {number[][]} now four curves of 97 quarters of an hour
 * @param {number[][] | null} base the base's, drawn thin
 * @param {number} room pixels across
 */
function picture(now, base, room) {
  const { svg, spot } = axes(room, 300, 0, Math.max(1, ...now.flat(), ...(base ?? []).flat()), "day");
  const line = (curve, kind) => shape("path", { class: kind, d: "M" + curve.map((v, q) => spot(q, v)).join("L") });
  base?.forEach((curve, k) => svg.append(line(curve, CURVES[k] + " base")));
  now.forEach((curve, k) => svg.append(line(curve, CURVES[k])));
  return svg;
}

/** Paired differences by hour with their intervals as bands: who left the bridge, outbound and on return. */
function gapPicture(gap, room) {
  const ends = gap.flat().flatMap(({ mean, halfWidth }) => [mean - halfWidth, mean + halfWidth]);
  const { svg, spot } = axes(room, 200, Math.min(-0.5, ...ends), Math.max(0.5, ...ends), "gap");
  ["out", "back"].forEach((way, k) => {
    const side = (sign) => gap[k].map(({ mean, halfWidth }, hour) => spot(4 * hour, mean + sign * halfWidth));
    svg.append(
      shape("path", { class: `${way} band`, d: `M${[...side(1), ...side(-1).reverse()].join("L")}Z` }),
      shape("path", { class: way, d: "M" + gap[k].map(({ mean }, hour) => spot(4 * hour, mean)).join("L") }));
  });
  return svg;
}

/** What the bands are, with the difference at the end of the day. */
function gapKey(gap) {
  return ["out left", "back left"].map((kind, k) => {
    const { mean, halfWidth } = gap[k][24];
    const d = digits(halfWidth, mean);
    const said = mean === 0 && halfWidth === 0 ? "no difference" : `${minus(mean.toFixed(d))} \u00b1 ${halfWidth.toFixed(d)} a day`;
    return keyItem(kind, `${NAMES[2 * k + 1]}: ${said}`);
  });
}

/** What the curves are, with how many there are at the end of the day. */
function pictureKey(now, base) {
  const shown = (v) => v.toFixed(v < 10 ? 1 : 0);
  return CURVES.map((kind, k) => keyItem(kind, `${NAMES[k]}: ${shown(now[k][96])} a day${base ? ` (base ${shown(base[k][96])})` : ""}`));
}

function keyItem(kind, text) {
  const item = element("li");
  const sample = shape("svg", { viewBox: "0 0 34 10", "aria-hidden": "true" });
  sample.append(shape("path", { class: kind, d: "M0 5L34 5" }));
  item.append(sample, text);
  return item;
}

/** A picture as a file that needs no style sheet. */
function standalone(svg) {
  const copy = svg.cloneNode(true);
  copy.setAttribute("xmlns", SVG);
  const from = [svg, ...svg.querySelectorAll("*")];
  const to = [copy, ...copy.querySelectorAll("*")];
  from.forEach((it, i) => {
    const style = getComputedStyle(it);
    for (const name of ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font", "background-color"]) {
      to[i].style.setProperty(name, style.getPropertyValue(name));
    }
  });
  return new XMLSerializer().serializeToString(copy);
}

/** Offers a text as a file. */
function save(name, type, content) {
  const link = element("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
