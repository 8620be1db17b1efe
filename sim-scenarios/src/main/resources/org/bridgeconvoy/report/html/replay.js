"use strict";
// Draws recorded trips at any instant. Everything shown follows from the time alone, so play and seek agree.
(() => {
  const $ = (id) => document.getElementById("replay-" + id);
  const facts = JSON.parse($("facts").textContent);
  const HOUR = 3600e3, DAY = 24 * HOUR;

  // Index of each instant in a trip, in order of time; -1 for those of roads and return loads in a world without them.
  const TIMES = facts.instants.length, instant = (column) => facts.instants.indexOf(column);
  const ASSIGNED = instant("assigned"), AVAILABLE = instant("available");
  const LOAD = instant("load_start"), LOADED = instant("load_end"), ROAD_OUT = instant("road_origin_out_end");
  const EXPORT = instant("export_start"), EXPORTED = instant("export_end");
  const QUEUED = instant("outbound_queued"), ENTER = instant("outbound_enter"), EXIT = instant("outbound_exit");
  const IMPORT = instant("import_start"), IMPORTED = instant("import_end");
  const FAR_ROAD_OUT = instant("road_destination_out_end"), UNLOAD = instant("unload_start"), UNLOADED = instant("unload_end");
  const BACK_TAKEN = instant("return_assigned"), BACK_LOAD = instant("return_load_start");
  const BACK_LOADED = instant("return_load_end"), FAR_ROAD_BACK = instant("road_destination_back_end");
  const BACK_EXPORT = instant("return_export_start"), BACK_EXPORTED = instant("return_export_end");
  const BACK_QUEUED = instant("return_queued"), BACK_ENTER = instant("return_enter"), BACK_EXIT = instant("return_exit");
  const BACK_IMPORT = instant("return_import_start"), BACK_IMPORTED = instant("return_import_end");
  const ROAD_BACK = instant("road_origin_back_end");
  const BACK_UNLOAD = instant("return_unload_start"), BACK_UNLOADED = instant("return_unload_end");
  const hasFurther = ROAD_OUT >= 0;

  const bytesOf = (id) => Uint8Array.from(atob($(id).textContent), (c) => c.charCodeAt(0));
  let bytes = bytesOf("trips");
  const n = facts.trips;
  const truck = new Int32Array(n), cargo = new Int16Array(n), load = new Float64Array(n);
  const backCargo = new Int16Array(n).fill(-1), backLoad = new Float64Array(n);
  const times = new Float64Array(n * TIMES).fill(Infinity);
  let at = 0;
  const number = () => {
    let value = 0, unit = 1;
    for (;;) {
      const b = bytes[at++];
      value += (b & 127) * unit;
      if (b < 128) return value;
      unit *= 128;
    }
  };
  let before = 0;
  for (let i = 0; i < n; i++) {
    truck[i] = number();
    cargo[i] = number();
    load[i] = number();
    const reached = number();
    const folded = number();
    before += folded % 2 ? -(folded + 1) / 2 : folded / 2;
    let t = before;
    times[i * TIMES] = t;
    for (let k = 1; k < reached; k++) times[i * TIMES + k] = t += number();
    if (hasFurther) {
      backCargo[i] = number() - 1;
      backLoad[i] = number();
    }
  }

  // Through traffic by direction, outbound first. Vehicles of one direction join, enter and leave in the same order.
  const hasTrucks = facts.trucks > 0, hasVehicles = facts.vehicles !== undefined;
  const vehicles = [0, 1].map(() => ({ name: [], joined: [], entered: [], left: [] }));
  if (hasVehicles) {
    bytes = bytesOf("traffic"); at = 0; before = 0;
    for (let i = 0; i < facts.vehicles; i++) {
      const name = number(), reached = number(), way = vehicles[facts.vehicleOutbound[name] ? 0 : 1];
      before += number();
      way.name.push(name); way.joined.push(before);
      const enter = reached > 1 ? before + number() : Infinity;
      way.entered.push(enter);
      way.left.push(reached > 2 ? enter + number() : Infinity);
    }
  }

  // Ascending times of each kind of instant: counters are one search each.
  const sorted = (k) => {
    const list = new Float64Array(n);
    let m = 0;
    for (let i = 0; i < n; i++) if (times[i * TIMES + k] !== Infinity) list[m++] = times[i * TIMES + k];
    return list.subarray(0, m).sort();
  };
  const upTo = (list, t) => {
    let low = 0, high = list.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (list[mid] <= t) low = mid + 1; else high = mid;
    }
    return low;
  };
  const events = Array.from({ length: TIMES }, (_, k) => sorted(k));
  const deliveries = [];
  for (let i = 0; i < n; i++) {
    const out = times[i * TIMES + UNLOADED], back = backCargo[i] < 0 ? Infinity : times[i * TIMES + BACK_UNLOADED];
    if (out !== Infinity) deliveries.push([out, load[i]]);
    if (back !== Infinity) deliveries.push([back, backLoad[i]]);
  }
  deliveries.sort((a, b) => a[0] - b[0]);
  const deliveredAt = Float64Array.from(deliveries, (d) => d[0]);
  const milligrams = [0];
  for (const [, mass] of deliveries) milligrams.push(milligrams[milligrams.length - 1] + mass);

  // Breakdowns on the bridge: the ways of those who stand or are held up, and from when to when trucks stand, by trip and direction.
  // Those of vehicles are by their number in their direction, in order of joining.
  const byCrossing = (rows) => new Map((rows || []).map(([i, way, ...rest]) => [2 * i + way, rest]));
  const ways = byCrossing(facts.ways), stops = byCrossing(facts.stops);
  const vehicleWays = byCrossing(facts.vehicleWays), vehicleStops = byCrossing(facts.vehicleStops);
  const allStops = [...stops.values(), ...vehicleStops.values()];
  const stopped = Float64Array.from(allStops, (s) => s[0]).sort();
  const droveOn = Float64Array.from(allStops, (s) => s[1]).sort();
  const stands = (stop, t) => stop !== undefined && stop[0] <= t && t < stop[1];
  const along = (corners, t) => {
    let k = 2;
    while (k < corners.length - 2 && corners[k] < t) k += 2;
    const width = corners[k] - corners[k - 2], part = width > 0 ? (t - corners[k - 2]) / width : 1;
    return corners[k - 1] + Math.min(1, Math.max(0, part)) * (corners[k + 1] - corners[k - 1]);
  };

  const vehicleCounts = (t) => {
    if (!hasVehicles) return {};
    const [out, back] = vehicles, waiting = (way) => upTo(way.joined, t) - upTo(way.entered, t);
    const crossed = upTo(out.left, t) + upTo(back.left, t);
    return {
      "vehicles-out": waiting(out),
      "vehicles-on": upTo(out.entered, t) + upTo(back.entered, t) - crossed,
      "vehicles-back": waiting(back),
      "vehicles-crossed": crossed,
    };
  };

  const counts = (t) => {
    const c = (k) => upTo(events[k], t);
    const standing = allStops.length ? { "standing": upTo(stopped, t) - upTo(droveOn, t) } : {};
    if (!hasTrucks) return { ...standing, ...vehicleCounts(t) };
    return {
      ...standing,
      "begun": c(ASSIGNED),
      "queue-out": c(QUEUED) - c(ENTER),
      "on-bridge": c(ENTER) - c(EXIT) + c(BACK_ENTER) - c(BACK_EXIT),
      "crossed": c(EXIT),
      "delivered": upTo(deliveredAt, t),
      "tonnes": milligrams[upTo(deliveredAt, t)] / 1e9,
      "queue-back": c(BACK_QUEUED) - c(BACK_ENTER),
      "returned": c(BACK_EXIT),
      ...vehicleCounts(t),
    };
  };

  // Trips of each truck, in order.
  let trucks = facts.trucks;
  for (let i = 0; i < n; i++) trucks = Math.max(trucks, truck[i]);
  const tripsOf = Array.from({ length: trucks }, () => []);
  for (let i = 0; i < n; i++) tripsOf[truck[i] - 1].push(i);
  const median = (list) => list.sort((a, b) => a - b)[list.length >> 1] || 5 * 60e3;
  const crossing = [[ENTER, EXIT], [BACK_ENTER, BACK_EXIT]].map(([a, b]) => {
    const list = [];
    for (let i = 0; i < n; i++) if (times[i * TIMES + b] !== Infinity) list.push(times[i * TIMES + b] - times[i * TIMES + a]);
    return median(list);
  });

  // Where a truck is: a zone of a bank, or a share of the bridge.
  const [[, loading], [exporting, exportCustoms], [importing, importCustoms], [, unloading]] = facts.stations;
  const ZONES = ["idle", loading, exportCustoms, "queue out", importCustoms, unloading, "queue back"];
  const [Z_IDLE, Z_LOAD, Z_EXPORT, Z_OUT, Z_IMPORT, Z_UNLOAD, Z_BACK, Z_BRIDGE_OUT, Z_BRIDGE_BACK] = Array(9).keys();
  // After instant k (and before the next) a truck is in this zone; the second number is 0 for being served, 1 for waiting.
  const PLACE = [];
  PLACE[ASSIGNED] = [Z_LOAD, 1]; PLACE[LOAD] = [Z_LOAD, 0];
  PLACE[LOADED] = [Z_EXPORT, 1]; PLACE[EXPORT] = [Z_EXPORT, 0]; PLACE[EXPORTED] = [Z_EXPORT, 1];
  PLACE[QUEUED] = [Z_OUT, 1]; PLACE[ENTER] = [Z_BRIDGE_OUT, 0];
  PLACE[EXIT] = [Z_IMPORT, 1]; PLACE[IMPORT] = [Z_IMPORT, 0];
  PLACE[IMPORTED] = [Z_UNLOAD, 1]; PLACE[UNLOAD] = [Z_UNLOAD, 0]; PLACE[UNLOADED] = [Z_UNLOAD, 1];
  PLACE[BACK_QUEUED] = [Z_BACK, 1]; PLACE[BACK_ENTER] = [Z_BRIDGE_BACK, 0];
  PLACE[BACK_EXIT] = [Z_IDLE, 1]; PLACE[AVAILABLE] = [Z_IDLE, 1];
  if (hasFurther) {
    // The stations of a return load lie beside those of the way out; who is on a road stands where it leads.
    PLACE[ROAD_OUT] = [Z_EXPORT, 1]; PLACE[FAR_ROAD_OUT] = [Z_UNLOAD, 1];
    PLACE[BACK_TAKEN] = [Z_UNLOAD, 1]; PLACE[BACK_LOAD] = [Z_UNLOAD, 0]; PLACE[BACK_LOADED] = [Z_IMPORT, 1];
    PLACE[FAR_ROAD_BACK] = [Z_IMPORT, 1]; PLACE[BACK_EXPORT] = [Z_IMPORT, 0]; PLACE[BACK_EXPORTED] = [Z_IMPORT, 1];
    PLACE[BACK_IMPORT] = [Z_EXPORT, 0]; PLACE[BACK_IMPORTED] = [Z_LOAD, 1];
    PLACE[ROAD_BACK] = [Z_LOAD, 1]; PLACE[BACK_UNLOAD] = [Z_LOAD, 0]; PLACE[BACK_UNLOADED] = [Z_IDLE, 1];
  }

  const zone = new Int8Array(trucks), waits = new Int8Array(trucks), since = new Float64Array(trucks);
  const isStanding = new Uint8Array(trucks);
  const share = new Float64Array(trucks), trip = new Int32Array(trucks), loaded = new Uint8Array(trucks);
  const locate = (t) => {
    for (let r = 0; r < trucks; r++) {
      const list = tripsOf[r];
      let low = 0, high = list.length;
      while (low < high) {
        const mid = (low + high) >> 1;
        if (times[list[mid] * TIMES + ASSIGNED] <= t) low = mid + 1; else high = mid;
      }
      if (low === 0) {
        zone[r] = Z_IDLE; waits[r] = 1; since[r] = 0; trip[r] = -1; loaded[r] = 0;
        continue;
      }
      const i = list[low - 1], o = i * TIMES;
      let k = ASSIGNED;
      while (k < AVAILABLE && times[o + k + 1] <= t) k++;
      zone[r] = PLACE[k][0]; waits[r] = PLACE[k][1]; since[r] = times[o + k]; trip[r] = i;
      loaded[r] = k >= LOADED && k < UNLOADED ? 1 : backCargo[i] >= 0 && k >= BACK_LOADED && k < BACK_UNLOADED ? 2 : 0;
      if (zone[r] >= Z_BRIDGE_OUT) {
        const exit = times[o + k + 1];
        const took = exit === Infinity ? crossing[zone[r] - Z_BRIDGE_OUT] : exit - times[o + k];
        share[r] = Math.min(1, (t - times[o + k]) / Math.max(1, took));
        if (allStops.length) {
          const key = 2 * i + (zone[r] === Z_BRIDGE_OUT ? 0 : 1), corners = ways.get(key);
          if (corners) share[r] = along(corners, t);
          isStanding[r] = stands(stops.get(key), t) ? 1 : 0;
        }
      }
    }
  };

  // The most trucks that ever stand in each zone decide how large trucks are drawn.
  const most = new Float64Array(ZONES.length);
  // Zones that the scenario has: nobody ever spends time in the others.
  const used = new Uint8Array(ZONES.length);
  {
    const enterZone = [, ASSIGNED, LOADED, QUEUED, EXIT, IMPORTED, BACK_QUEUED];
    const leaveZone = [, LOADED, QUEUED, ENTER, IMPORTED, BACK_QUEUED, BACK_ENTER];
    // With return loads trucks come to a place twice on a trip, so more may stand there than counted here.
    for (let z = 1; z < ZONES.length; z++) {
      for (const t of events[enterZone[z]]) {
        most[z] = Math.max(most[z], upTo(events[enterZone[z]], t) - upTo(events[leaveZone[z]], t));
      }
      for (let i = 0; i < n; i++) {
        const from = times[i * TIMES + enterZone[z]];
        if (from !== Infinity && from !== times[i * TIMES + leaveZone[z]]) used[z] = 1;
        if (backCargo[i] >= 0 && z !== Z_OUT && z !== Z_BACK) used[z] = 1;
      }
    }
    most[Z_IDLE] = trucks;
    // Trucks and vehicles wait in one queue.
    [Z_OUT, Z_BACK].forEach((z, w) => {
      const way = vehicles[w], begin = w ? BACK_QUEUED : QUEUED, end = w ? BACK_ENTER : ENTER;
      for (const t of way.joined) {
        const trucksThere = upTo(events[begin], t) - upTo(events[end], t);
        most[z] = Math.max(most[z], trucksThere + upTo(way.joined, t) - upTo(way.entered, t));
      }
    });
    used[Z_IDLE] = hasTrucks ? 1 : 0;
    used[Z_OUT] = used[Z_BACK] = 1;
  }

  const section = document.getElementById("replay");
  const scene = $("scene"), strip = $("strip"), slider = $("time"), clock = $("clock"), play = $("play"), speed = $("speed");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const EMPTY = "#f3f3f0";
  let time = Number(slider.value) * 1000, playing = false, last = 0;
  let stripWidth = 0, stripHeight = 0, width = 0, height = 0, zones = [], size = 1, deck = 0, left = 0, right = 0;
  const px = new Float64Array(trucks).fill(NaN), py = new Float64Array(trucks);

  const mix = (a, b, f) => {
    const p = (c, s) => parseInt(c.slice(s, s + 2), 16);
    const m = (s) => Math.round(p(a, s) + (p(b, s) - p(a, s)) * f);
    return `rgb(${m(1)},${m(3)},${m(5)})`;
  };
  const smooth = (a, b, x) => {
    const f = Math.min(1, Math.max(0, (x - a) / (b - a)));
    return f * f * (3 - 2 * f);
  };

  // Lays the zones out for the canvas: the queue at the deck, the other places of a bank in rows below it.
  const layout = () => {
    // On paper the replay is left out and has no size.
    if (!scene.clientWidth || !scene.clientHeight) return;
    const ratio = Math.min(2, devicePixelRatio || 1);
    for (const canvas of [scene, strip]) {
      canvas.width = Math.round(canvas.clientWidth * ratio);
      canvas.height = Math.round(canvas.clientHeight * ratio);
      canvas.getContext("2d").setTransform(ratio, 0, 0, ratio, 0, 0);
    }
    width = scene.clientWidth; height = scene.clientHeight;
    stripWidth = strip.clientWidth; stripHeight = strip.clientHeight;
    backStrip();
    left = width * 0.31; right = width * 0.69; deck = height * 0.4;
    const label = 17, room = height - deck - 6;
    const banks = [[Z_OUT, Z_EXPORT, Z_LOAD, Z_IDLE], [Z_BACK, Z_IMPORT, Z_UNLOAD]];
    for (size = 1.5; size > 0.22; size -= 0.04) {
      zones = [];
      let fits = true;
      banks.forEach((list, bank) => {
        const inner = left - 22;
        const perRow = Math.max(1, Math.floor(inner / (15 * size)));
        let y = deck;
        // At the deck the name stands below the trucks, elsewhere above them.
        for (const z of list) {
          if (!used[z]) continue;
          const rows = Math.max(1, Math.ceil(Math.min(most[z], trucks + (facts.vehicles || 0)) / perRow)), atDeck = z === Z_OUT || z === Z_BACK;
          const depth = rows * 9.5 * size;
          zones[z] = { bank, perRow, y: atDeck ? y : y + label + 5 * size, name: atDeck ? y + depth + 2 : y + 2 };
          y += depth + label + (atDeck ? 7 : 6);
        }
        fits = fits && y - deck <= room;
      });
      if (fits) break;
    }
    px.fill(NaN);
    paint(0);
  };

  const spot = (z, index) => {
    const place = zones[z], step = 15 * size;
    const row = Math.floor(index / place.perRow), column = index % place.perRow;
    const near = z === Z_OUT ? left - 8 - column * step : z === Z_BACK ? right + 8 + column * step
      : place.bank ? right + 14 + (column + 0.5) * step : 10 + (column + 0.5) * step;
    return [near, place.y + row * 9.5 * size];
  };

  const sky = (g, hour, light) => {
    const dusk = Math.max(0, 1 - Math.abs(hour - 6.2) / 1.6, 1 - Math.abs(hour - 18.2) / 1.8);
    const paintSky = g.createLinearGradient(0, 0, 0, deck + 26);
    paintSky.addColorStop(0, mix("#0d1526", "#7fb0d8", light));
    paintSky.addColorStop(0.75, mix(mix("#1b2740", "#d3e5f2", light).replace(/rgb\((\d+),(\d+),(\d+)\)/, (_, r, v, b) =>
      "#" + [r, v, b].map((c) => (+c).toString(16).padStart(2, "0")).join("")), "#e8b48c", dusk * 0.75));
    g.fillStyle = paintSky;
    g.fillRect(0, 0, width, deck + 40);
    if (light < 0.5) {
      g.fillStyle = `rgba(255,255,255,${0.75 * (1 - 2 * light)})`;
      for (let s = 0; s < 60; s++) {
        const x = (s * 733 + 97) % 997 / 997 * width, y = (s * 389 + 41) % 601 / 601 * deck * 0.7;
        g.fillRect(x, y, s % 7 ? 1 : 1.6, s % 7 ? 1 : 1.6);
      }
    }
    const arc = (from, span, color, radius, glow) => {
      const f = (hour - from + 24) % 24 / span;
      if (f > 1) return;
      const x = width * (0.04 + 0.92 * f), y = deck * (0.95 - 0.83 * Math.sin(Math.PI * f));
      if (glow) {
        const halo = g.createRadialGradient(x, y, radius, x, y, radius * 5);
        halo.addColorStop(0, "rgba(255,244,214,0.5)");
        halo.addColorStop(1, "rgba(255,244,214,0)");
        g.fillStyle = halo;
        g.fillRect(x - radius * 5, y - radius * 5, radius * 10, radius * 10);
      }
      g.fillStyle = color;
      g.beginPath(); g.arc(x, y, radius, 0, 2 * Math.PI); g.fill();
    };
    arc(6, 12, mix("#f4a860", "#fff3cf", light), Math.max(8, width * 0.014), true);
    arc(18, 12, "#d5dbe8", Math.max(6, width * 0.009), false);
  };

  const land = (g, light) => {
    g.fillStyle = mix("#141d2b", "#a9bccb", light);
    g.beginPath(); g.moveTo(0, deck);
    for (let x = 0; x <= width; x += 6) {
      const u = x / width;
      g.lineTo(x, deck - 12 - 16 * Math.abs(Math.sin(u * 5.1 + 0.6)) * (0.45 + 0.55 * Math.cos(u * 6.28) ** 2));
    }
    g.lineTo(width, deck + 30); g.lineTo(0, deck + 30); g.fill();
    const water = g.createLinearGradient(0, deck + 20, 0, height);
    water.addColorStop(0, mix("#16223a", "#8db4cf", light));
    water.addColorStop(1, mix("#0c1424", "#4f83a8", light));
    g.fillStyle = water;
    g.fillRect(0, deck + 26, width, height);
    g.strokeStyle = `rgba(255,255,255,${0.06 + 0.16 * light})`;
    g.lineWidth = 1;
    for (let k = 0; k < 26; k++) {
      const y = deck + 36 + (k * 53 % 97) / 97 * (height - deck - 40), x = left + (k * 71 % 89) / 89 * (right - left);
      g.beginPath(); g.moveTo(x, y); g.lineTo(x + 10 + (k * 29 % 17), y); g.stroke();
    }
    g.fillStyle = mix("#20262b", "#cfcbbd", light);
    for (const [edge, out, way] of [[left, 0, 1], [right, width, -1]]) {
      g.beginPath(); g.moveTo(out, deck + 6); g.lineTo(edge, deck + 6); g.lineTo(edge + way * 10, deck + 18);
      g.lineTo(edge + way * 22, height); g.lineTo(out, height); g.fill();
    }
  };

  const bridge = (g, light) => {
    const spans = Math.max(1, Math.min(width < 520 ? 6 : 9, Math.round((facts.length || 900) / 100))), w = (right - left) / spans, rise = Math.min(30, deck * 0.2);
    const steel = mix("#3b4657", "#56636f", light);
    const foot = deck + 40, mirror = g.createLinearGradient(0, foot, 0, foot + 60);
    mirror.addColorStop(0, light > 0.5 ? "rgba(60,70,78,0.35)" : "rgba(0,0,0,0.4)");
    mirror.addColorStop(1, "rgba(0,0,0,0)");
    for (let s = 1; s < spans; s++) {
      const x = left + s * w;
      g.fillStyle = mirror;
      g.fillRect(x - 6, foot, 12, 60);
      g.fillStyle = mix("#2a323d", "#8b8d8c", light);
      g.beginPath(); g.moveTo(x - 4, deck + 10); g.lineTo(x + 4, deck + 10); g.lineTo(x + 5, foot - 5); g.lineTo(x + 8, foot);
      g.lineTo(x - 8, foot); g.lineTo(x - 5, foot - 5); g.fill();
    }
    g.strokeStyle = steel;
    g.lineWidth = 1.1;
    g.beginPath();
    for (let s = 0; s < spans; s++) {
      const x = left + s * w, panels = 6;
      let lastX = x, lastY = deck + 5;
      for (let p = 0; p <= panels; p++) {
        const f = p / panels, cx = x + w * f, cy = deck + 5 - (p % panels ? rise * (0.72 + 0.28 * Math.sin(Math.PI * f)) : 0);
        g.moveTo(lastX, lastY); g.lineTo(cx, cy);
        g.moveTo(cx, cy); g.lineTo(cx, deck + 5);
        if (p > 1 && p < panels) {
          g.moveTo(p <= panels / 2 ? lastX : cx, p <= panels / 2 ? lastY : cy);
          g.lineTo(p <= panels / 2 ? cx : lastX, deck + 5);
        }
        lastX = cx; lastY = cy;
      }
    }
    g.stroke();
    g.fillStyle = mix("#333d4a", "#4c565f", light);
    g.fillRect(left - 2, deck + 5, right - left + 4, 5);
  };

  const drawTruck = (g, x, y, r, way, light) => {
    const l = 11 * size, h = 5.4 * size;
    const box = loaded[r] ? facts.colors[(loaded[r] > 1 ? backCargo : cargo)[trip[r]]] : EMPTY;
    g.fillStyle = light > 0.4 ? box : mix(box, "#101828", 0.25);
    g.fillRect(x - l / 2 + (way > 0 ? 0 : l * 0.28), y - h, l * 0.72, h);
    if (light <= 0.4) {
      // Dark loads are seen against the night by their edge.
      g.strokeStyle = "rgba(214,222,235,0.6)";
      g.lineWidth = 0.7;
      g.strokeRect(x - l / 2 + (way > 0 ? 0 : l * 0.28), y - h, l * 0.72, h);
    }
    g.fillStyle = light > 0.4 ? "#3d4650" : "#59636f";
    g.fillRect(way > 0 ? x + l * 0.25 : x - l / 2, y - h * 0.72, l * 0.25, h * 0.72);
    if (size > 0.5) {
      g.fillStyle = "#1d2229";
      g.fillRect(x - l * 0.36, y - 0.5 * size, l * 0.16, 1.6 * size);
      g.fillRect(x + l * 0.2, y - 0.5 * size, l * 0.16, 1.6 * size);
    }
  };

  const drawVehicle = (g, x, y, name, way, light) => {
    const l = 7 * size, h = 2.6 * size, color = facts.vehicleColors[name];
    g.fillStyle = light > 0.4 ? color : mix(color, "#101828", 0.15);
    g.fillRect(x - l / 2, y - h, l, h);
    g.fillRect(x - l * 0.28 - way * l * 0.06, y - h * 1.75, l * 0.56, h * 0.8);
    if (light <= 0.4) {
      g.strokeStyle = "rgba(214,222,235,0.6)";
      g.lineWidth = 0.7;
      g.strokeRect(x - l / 2, y - h, l, h);
    }
    if (size > 0.5) {
      g.fillStyle = "#1d2229";
      g.fillRect(x - l * 0.34, y - 0.5 * size, l * 0.18, 1.4 * size);
      g.fillRect(x + l * 0.18, y - 0.5 * size, l * 0.18, 1.4 * size);
    }
  };

  const lights = (g, x, y, way) => {
    const l = 11 * size, reach = 20 * Math.max(0.6, size);
    const beam = g.createLinearGradient(x + way * l / 2, 0, x + way * (l / 2 + reach), 0);
    beam.addColorStop(0, "rgba(255,232,160,0.55)");
    beam.addColorStop(1, "rgba(255,232,160,0)");
    g.fillStyle = beam;
    g.beginPath();
    g.moveTo(x + way * l / 2, y - 2.5 * size); g.lineTo(x + way * (l / 2 + reach), y - 5 * size);
    g.lineTo(x + way * (l / 2 + reach), y + 1); g.fill();
    g.fillStyle = "#e0483a";
    g.fillRect(x - way * l / 2 - 0.6, y - 2.4 * size, 1.3, 1.3);
  };

  // Above a truck or vehicle that stands: a triangle as on the road, so that not colour alone tells it.
  const warning = (g, x, y) => {
    const s = 7, top = y - 9 * size - 2 * s;
    g.fillStyle = "#d23b2f";
    g.beginPath(); g.moveTo(x, top); g.lineTo(x + s, top + 1.75 * s); g.lineTo(x - s, top + 1.75 * s); g.fill();
    g.fillStyle = "#ffffff";
    g.fillRect(x - 0.9, top + 0.55 * s, 1.8, 0.6 * s);
    g.fillRect(x - 0.9, top + 1.3 * s, 1.8, 1.8);
  };

  const order = Array.from({ length: trucks }, (_, r) => r);
  const here = new Int32Array(ZONES.length), served = new Int32Array(ZONES.length);
  const waitingVehicles = [0, 0];
  const paint = (seconds) => {
    const g = scene.getContext("2d");
    const hour = time % DAY / HOUR, light = smooth(5.2, 7, hour) * (1 - smooth(17.4, 19.4, hour));
    locate(time);
    sky(g, hour, light);
    land(g, light);
    bridge(g, light);
    // Who is served stands first, then those who wait, in the order in which they came.
    order.sort((a, b) => zone[a] - zone[b] || waits[a] - waits[b] || since[a] - since[b] || a - b);
    here.fill(0);
    served.fill(0);
    const queued = [[], []];
    const follow = seconds > 0 ? 1 - Math.exp(-seconds * 9) : 1;
    for (const r of order) {
      let x, y, way = 1;
      if (zone[r] >= Z_BRIDGE_OUT) {
        way = zone[r] === Z_BRIDGE_OUT ? 1 : -1;
        x = way > 0 ? left + (right - left) * share[r] : right - (right - left) * share[r];
        y = deck + 5;
        px[r] = x; py[r] = y;
      } else {
        const w = zone[r] === Z_OUT ? 0 : zone[r] === Z_BACK ? 1 : -1;
        // In the queue vehicles that joined before a truck stand before it, also those of the same instant.
        const ahead = w < 0 ? 0 : Math.max(0, upTo(vehicles[w].joined, since[r]) - upTo(vehicles[w].entered, time));
        if (w >= 0) queued[w].push(since[r]);
        [x, y] = spot(zone[r], here[zone[r]]++ + ahead);
        if (!waits[r]) served[zone[r]]++;
        y += 5;
        way = zone[r] === Z_BACK ? -1 : 1;
        if (Number.isNaN(px[r])) { px[r] = x; py[r] = y; }
        px[r] += (x - px[r]) * follow;
        py[r] += (y - py[r]) * follow;
      }
      drawTruck(g, px[r], py[r], r, way, light);
      if (light < 0.5 && zone[r] >= Z_BRIDGE_OUT) lights(g, px[r], py[r], way);
      if (allStops.length && zone[r] >= Z_BRIDGE_OUT && isStanding[r]) warning(g, px[r], py[r]);
    }
    vehicles.forEach((way, w) => {
      const direction = w ? -1 : 1, left0 = upTo(way.left, time), entered = upTo(way.entered, time);
      const joined = upTo(way.joined, time), place = w ? Z_BACK : Z_OUT;
      for (let i = left0; i < joined; i++) {
        let x, y = deck + 5;
        if (i < entered) {
          const took = way.left[i] === Infinity ? 60e3 : Math.max(1, way.left[i] - way.entered[i]);
          const corners = vehicleWays.get(2 * i + w);
          const behind = corners ? along(corners, time) : Math.min(1, (time - way.entered[i]) / took);
          x = w ? right - (right - left) * behind : left + (right - left) * behind;
          if (light < 0.5) lights(g, x, y, direction);
        } else {
          let trucksAhead = 0;
          while (trucksAhead < queued[w].length && queued[w][trucksAhead] < way.joined[i]) trucksAhead++;
          [x, y] = spot(place, i - entered + trucksAhead);
          y += 5;
        }
        drawVehicle(g, x, y, way.name[i], direction, light);
        if (i < entered && stands(vehicleStops.get(2 * i + w), time)) warning(g, x, y);
      }
      waitingVehicles[w] = joined - entered;
    });
    names(g, light);
    show();
  };

  const names = (g, light) => {
    g.font = "11px system-ui, 'Liberation Sans', Arial, sans-serif";
    g.textBaseline = "top";
    g.fillStyle = light > 0.45 ? "#2b2f33" : "#d7dce4";
    const brief = width < 520;
    const title = {
      [Z_OUT]: brief ? "queueing" : "waiting for the bridge", [Z_BACK]: brief ? "queueing" : hasTrucks ? "waiting to return" : "waiting for the bridge",
      [Z_IDLE]: brief ? "idle" : "idle or resting", [Z_EXPORT]: brief ? exporting : ZONES[Z_EXPORT],
      [Z_IMPORT]: brief ? importing : ZONES[Z_IMPORT],
    };
    zones.forEach((place, z) => {
      g.textAlign = place.bank ? "right" : "left";
      // At a station who is served and who waits are told apart.
      const atStation = z === Z_LOAD || z === Z_EXPORT || z === Z_IMPORT || z === Z_UNLOAD;
      const count = atStation ? served[z] : here[z], waiting = here[z] - served[z];
      const others = z === Z_OUT ? waitingVehicles[0] : z === Z_BACK ? waitingVehicles[1] : 0;
      const rest = atStation && waiting ? `, ${waiting} waiting`
        : others && hasTrucks && !brief ? ` (${count} ${count === 1 ? "truck" : "trucks"})` : "";
      g.fillText(`${count + others} ${title[z] || ZONES[z]}${rest}`, place.bank ? width - 8 : 8, place.name);
    });
    g.textBaseline = "alphabetic";
    g.fillStyle = light > 0.45 ? "#1f2933" : "#e6eaf2";
    g.font = "600 12px system-ui, 'Liberation Sans', Arial, sans-serif";
    g.textAlign = "left"; g.fillText("origin", 8, 18);
    g.textAlign = "right"; g.fillText("destination", width - 8, 18);
  };

  // Both queues over the whole replay, with the instant shown.
  const looks = 900;
  const history = [[QUEUED, ENTER], [BACK_QUEUED, BACK_ENTER]].map(([a, b], w) =>
    Float64Array.from({ length: looks + 1 }, (_, i) => {
      const t = facts.end * i / looks, way = vehicles[w];
      return upTo(events[a], t) - upTo(events[b], t) + upTo(way.joined, t) - upTo(way.entered, t);
    }));
  const paintStrip = () => {
    const g = strip.getContext("2d"), w = strip.clientWidth, h = strip.clientHeight;
    const style = getComputedStyle(document.documentElement), color = (name) => style.getPropertyValue("--" + name).trim();
    const x = (t) => 8 + (w - 16) * t / facts.end;
    g.clearRect(0, 0, w, h);
    for (const [spans, name] of [[facts.holidays, "holiday"], [facts.closures, "closure"]]) {
      g.fillStyle = color(name);
      for (const [from, to] of spans) g.fillRect(x(from), 0, x(to) - x(from), h);
    }
    const top = Math.max(1, ...history[0], ...history[1]);
    history.forEach((list, q) => {
      g.fillStyle = color(q ? "vermilion" : "blue");
      g.globalAlpha = 0.75;
      g.beginPath(); g.moveTo(x(0), h);
      for (let i = 0; i <= looks; i++) g.lineTo(x(facts.end * i / looks), h - (h - 4) * list[i] / top);
      g.lineTo(x(facts.end), h); g.fill();
      g.globalAlpha = 1;
    });
    stripInk = color("ink");
  };
  // The queues are drawn once for a size and a colour scheme; a frame only moves the instant shown.
  const stripBack = document.createElement("canvas");
  let stripInk = "#000";
  const backStrip = () => {
    paintStrip();
    stripBack.width = strip.width; stripBack.height = strip.height;
    if (!strip.width || !strip.height) return;
    stripBack.getContext("2d").drawImage(strip, 0, 0);
  };
  const moveStrip = () => {
    if (!stripBack.width || !stripBack.height) return;
    const g = strip.getContext("2d");
    g.clearRect(0, 0, stripWidth, stripHeight);
    g.drawImage(stripBack, 0, 0, stripWidth, stripHeight);
    g.fillStyle = stripInk;
    g.fillRect(8 + (stripWidth - 16) * time / facts.end - 0.75, 0, 1.5, stripHeight);
  };

  const startDate = Date.parse(facts.start + "T00:00:00Z");
  const dates = new Intl.DateTimeFormat("en-GB", {
    weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "UTC",
  });
  const words = (t) => dates.format(startDate + t);
  const whole = new Intl.NumberFormat("en-GB"), tenths = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
  const fields = Object.fromEntries(Object.keys(counts(0)).map((key) => [key, $(key)]));
  const show = () => {
    const now = counts(time);
    for (const key in now) {
      const text = (key === "tonnes" ? tenths : whole).format(now[key]);
      if (fields[key].textContent !== text) fields[key].textContent = text;
    }
    const text = words(time);
    if (clock.textContent !== text) {
      clock.textContent = text;
      slider.setAttribute("aria-valuetext", text);
    }
    moveStrip();
  };

  // For scripts in the page: where a truck is that is on the bridge, as the part that lies behind it.
  scene.shareOf = (number) => zone[number - 1] >= Z_BRIDGE_OUT ? share[number - 1] : null;

  const seek = (t) => {
    time = Math.min(facts.end, Math.max(0, t));
    px.fill(NaN);
    paint(0);
  };
  const set = (on) => {
    playing = on;
    play.textContent = on ? "Pause" : "Play";
    if (on) {
      if (time >= facts.end) seek(0);
      last = performance.now();
      requestAnimationFrame(frame);
    }
  };
  const frame = (now) => {
    if (!playing) return;
    const seconds = Math.min(0.1, Math.max(0, (now - last) / 1000));
    last = now;
    time = Math.min(facts.end, time + seconds * 1000 * Number(speed.value));
    slider.value = String(Math.floor(time / 1000));
    const begin = performance.now();
    paint(still.matches ? 0 : seconds);
    document.documentElement.dataset.replayFrameMs = (performance.now() - begin).toFixed(2);
    if (time >= facts.end) set(false); else requestAnimationFrame(frame);
  };
  play.addEventListener("click", () => set(!playing));
  slider.addEventListener("input", () => seek(Number(slider.value) * 1000));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { backStrip(); paint(0); });
  addEventListener("resize", layout);
  addEventListener("afterprint", layout);
  // Until here the page shows a still, as it does where scripts are blocked.
  section.classList.remove("still");
  try {
    layout();
  } catch (problem) {
    section.classList.add("still");
    throw problem;
  }
})();
