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

/**
 * @param {number[][]} now four curves of 97 quarters of an hour
 * @param {number[][] | null} base the base's, drawn thin
 * @param {number} room pixels across
 */
function picture(now, base, room) {
  const W = Math.min(720, Math.max(280, room)), H = W < 500 ? 240 : 300, left = 44, top = 10, right = 10, bottom = 26;
  const most = Math.max(1, ...now.flat(), ...(base ?? []).flat());
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 1e4].find((s) => most / s <= 6) ?? most / 5;
  const x = (q) => left + (q / 96) * (W - left - right);
  const y = (v) => H - bottom - (v / most) * (H - top - bottom);
  const svg = shape("svg", { viewBox: `0 0 ${W} ${H}`, role: "img", "aria-labelledby": "day-h", "aria-describedby": "key-list" });
  for (let v = 0; v <= most; v += step) {
    svg.append(
      shape("line", { x1: left, x2: W - right, y1: y(v), y2: y(v), class: "grid" }),
      shape("text", { x: left - 6, y: y(v) + 4, "text-anchor": "end" }, String(v)));
  }
  for (let h = 0; h <= 24; h += W < 500 ? 6 : 3) {
    const anchor = h === 0 ? "start" : h === 24 ? "end" : "middle";
    svg.append(shape("text", { x: x(4 * h), y: H - 8, "text-anchor": anchor }, `${String(h).padStart(2, "0")}:00`));
  }
  const line = (curve, kind) => shape("path", { class: kind, d: "M" + curve.map((v, q) => `${x(q).toFixed(1)} ${y(v).toFixed(1)}`).join("L") });
  base?.forEach((curve, k) => svg.append(line(curve, CURVES[k] + " base")));
  now.forEach((curve, k) => svg.append(line(curve, CURVES[k])));
  return svg;
}

/** What the curves are, with how many there are at the end of the day. */
function pictureKey(now, base) {
  const shown = (v) => v.toFixed(v < 10 ? 1 : 0);
  return CURVES.map((kind, k) => {
    const item = element("li");
    const sample = shape("svg", { viewBox: "0 0 34 10", "aria-hidden": "true" });
    sample.append(shape("path", { class: kind, d: "M0 5L34 5" }));
    item.append(sample, `${NAMES[k]}: ${shown(now[k][96])} a day${base ? ` (base ${shown(base[k][96])})` : ""}`);
    return item;
  });
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
