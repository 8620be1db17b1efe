"use strict";
// Shows recorded trips as a schematic, plays them, and tells the day of a truck.
(() => {
  const R = recorded, { facts, DAY, HOUR } = R;
  const $ = (id) => document.getElementById("replay-" + id);
  const words = JSON.parse(document.getElementById("words").textContent);
  const say = (key, ...args) => words["replay." + key].replace(/\{(\d)\}/g, (_, k) => args[k]);
  const language = document.documentElement.lang, locale = language === "en" ? "en-GB" : language;
  const section = document.getElementById("replay");
  const scene = $("scene"), strip = $("strip"), slider = $("time"), clock = $("clock"), play = $("play"), speed = $("speed");
  const still = matchMedia("(prefers-reduced-motion: reduce)"), dark = matchMedia("(prefers-color-scheme: dark)");
  const startDate = Date.parse(facts.start + "T00:00:00Z");
  const formats = (options) => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  const longDate = formats({ weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
  const dayDate = formats({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
  const hourDate = formats({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const whole = new Intl.NumberFormat(locale), tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const hm = (t) => hourDate.format(startDate + t);

  let time = Number(slider.value) * 1000, playing = false, last = 0, chosen = 0;
  // Sizes are read where they change, never while a frame is drawn: that would lay out the page in every frame.
  let width = 0, height = 0, stripWidth = 0, stripHeight = 0, colors = {}, zones = [], lane = null;
  const px = new Float64Array(R.trucks).fill(NaN), py = new Float64Array(R.trucks);
  // Opaque: the browser need not mix the picture with what lies behind it.
  const g = scene.getContext("2d", { alpha: false }), s = strip.getContext("2d");

  const readColors = () => {
    const style = getComputedStyle(document.documentElement);
    for (const name of ["paper", "ink", "muted", "grid", "panel", "rule", "blue", "vermilion", "green", "sky", "orange", "holiday", "closure"]) {
      colors[name] = style.getPropertyValue("--" + name).trim();
    }
  };

  // The lane with its two queues is a band on top; below, each bank is a column of its stations and of who is idle.
  const layout = () => {
    // On paper the replay is left out and has no size.
    if (!scene.clientWidth || !scene.clientHeight) return;
    readColors();
    const ratio = Math.min(2, devicePixelRatio || 1);
    for (const canvas of [scene, strip]) {
      canvas.width = Math.round(canvas.clientWidth * ratio);
      canvas.height = Math.round(canvas.clientHeight * ratio);
      canvas.getContext("2d").setTransform(ratio, 0, 0, ratio, 0, 0);
    }
    width = scene.clientWidth;
    height = scene.clientHeight;
    stripWidth = strip.clientWidth;
    stripHeight = strip.clientHeight;
    const isNarrow = width < 560, gap = isNarrow ? 6 : 14;
    const left = Math.round(width * (isNarrow ? 0.27 : 0.3)), right = width - left, band = R.hasTrucks ? Math.round(height * 0.42) : height;
    lane = { left: left + 20, right: right - 20, top: 50, high: 34, band };
    zones = [];
    const area = (z, x, y, w, h) => { zones[z] = { x, y, w, h }; };
    area(R.Z_OUT, gap, 40, left - gap - 4, band - 48);
    area(R.Z_BACK, right + 4, 40, left - gap - 4, band - 48);
    const columns = [[R.Z_LOAD, R.Z_EXPORT, R.Z_IDLE], [R.Z_UNLOAD, R.Z_IMPORT]];
    columns.forEach((all, bank) => {
      const list = all.filter((z) => R.used[z]), room = height - band - 8;
      const x = gap + bank * (width / 2), w = width / 2 - 2 * gap;
      let y = band + 6;
      const share = list.map((z) => 1 + Math.min(1.5, R.most[z] / 120)), sum = share.reduce((a, b) => a + b, 0);
      list.forEach((z, k) => {
        const h = room * share[k] / sum;
        area(z, x, y, w, h - 4);
        y += h;
      });
    });
    // Marks are as large as the most that ever stand there allow.
    zones.forEach((place, z) => {
      const isQueue = z === R.Z_OUT || z === R.Z_BACK, top = isQueue ? 0 : 19;
      const count = Math.max(1, R.most[z] + (isQueue || z === R.Z_IDLE ? 0 : serversAt(z) + 1));
      let cell = 15;
      while (cell > 1.2 && Math.floor(place.w / (cell * 1.25)) * Math.floor((place.h - top) / cell) < count) cell -= 0.2;
      Object.assign(place, { cell, wide: cell * 1.25, columns: Math.max(1, Math.floor(place.w / (cell * 1.25))), top });
      place.isCounted = !isQueue && z !== R.Z_IDLE && serversAt(z) > 0;
    });
    backStrip();
    paint(false);
  };
  const serversAt = (z) => {
    const station = z === R.Z_LOAD ? 0 : z === R.Z_EXPORT ? 1 : z === R.Z_IMPORT ? 2 : 3, [, , n, duties] = facts.stations[station];
    return duties.length ? Math.max(...duties.map((d) => R.servers(z, d[0]))) : n;
  };

  // A queue fills from the lane outwards, a station from the left.
  const spotX = (z, place, index) => {
    const column = index % place.columns;
    return z === R.Z_OUT ? place.x + place.w - (column + 0.5) * place.wide : place.x + (column + 0.5) * place.wide;
  };
  const spotY = (place, index) => place.y + place.top + (Math.floor(index / place.columns) + 0.5) * place.cell;

  // On the lane a mark points where it drives.
  const arrow = (x, y, way, w, h, color) => {
    g.beginPath();
    g.moveTo(x - way * w / 2, y - h / 2);
    g.lineTo(x + way * w / 4, y - h / 2);
    g.lineTo(x + way * w / 2, y);
    g.lineTo(x + way * w / 4, y + h / 2);
    g.lineTo(x - way * w / 2, y + h / 2);
    g.closePath();
    g.fillStyle = color;
    g.fill();
    g.strokeStyle = colors.ink;
    g.lineWidth = 0.8;
    g.stroke();
  };
  // Above who stands broken down: a triangle as on the road, so that not colour alone tells it.
  const warning = (x, y) => {
    g.fillStyle = colors.vermilion;
    g.beginPath(); g.moveTo(x, y - 16); g.lineTo(x + 7, y - 4); g.lineTo(x - 7, y - 4); g.fill();
    g.fillStyle = colors.paper;
    g.fillRect(x - 0.9, y - 12, 1.8, 4);
    g.fillRect(x - 0.9, y - 7, 1.8, 1.8);
  };
  // A signal head: green is a disc with the arrow of its direction, red a ring with a bar.
  const signal = (x, y, way, isGreen) => {
    g.fillStyle = isGreen ? colors.green : colors.paper;
    g.strokeStyle = isGreen ? colors.ink : colors.vermilion;
    g.lineWidth = isGreen ? 1 : 2.5;
    g.beginPath(); g.arc(x, y, 9, 0, 2 * Math.PI); g.fill(); g.stroke();
    g.fillStyle = isGreen ? colors.paper : colors.vermilion;
    if (isGreen) {
      g.beginPath(); g.moveTo(x - way * 4, y - 5); g.lineTo(x + way * 6, y); g.lineTo(x - way * 4, y + 5); g.fill();
    } else {
      g.fillRect(x - 5, y - 1.5, 10, 3);
    }
  };

  const FONT = "system-ui, 'Liberation Sans', Arial, sans-serif";
  const text = (words, x, y, align, color, font) => {
    g.font = `${font || "12px"} ${FONT}`;
    g.fillStyle = color || colors.ink;
    g.textAlign = align;
    g.fillText(words, x, y);
  };
  const fits = new Map();
  const fitted = (words, room, font) => {
    g.font = `${font} ${FONT}`;
    const known = `${font} ${Math.round(room)} ${words}`;
    if (fits.has(known)) return fits.get(known);
    if (fits.size > 5000) fits.clear();
    let cut = words;
    while (cut.length > 4 && g.measureText(cut).width > room) cut = cut.slice(0, -2).replace(/…?$/, "…");
    fits.set(known, cut);
    return cut;
  };

  // Trucks by zone: who is served stands first, then those who wait, in the order in which they came.
  const order = Int32Array.from({ length: R.trucks }, (_, r) => r), begins = new Int32Array(R.Z_BRIDGE_BACK + 2);
  const tint = new Int16Array(R.trucks), tints = [facts.empty, ...facts.colors];
  const isBefore = (a, b) => {
    const { zone, waits, since } = R;
    return (zone[a] - zone[b] || waits[a] - waits[b] || since[a] - since[b] || a - b) < 0;
  };
  const arrange = (isFrame) => {
    if (isFrame) {
      // From frame to frame few change places, so each is moved to its place among those before it.
      for (let k = 1; k < order.length; k++) {
        const r = order[k];
        let j = k;
        while (j > 0 && isBefore(r, order[j - 1])) { order[j] = order[j - 1]; j--; }
        order[j] = r;
      }
    } else {
      order.sort((a, b) => isBefore(a, b) ? -1 : 1);
    }
    begins.fill(0);
    for (let r = 0; r < R.trucks; r++) {
      begins[R.zone[r] + 1]++;
      tint[r] = R.loaded[r] ? 1 + (R.loaded[r] > 1 ? R.backCargo : R.cargo)[R.trip[r]] : 0;
    }
    for (let z = 1; z < begins.length; z++) begins[z] += begins[z - 1];
  };

  // A frame draws only the zones in which something has changed; everything is drawn at once after a jump and while a truck is chosen, whose
  // ring may lie over its neighbours.
  let laneShown = -1;
  const paint = (isFrame) => {
    if (!zones.length) return;
    if (R.locate(time) || !isFrame) arrange(isFrame);
    const isAll = !isFrame || chosen > 0;
    if (isAll) {
      g.fillStyle = colors.panel;
      g.fillRect(0, 0, width, height);
      px.fill(NaN);
    }
    for (let z = 0; z < R.ZONES.length; z++) {
      if (!zones[z]) continue;
      const isQueue = z === R.Z_OUT || z === R.Z_BACK, servers = isQueue || z === R.Z_IDLE ? 0 : R.servers(z, time);
      if (isAll || R.isChanged[z] || servers !== zones[z].servers || isQueue && R.hasVehicles) drawZone(z, isQueue, servers);
    }
    drawLane(isAll);
    R.isChanged.fill(0);
    if (chosen && !Number.isNaN(px[chosen - 1])) {
      g.strokeStyle = colors.ink;
      g.lineWidth = 2.5;
      g.beginPath(); g.arc(px[chosen - 1], py[chosen - 1], 11, 0, 2 * Math.PI); g.stroke();
    }
    show();
  };

  const drawZone = (z, isQueue, servers) => {
    const place = zones[z], from = begins[z], to = begins[z + 1], { waits, since } = R;
    place.servers = servers;
    g.fillStyle = colors.panel;
    if (isQueue) g.fillRect(place.x - 4, 0, place.w + 8, lane.band); else g.fillRect(place.x - 4, place.y, place.w + 8, place.h + 4);
    let served = 0;
    while (from + served < to && !waits[order[from + served]]) served++;
    const w = z === R.Z_BACK ? 1 : 0, way = R.vehicles[w], entered = isQueue && R.hasVehicles ? R.upTo(way.entered, time) : 0;
    // Free servers are dashed boxes; behind all servers, after a gap, stand those who wait.
    const free = Math.max(0, servers - served), gap = servers ? free + 1 : 0, boxW = place.wide * 0.8, boxH = place.cell * 0.75;
    for (let k = from; k < to; k++) {
      const r = order[k];
      // In the queue vehicles that joined before a truck stand before it, also those of the same instant.
      const ahead = isQueue ? R.hasVehicles ? Math.max(0, R.upTo(way.joined, since[r]) - entered) : 0 : waits[r] ? gap : 0;
      px[r] = spotX(z, place, k - from + ahead);
      py[r] = spotY(place, k - from + ahead);
    }
    if (free) {
      g.setLineDash([2, 2]);
      g.strokeStyle = colors.muted;
      g.lineWidth = 1;
      g.beginPath();
      for (let k = served; k < served + free; k++) g.rect(spotX(z, place, k) - boxW / 2, spotY(place, k) - boxH / 2, boxW, boxH);
      g.stroke();
      g.setLineDash([]);
    }
    const edge = z !== R.Z_IDLE && boxH > 5 ? 0.3 : 0;
    if (edge && to > from) {
      g.fillStyle = colors.ink;
      for (let k = from; k < to; k++) box(px[order[k]], py[order[k]], boxW + 2 * edge, boxH + 2 * edge);
    }
    for (let c = 0; c < tints.length; c++) {
      let isSet = false;
      for (let k = from; k < to; k++) {
        const r = order[k];
        if (tint[r] !== c) continue;
        if (!isSet) { g.fillStyle = tints[c]; isSet = true; }
        box(px[r], py[r], boxW - 2 * edge, boxH - 2 * edge);
      }
    }
    if (isQueue && R.hasVehicles) drawWaitingVehicles(z, place, way, entered, from, to);
    name(z, place, isQueue, w, to - from, served, servers);
  };
  const box = (x, y, w, h) => g.fillRect(x - w / 2, y - h / 2, w, h);

  const drawWaitingVehicles = (z, place, way, entered, from, to) => {
    const joined = R.upTo(way.joined, time), w = place.wide * 0.6, h = place.cell * 0.5, edge = h > 5 ? 0.3 : 0;
    let trucksAhead = 0;
    for (let i = entered; i < joined; i++) {
      while (from + trucksAhead < to && R.since[order[from + trucksAhead]] < way.joined[i]) trucksAhead++;
      const x = spotX(z, place, i - entered + trucksAhead), y = spotY(place, i - entered + trucksAhead);
      if (edge) { g.fillStyle = colors.ink; box(x, y, w + 2 * edge, h + 2 * edge); }
      g.fillStyle = facts.vehicleColors[way.name[i]];
      box(x, y, w - 2 * edge, h - 2 * edge);
    }
  };

  const name = (z, place, isQueue, w, here, served, servers) => {
    if (isQueue) {
      const x = w ? place.x + place.w : place.x, align = w ? "right" : "left";
      text(fitted(say(w ? "destination" : "origin"), place.w, "600 12px"), x, 14, align, colors.muted, "600 12px");
      text(fitted(say("waiting", whole.format(R.waiting(w, time))), place.w, "600 14px"), x, 32, align, colors.ink, "600 14px");
      return;
    }
    const queue = here - served, font = width < 560 ? "11px" : "12px";
    const line = z === R.Z_IDLE ? say("idle", whole.format(here))
      : R.ZONES[z] + ": " + (place.isCounted ? say(width < 560 ? "busy-short" : "busy", whole.format(served), whole.format(servers)) : say("served", whole.format(served)))
        + (queue ? ", " + say("queue", whole.format(queue)) : "");
    text(fitted(line, place.w, font), place.x, place.y + 12, "left", colors.ink, font);
  };

  const drawLane = (isAll) => {
    const passes = R.passes(time), isClosed = R.closed(time), on = R.onLane(0, time) + R.onLane(1, time);
    const turn = isClosed ? "closed" : passes[0] && passes[1] ? "both" : passes[0] ? "out" : passes[1] ? "back" : "empty";
    const shown = on ? -1 : (isClosed ? 4 : 0) + (passes[0] ? 1 : 0) + (passes[1] ? 2 : 0);
    if (!isAll && !on && shown === laneShown) return;
    laneShown = shown;
    const { left, right, top, high } = lane;
    g.fillStyle = colors.panel;
    g.fillRect(left - 23, 0, right - left + 46, top + high + 26);
    g.fillStyle = isClosed ? colors.closure : colors.paper;
    g.fillRect(left, top, right - left, high);
    g.strokeStyle = colors.muted;
    g.lineWidth = 1.5;
    g.beginPath(); g.moveTo(left, top); g.lineTo(right, top); g.moveTo(left, top + high); g.lineTo(right, top + high); g.stroke();
    signal(left - 12, top - 13, 1, passes[0]);
    signal(right + 12, top - 13, -1, passes[1]);
    text(fitted(say("turn-" + turn), right - left - 8, "600 13px"), width / 2, top - 9, "center", colors.ink, "600 13px");
    text(say("on-lane", whole.format(on)), width / 2, top + high + 17, "center", colors.muted);
    for (let k = begins[R.Z_BRIDGE_OUT]; k < begins[R.Z_BRIDGE_BACK + 1]; k++) {
      const r = order[k], way = R.zone[r] === R.Z_BRIDGE_OUT ? 1 : -1;
      px[r] = way > 0 ? left + (right - left) * R.share[r] : right - (right - left) * R.share[r];
      py[r] = top + high / 2;
      arrow(px[r], py[r], way, 16, 10, tints[tint[r]]);
      if (R.allStops.length && R.isStanding[r]) warning(px[r], py[r] - 4);
    }
    if (R.hasVehicles) for (let w = 0; w < 2; w++) drawVehiclesOn(w);
  };

  const drawVehiclesOn = (w) => {
    const way = R.vehicles[w], entered = R.upTo(way.entered, time), y = lane.top + lane.high / 2;
    for (let i = R.upTo(way.left, time); i < entered; i++) {
      const took = way.left[i] === Infinity ? 60e3 : Math.max(1, way.left[i] - way.entered[i]);
      const corners = R.vehicleWays.get(2 * i + w);
      const behind = corners ? R.along(corners, time) : Math.min(1, (time - way.entered[i]) / took);
      const x = w ? lane.right - (lane.right - lane.left) * behind : lane.left + (lane.right - lane.left) * behind;
      arrow(x, y, w ? -1 : 1, 10, 7, facts.vehicleColors[way.name[i]]);
      if (R.stands(R.vehicleStops.get(2 * i + w), time)) warning(x, y - 4);
    }
  };

  // Both queues over the whole replay, with the instant shown.
  const looks = 900;
  const history = [0, 1].map((w) => Float64Array.from({ length: looks + 1 }, (_, i) => R.waiting(w, facts.end * i / looks)));
  const stripBack = document.createElement("canvas");
  const stripX = (t) => 8 + (stripWidth - 16) * t / facts.end;
  const backStrip = () => {
    // The queues are drawn once for a size and a colour scheme; a frame only moves the instant shown.
    if (!strip.width || !strip.height) return;
    const w = stripWidth, h = stripHeight;
    s.clearRect(0, 0, w, h);
    for (const [spans, name] of [[facts.holidays, "holiday"], [facts.closures, "closure"]]) {
      s.fillStyle = colors[name];
      for (const [from, to] of spans) s.fillRect(stripX(from), 0, stripX(to) - stripX(from), h);
    }
    const top = Math.max(1, ...history[0], ...history[1]);
    history.forEach((list, q) => {
      s.fillStyle = s.strokeStyle = colors[q ? "vermilion" : "blue"];
      s.globalAlpha = 0.75;
      s.beginPath(); s.moveTo(stripX(0), h);
      for (let i = 0; i <= looks; i++) s.lineTo(stripX(facts.end * i / looks), h - (h - 4) * list[i] / top);
      s.lineTo(stripX(facts.end), h); s.fill();
      s.globalAlpha = 1;
    });
    stripBack.width = strip.width;
    stripBack.height = strip.height;
    stripBack.getContext("2d").drawImage(strip, 0, 0);
    stripAt = NaN;
  };
  // Where the instant is drawn, in whole dots; what lies below comes back from the picture behind.
  let stripAt = NaN;
  const moveStrip = () => {
    if (!stripBack.width || !stripBack.height) return;
    const ratio = strip.width / stripWidth, at = Math.round(stripX(time) * ratio);
    if (at === stripAt) return;
    if (!Number.isNaN(stripAt)) {
      const left = Math.max(0, stripAt - 3), wide = 6, h = stripBack.height;
      s.clearRect(left / ratio, 0, wide / ratio, stripHeight);
      s.drawImage(stripBack, left, 0, wide, h, left / ratio, 0, wide / ratio, h / ratio);
    }
    stripAt = at;
    s.fillStyle = colors.ink;
    s.fillRect((at - ratio) / ratio, 0, 2, stripHeight);
  };

  const fields = Object.keys(R.counts(0)).map((key) => ({ key, element: $(key), value: NaN, format: key === "tonnes" ? tenths : whole }));
  let minuteShown = NaN;
  const show = () => {
    const now = R.counts(time);
    for (const field of fields) {
      if (field.value === now[field.key]) continue;
      field.value = now[field.key];
      field.element.textContent = field.format.format(field.value);
    }
    const minute = Math.floor(time / 60e3);
    if (minuteShown !== minute) {
      minuteShown = minute;
      clock.textContent = longDate.format(startDate + time);
      slider.setAttribute("aria-valuetext", clock.textContent);
    }
    moveStrip();
  };

  // The day of a truck in words and as a bar.
  const story = $("story"), SVG = "http://www.w3.org/2000/svg";
  const LOOKS = { wait: "grey", "queue-out": "sky", "queue-back": "orange", "cross-out": "blue", "cross-back": "vermilion", serve: "green", "load-back": "green", "unload-back": "green" };
  const rest = (t) => {
    const minutes = Math.round(t / 60e3);
    return minutes < 60 ? say("minutes", Math.max(1, minutes)) : minutes % 60 ? say("hours-minutes", Math.floor(minutes / 60), minutes % 60) : say("hours", minutes / 60);
  };
  let told = "";
  const tell = () => {
    const day = Math.floor(Math.min(time, facts.end - 1) / DAY), key = `${chosen} ${day}`;
    if (told === key) return;
    told = key;
    story.replaceChildren();
    story.hidden = !chosen;
    if (!chosen) return;
    const from = day * DAY, until = from + DAY, all = R.doings(chosen - 1, from, until);
    const title = document.createElement("h3");
    title.textContent = say("story", chosen, dayDate.format(startDate + from));
    story.append(title);
    if (!all.length) {
      const p = document.createElement("p");
      p.textContent = say("no-trip");
      story.append(p);
      return;
    }
    const bar = document.createElementNS(SVG, "svg");
    bar.setAttribute("viewBox", "0 0 960 34");
    bar.setAttribute("class", "day-bar");
    bar.setAttribute("aria-hidden", "true");
    const x = (t) => 960 * (Math.min(until, Math.max(from, t)) - from) / DAY;
    const shape = (tag, attributes, content) => {
      const e = document.createElementNS(SVG, tag);
      for (const k in attributes) e.setAttribute(k, attributes[k]);
      if (content) e.textContent = content;
      bar.append(e);
    };
    for (let h = 0; h <= 24; h += 3) {
      shape("path", { d: `M${40 * h} 0V20`, stroke: "var(--grid)" });
      shape("text", { x: 40 * h, y: 32, "font-size": 12, fill: "var(--muted)", "text-anchor": h ? h < 24 ? "middle" : "end" : "start" }, `${h}:00`);
    }
    const list = document.createElement("ol");
    list.className = "doings";
    all.forEach((d) => {
      shape("rect", { x: x(d.from), y: 3, width: Math.max(1, x(d.until) - x(d.from)), height: 14, fill: `var(--${LOOKS[d.what] || "holiday"})` });
      const item = document.createElement("li"), go = document.createElement("button");
      go.type = "button";
      go.textContent = d.from < from ? dayDate.format(startDate + d.from) + ", " + hm(d.from) : hm(d.from);
      go.addEventListener("click", () => seek(d.from));
      const lot = facts.cargoes?.[R.cargo[d.trip]];
      item.append(go, " " + say("does-" + d.what, d.where || "", tenths.format(R.load[d.trip] / 1e9), lot || "") + ", " + rest(d.until - d.from));
      list.append(item);
    });
    story.append(bar, list);
  };

  // The instant and the truck stand in the address, so that a link leads here.
  const link = $("link");
  const remember = () => {
    const hash = "#t=" + new Date(startDate + time).toISOString().slice(0, 19) + (chosen ? "&truck=" + chosen : "");
    link.href = hash;
    return hash;
  };
  const follow = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (!asked.has("t")) return;
    const t = Date.parse(asked.get("t") + "Z") - startDate, truck = Number(asked.get("truck"));
    choose(truck >= 1 && truck <= R.trucks ? Math.floor(truck) : 0);
    if (!Number.isNaN(t)) seek(t);
    section.scrollIntoView();
  };

  // For scripts in the page: how long the last frame took, and where a truck is that is on the bridge, as the part that lies behind it.
  scene.shareOf = (number) => R.zone[number - 1] >= R.Z_BRIDGE_OUT ? R.share[number - 1] : null;
  scene.placeOf = (number) => Number.isNaN(px[number - 1]) ? null : [px[number - 1], py[number - 1]];

  const seek = (t) => {
    time = Math.min(facts.end, Math.max(0, t));
    slider.value = String(Math.floor(time / 1000));
    paint(false);
    tell();
    remember();
  };
  const choose = (truck) => {
    chosen = truck;
    if ($("truck")) $("truck").value = truck ? String(truck) : "";
    told = "";
    tell();
    document.dispatchEvent(new CustomEvent("truck", { detail: truck }));
    paint(false);
    remember();
  };
  const set = (on) => {
    playing = on;
    play.textContent = say(on ? "pause" : "play");
    if (on) {
      if (time >= facts.end) seek(0);
      last = performance.now();
      requestAnimationFrame(frame);
    } else {
      tell();
      remember();
    }
  };
  const frame = (now) => {
    if (!playing) return;
    // Without motion the picture changes once a second.
    if (still.matches && now - last < 1000) { requestAnimationFrame(frame); return; }
    const seconds = Math.min(still.matches ? 1 : 0.1, Math.max(0, (now - last) / 1000));
    last = now;
    time = Math.min(facts.end, time + seconds * 1000 * Number(speed.value));
    slider.value = String(Math.floor(time / 1000));
    const begin = performance.now();
    paint(true);
    scene.frameMs = performance.now() - begin;
    if (time >= facts.end) set(false); else requestAnimationFrame(frame);
  };

  const toDay = (days) => seek((Math.floor(time / DAY) + days) * DAY + time % DAY);
  // The longest queue of this day; asked again there, that of the whole replay.
  const toQueue = () => {
    const from = Math.floor(time / DAY) * DAY, today = R.longest(from, Math.min(facts.end, from + DAY));
    const at = today === null || today === time ? R.longest(0, facts.end) : today;
    if (at !== null) seek(at);
  };
  play.addEventListener("click", () => set(!playing));
  slider.addEventListener("input", () => seek(Number(slider.value) * 1000));
  $("day-before").addEventListener("click", () => toDay(-1));
  $("day-after").addEventListener("click", () => toDay(1));
  $("queue").addEventListener("click", toQueue);
  $("step-back").addEventListener("click", () => seek(R.stepFrom(time, false)));
  $("step").addEventListener("click", () => seek(R.stepFrom(time, true)));
  $("truck")?.addEventListener("change", () => {
    const truck = Math.floor(Number($("truck").value));
    choose(truck >= 1 && truck <= R.trucks ? truck : 0);
  });
  strip.addEventListener("click", (event) => seek(facts.end * (event.offsetX - 8) / Math.max(1, stripWidth - 16)));
  scene.addEventListener("click", (event) => {
    let nearest = 0, least = 16 * 16;
    for (let r = 0; r < R.trucks; r++) {
      const far = (px[r] - event.offsetX) ** 2 + (py[r] - event.offsetY) ** 2;
      if (far < least) { least = far; nearest = r + 1; }
    }
    choose(nearest);
  });
  const KEYS = {
    " ": () => set(!playing), ".": () => seek(R.stepFrom(time, true)), ",": () => seek(R.stepFrom(time, false)),
    ArrowRight: () => seek(time + 60e3), ArrowLeft: () => seek(time - 60e3), PageDown: () => toDay(1), PageUp: () => toDay(-1), q: toQueue,
  };
  scene.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    act();
  });
  dark.addEventListener("change", layout);
  addEventListener("resize", layout);
  addEventListener("afterprint", layout);
  addEventListener("hashchange", follow);
  // Until here the page shows a still, as it does where scripts are blocked.
  section.classList.remove("still");
  try {
    layout();
    remember();
    follow();
  } catch (problem) {
    section.classList.add("still");
    throw problem;
  }
})();
