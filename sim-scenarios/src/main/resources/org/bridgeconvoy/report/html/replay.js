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
  let width = 0, height = 0, colors = {}, zones = [], lane = null;
  const px = new Float64Array(R.trucks).fill(NaN), py = new Float64Array(R.trucks);

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
    const isNarrow = width < 560, gap = isNarrow ? 6 : 14;
    const left = Math.round(width * (isNarrow ? 0.27 : 0.3)), right = width - left, band = R.hasTrucks ? Math.round(height * 0.42) : height;
    lane = { left: left + 20, right: right - 20, top: 50, high: 34 };
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
      while (cell > 2.2 && Math.floor(place.w / (cell * 1.25)) * Math.floor((place.h - top) / cell) < count) cell -= 0.2;
      Object.assign(place, { cell, wide: cell * 1.25, columns: Math.max(1, Math.floor(place.w / (cell * 1.25))), top });
    });
    px.fill(NaN);
    backStrip();
    paint();
  };
  const serversAt = (z) => {
    const station = z === R.Z_LOAD ? 0 : z === R.Z_EXPORT ? 1 : z === R.Z_IMPORT ? 2 : 3, [, , n, duties] = facts.stations[station];
    return duties.length ? Math.max(...duties.map((d) => R.servers(z, d[0]))) : n;
  };

  // A queue fills from the lane outwards, a station from the left.
  const spot = (z, index) => {
    const place = zones[z], row = Math.floor(index / place.columns), column = index % place.columns;
    const y = place.y + place.top + (row + 0.5) * place.cell;
    const x = z === R.Z_OUT ? place.x + place.w - (column + 0.5) * place.wide : place.x + (column + 0.5) * place.wide;
    return [x, y];
  };

  const mark = (g, x, y, w, h, color, isEdged) => {
    if (g.fillStyle !== color) g.fillStyle = color;
    g.fillRect(x - w / 2, y - h / 2, w, h);
    if (isEdged && h > 5) edges.rect(x - w / 2, y - h / 2, w, h);
  };
  // Edges of all marks, drawn at once.
  let edges = new Path2D();
  // On the lane a mark points where it drives.
  const arrow = (g, x, y, way, w, h, color) => {
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
  const warning = (g, x, y) => {
    g.fillStyle = colors.vermilion;
    g.beginPath(); g.moveTo(x, y - 16); g.lineTo(x + 7, y - 4); g.lineTo(x - 7, y - 4); g.fill();
    g.fillStyle = colors.paper;
    g.fillRect(x - 0.9, y - 12, 1.8, 4);
    g.fillRect(x - 0.9, y - 7, 1.8, 1.8);
  };
  // A signal head: green is a disc with the arrow of its direction, red a ring with a bar.
  const signal = (g, x, y, way, isGreen) => {
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
  const text = (g, words, x, y, align, color, font) => {
    g.font = `${font || "12px"} ${FONT}`;
    g.fillStyle = color || colors.ink;
    g.textAlign = align;
    g.fillText(words, x, y);
  };
  const fits = new Map();
  const fitted = (g, words, room, font) => {
    g.font = `${font} ${FONT}`;
    const known = `${font} ${Math.round(room)} ${words}`;
    if (fits.has(known)) return fits.get(known);
    if (fits.size > 5000) fits.clear();
    let cut = words;
    while (cut.length > 4 && g.measureText(cut).width > room) cut = cut.slice(0, -2).replace(/…?$/, "…");
    fits.set(known, cut);
    return cut;
  };

  const order = Int32Array.from({ length: R.trucks }, (_, r) => r);
  const here = new Int32Array(R.ZONES.length), served = new Int32Array(R.ZONES.length);
  const paint = (seconds) => {
    if (!zones.length) return;
    edges = new Path2D();
    const g = scene.getContext("2d"), { zone, waits, since } = R;
    R.locate(time);
    g.fillStyle = colors.panel;
    g.fillRect(0, 0, width, height);
    // Who is served stands first, then those who wait, in the order in which they came.
    // From frame to frame few change places, so each is moved to its place among those before it.
    const isBefore = (a, b) => (zone[a] - zone[b] || waits[a] - waits[b] || since[a] - since[b] || a - b) < 0;
    if (seconds) {
      for (let k = 1; k < order.length; k++) {
        const r = order[k];
        let j = k;
        while (j > 0 && isBefore(r, order[j - 1])) { order[j] = order[j - 1]; j--; }
        order[j] = r;
      }
    } else {
      order.sort((a, b) => isBefore(a, b) ? -1 : 1);
    }
    here.fill(0);
    served.fill(0);
    for (const r of order) if (zone[r] < R.Z_BRIDGE_OUT) { here[zone[r]]++; if (!waits[r]) served[zone[r]]++; }
    const passes = R.passes(time), isClosed = R.closed(time);
    drawLane(g, passes, isClosed);
    const places = here.slice().fill(0), queued = [[], []];
    zones.forEach((place, z) => {
      // Free servers are dashed boxes; behind all servers, after a gap, stand those who wait.
      if (z === R.Z_OUT || z === R.Z_BACK || z === R.Z_IDLE) return;
      const free = Math.max(0, R.servers(z, time) - served[z]);
      place.free = free + (R.servers(z, time) ? 1 : 0);
      g.setLineDash([2, 2]);
      g.strokeStyle = colors.muted;
      g.lineWidth = 1;
      for (let k = 0; k < free; k++) {
        const [x, y] = spot(z, served[z] + k);
        g.strokeRect(x - place.wide * 0.4, y - place.cell * 0.375, place.wide * 0.8, place.cell * 0.75);
      }
      g.setLineDash([]);
    });
    for (const r of order) {
      const z = zone[r];
      const color = R.loaded[r] ? facts.colors[(R.loaded[r] > 1 ? R.backCargo : R.cargo)[R.trip[r]]] : facts.empty;
      if (z >= R.Z_BRIDGE_OUT) {
        const way = z === R.Z_BRIDGE_OUT ? 1 : -1;
        px[r] = way > 0 ? lane.left + (lane.right - lane.left) * R.share[r] : lane.right - (lane.right - lane.left) * R.share[r];
        py[r] = lane.top + lane.high / 2;
        arrow(g, px[r], py[r], way, 16, 10, color);
        if (R.allStops.length && R.isStanding[r]) warning(g, px[r], py[r] - 4);
      } else if (zones[z]) {
        const w = z === R.Z_OUT ? 0 : z === R.Z_BACK ? 1 : -1;
        // In the queue vehicles that joined before a truck stand before it, also those of the same instant.
        const ahead = w < 0 ? 0 : Math.max(0, R.upTo(R.vehicles[w].joined, since[r]) - R.upTo(R.vehicles[w].entered, time));
        if (w >= 0) queued[w].push(since[r]);
        const place = zones[z];
        [px[r], py[r]] = spot(z, places[z]++ + ahead + (waits[r] && place.free ? place.free : 0));
        mark(g, px[r], py[r], place.wide * 0.8, place.cell * 0.75, color, z !== R.Z_IDLE);
      } else {
        px[r] = NaN;
      }
    }
    drawVehicles(g, queued);
    g.strokeStyle = colors.ink;
    g.lineWidth = 0.6;
    g.stroke(edges);
    names(g);
    if (chosen && !Number.isNaN(px[chosen - 1])) {
      g.strokeStyle = colors.ink;
      g.lineWidth = 2.5;
      g.beginPath(); g.arc(px[chosen - 1], py[chosen - 1], 11, 0, 2 * Math.PI); g.stroke();
    }
    show();
  };

  const drawLane = (g, passes, isClosed) => {
    const { left, right, top, high } = lane;
    g.fillStyle = isClosed ? colors.closure : colors.paper;
    g.fillRect(left, top, right - left, high);
    g.strokeStyle = colors.muted;
    g.lineWidth = 1.5;
    g.beginPath(); g.moveTo(left, top); g.lineTo(right, top); g.moveTo(left, top + high); g.lineTo(right, top + high); g.stroke();
    signal(g, left - 12, top - 13, 1, passes[0]);
    signal(g, right + 12, top - 13, -1, passes[1]);
    const turn = isClosed ? "closed" : passes[0] && passes[1] ? "both" : passes[0] ? "out" : passes[1] ? "back" : "empty";
    text(g, fitted(g, say("turn-" + turn), right - left - 8, "600 13px"), width / 2, top - 9, "center", colors.ink, "600 13px");
    const on = R.onLane(0, time) + R.onLane(1, time);
    text(g, say("on-lane", whole.format(on)), width / 2, top + high + 17, "center", colors.muted);
  };

  const drawVehicles = (g, queued) => R.vehicles.forEach((way, w) => {
    const direction = w ? -1 : 1, entered = R.upTo(way.entered, time), joined = R.upTo(way.joined, time);
    const place = zones[w ? R.Z_BACK : R.Z_OUT];
    for (let i = R.upTo(way.left, time); i < joined; i++) {
      const color = facts.vehicleColors[way.name[i]];
      if (i < entered) {
        const took = way.left[i] === Infinity ? 60e3 : Math.max(1, way.left[i] - way.entered[i]);
        const corners = R.vehicleWays.get(2 * i + w);
        const behind = corners ? R.along(corners, time) : Math.min(1, (time - way.entered[i]) / took);
        const x = w ? lane.right - (lane.right - lane.left) * behind : lane.left + (lane.right - lane.left) * behind;
        arrow(g, x, lane.top + lane.high / 2, direction, 10, 7, color);
        if (R.stands(R.vehicleStops.get(2 * i + w), time)) warning(g, x, lane.top + lane.high / 2 - 4);
      } else {
        let trucksAhead = 0;
        while (trucksAhead < queued[w].length && queued[w][trucksAhead] < way.joined[i]) trucksAhead++;
        const [x, y] = spot(w ? R.Z_BACK : R.Z_OUT, i - entered + trucksAhead);
        mark(g, x, y, place.wide * 0.6, place.cell * 0.5, color, true);
      }
    }
  });

  const names = (g) => {
    [[R.Z_OUT, 0, "left"], [R.Z_BACK, 1, "right"]].forEach(([z, w, align]) => {
      const place = zones[z], x = w ? place.x + place.w : place.x;
      text(g, fitted(g, say(w ? "destination" : "origin"), place.w, "600 12px"), x, 14, align, colors.muted, "600 12px");
      const count = R.waiting(w, time);
      text(g, fitted(g, say("waiting", whole.format(count)), place.w, "600 14px"), x, 32, align, colors.ink, "600 14px");
    });
    zones.forEach((place, z) => {
      if (z === R.Z_OUT || z === R.Z_BACK) return;
      const queue = here[z] - served[z], servers = z === R.Z_IDLE ? 0 : R.servers(z, time);
      const line = z === R.Z_IDLE ? say("idle", whole.format(here[z]))
        : R.ZONES[z] + ": " + (serversAt(z) ? say(width < 560 ? "busy-short" : "busy", whole.format(served[z]), whole.format(servers)) : say("served", whole.format(served[z])))
          + (queue ? ", " + say("queue", whole.format(queue)) : "");
      const font = width < 560 ? "11px" : "12px";
      text(g, fitted(g, line, place.w, font), place.x, place.y + 12, "left", colors.ink, font);
    });
  };

  // Both queues over the whole replay, with the instant shown.
  const looks = 900;
  const history = [0, 1].map((w) => Float64Array.from({ length: looks + 1 }, (_, i) => R.waiting(w, facts.end * i / looks)));
  const stripBack = document.createElement("canvas");
  const stripX = (t) => 8 + (strip.clientWidth - 16) * t / facts.end;
  const backStrip = () => {
    // The queues are drawn once for a size and a colour scheme; a frame only moves the instant shown.
    if (!strip.width || !strip.height) return;
    const g = strip.getContext("2d"), w = strip.clientWidth, h = strip.clientHeight;
    g.clearRect(0, 0, w, h);
    for (const [spans, name] of [[facts.holidays, "holiday"], [facts.closures, "closure"]]) {
      g.fillStyle = colors[name];
      for (const [from, to] of spans) g.fillRect(stripX(from), 0, stripX(to) - stripX(from), h);
    }
    const top = Math.max(1, ...history[0], ...history[1]);
    history.forEach((list, q) => {
      g.fillStyle = g.strokeStyle = colors[q ? "vermilion" : "blue"];
      g.globalAlpha = 0.75;
      g.beginPath(); g.moveTo(stripX(0), h);
      for (let i = 0; i <= looks; i++) g.lineTo(stripX(facts.end * i / looks), h - (h - 4) * list[i] / top);
      g.lineTo(stripX(facts.end), h); g.fill();
      g.globalAlpha = 1;
    });
    stripBack.width = strip.width;
    stripBack.height = strip.height;
    stripBack.getContext("2d").drawImage(strip, 0, 0);
  };
  const moveStrip = () => {
    if (!stripBack.width || !stripBack.height) return;
    const g = strip.getContext("2d");
    g.clearRect(0, 0, strip.clientWidth, strip.clientHeight);
    g.drawImage(stripBack, 0, 0, strip.clientWidth, strip.clientHeight);
    g.fillStyle = colors.ink;
    g.fillRect(stripX(time) - 0.75, 0, 1.5, strip.clientHeight);
  };

  const fields = Object.fromEntries(Object.keys(R.counts(0)).map((key) => [key, $(key)]));
  let clockShown = "";
  const show = () => {
    const now = R.counts(time);
    for (const key in now) {
      const shown = (key === "tonnes" ? tenths : whole).format(now[key]);
      if (fields[key].textContent !== shown) fields[key].textContent = shown;
    }
    const shown = longDate.format(startDate + time);
    if (clockShown !== shown) {
      clockShown = clock.textContent = shown;
      slider.setAttribute("aria-valuetext", shown);
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

  // For scripts in the page: where a truck is that is on the bridge, as the part that lies behind it.
  scene.shareOf = (number) => R.zone[number - 1] >= R.Z_BRIDGE_OUT ? R.share[number - 1] : null;
  scene.placeOf = (number) => Number.isNaN(px[number - 1]) ? null : [px[number - 1], py[number - 1]];

  const seek = (t) => {
    time = Math.min(facts.end, Math.max(0, t));
    slider.value = String(Math.floor(time / 1000));
    px.fill(NaN);
    paint();
    tell();
    remember();
  };
  const choose = (truck) => {
    chosen = truck;
    if ($("truck")) $("truck").value = truck ? String(truck) : "";
    told = "";
    tell();
    paint();
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
    paint(seconds);
    document.documentElement.dataset.replayFrameMs = (performance.now() - begin).toFixed(2);
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
  strip.addEventListener("click", (event) => seek(facts.end * (event.offsetX - 8) / Math.max(1, strip.clientWidth - 16)));
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
