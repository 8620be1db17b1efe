"use strict";
// Decodes the recorded trips and says where everything is at any instant. All follows from the time alone, so play and seek agree.
const recorded = (() => {
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

  const bytesOf = (id) => {
    const raw = atob($(id).textContent), all = new Uint8Array(raw.length);
    for (let i = 0; i < all.length; i++) all[i] = raw.charCodeAt(i);
    return all;
  };
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

  // Counters at an instant, in an object that every call fills again.
  const tally = {};
  const counts = (t) => {
    const c = (k) => upTo(events[k], t);
    if (allStops.length) tally["standing"] = upTo(stopped, t) - upTo(droveOn, t);
    if (hasTrucks) {
      const crossed = c(EXIT), returned = c(BACK_EXIT), delivered = upTo(deliveredAt, t);
      tally["begun"] = c(ASSIGNED);
      tally["queue-out"] = c(QUEUED) - c(ENTER);
      tally["on-bridge"] = c(ENTER) - crossed + c(BACK_ENTER) - returned;
      tally["crossed"] = crossed;
      tally["delivered"] = delivered;
      tally["tonnes"] = milligrams[delivered] / 1e9;
      tally["queue-back"] = c(BACK_QUEUED) - c(BACK_ENTER);
      tally["returned"] = returned;
    }
    if (hasVehicles) {
      const [out, back] = vehicles, crossed = upTo(out.left, t) + upTo(back.left, t);
      tally["vehicles-out"] = upTo(out.joined, t) - upTo(out.entered, t);
      tally["vehicles-on"] = upTo(out.entered, t) + upTo(back.entered, t) - crossed;
      tally["vehicles-back"] = upTo(back.joined, t) - upTo(back.entered, t);
      tally["vehicles-crossed"] = crossed;
    }
    return tally;
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
  const ZONES = ["", loading, exportCustoms, "", importCustoms, unloading, ""];
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
  // Until when a truck stays where it is, the instant that was located last, and the zones in which something has changed since then.
  const until = new Float64Array(trucks), isChanged = new Uint8Array(Z_BRIDGE_BACK + 1);
  let located = NaN;
  const find = (r, t) => {
    const list = tripsOf[r];
    let low = 0, high = list.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (times[list[mid] * TIMES + ASSIGNED] <= t) low = mid + 1; else high = mid;
    }
    const next = low < list.length ? times[list[low] * TIMES + ASSIGNED] : Infinity;
    if (low === 0) {
      zone[r] = Z_IDLE; waits[r] = 1; since[r] = 0; trip[r] = -1; loaded[r] = 0; until[r] = next;
      return;
    }
    const i = list[low - 1], o = i * TIMES;
    let k = ASSIGNED;
    while (k < AVAILABLE && times[o + k + 1] <= t) k++;
    zone[r] = PLACE[k][0]; waits[r] = PLACE[k][1]; since[r] = times[o + k]; trip[r] = i;
    loaded[r] = k >= LOADED && k < UNLOADED ? 1 : backCargo[i] >= 0 && k >= BACK_LOADED && k < BACK_UNLOADED ? 2 : 0;
    until[r] = k < AVAILABLE ? Math.min(next, times[o + k + 1]) : next;
  };
  const drive = (r, t) => {
    const took = until[r] === Infinity ? crossing[zone[r] - Z_BRIDGE_OUT] : until[r] - since[r];
    share[r] = Math.min(1, (t - since[r]) / Math.max(1, took));
    if (allStops.length) {
      const key = 2 * trip[r] + (zone[r] === Z_BRIDGE_OUT ? 0 : 1), corners = ways.get(key);
      if (corners) share[r] = along(corners, t);
      isStanding[r] = stands(stops.get(key), t) ? 1 : 0;
    }
  };
  // Places every truck; says whether one came to another place. Forward in time only those are looked for whose time has come.
  const locate = (t) => {
    const isForward = t >= located;
    let isMoved = false;
    for (let r = 0; r < trucks; r++) {
      if (!isForward || t >= until[r]) {
        isChanged[zone[r]] = 1;
        find(r, t);
        isChanged[zone[r]] = 1;
        isMoved = true;
      }
      if (zone[r] >= Z_BRIDGE_OUT) drive(r, t);
    }
    located = t;
    return isMoved;
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

  // Where the lane's turn lies: a direction passes while one of its own is on the bridge, or follows within ten minutes with none of the other between.
  const LULL = 10 * 60e3;
  const entries = [[ENTER, EXIT], [BACK_ENTER, BACK_EXIT]].map(([enter, exit], w) => ({
    trucks: [events[enter], events[exit]], vehicles: [Float64Array.from(vehicles[w].entered).sort(), Float64Array.from(vehicles[w].left).sort()],
  }));
  const onLane = (w, t) => upTo(entries[w].trucks[0], t) - upTo(entries[w].trucks[1], t)
    + upTo(entries[w].vehicles[0], t) - upTo(entries[w].vehicles[1], t);
  // The last entry by an instant and the next one, of each direction.
  const nearby = [new Float64Array(2), new Float64Array(2)];
  const around = (w, t) => {
    const near = nearby[w];
    near[0] = -Infinity;
    near[1] = Infinity;
    for (const [list] of [entries[w].trucks, entries[w].vehicles]) {
      const k = upTo(list, t);
      if (k > 0) near[0] = Math.max(near[0], list[k - 1]);
      if (k < list.length) near[1] = Math.min(near[1], list[k]);
    }
    return near;
  };
  const turns = [false, false];
  const passes = (t) => {
    const out = around(0, t), back = around(1, t);
    for (let w = 0; w < 2; w++) {
      const own = w ? back : out, other = w ? out : back;
      turns[w] = onLane(w, t) > 0 || own[0] > other[0] && own[1] < other[1] && own[1] - own[0] <= LULL;
    }
    return turns;
  };
  const waiting = (w, t) => {
    const [begin, end] = w ? [BACK_QUEUED, BACK_ENTER] : [QUEUED, ENTER], way = vehicles[w];
    return upTo(events[begin], t) - upTo(events[end], t) + upTo(way.joined, t) - upTo(way.entered, t);
  };
  const closed = (t) => facts.closures.some((span) => span[0] <= t && t < span[1]);
  // Servers of a zone's station that are on duty; 0 where that is not known.
  const STATION = [, 0, 1, , 2, 3];
  const servers = (z, t) => {
    const station = facts.stations[STATION[z]];
    if (!station[3].length) return station[2];
    let sum = 0;
    for (const duty of station[3]) if (duty[0] <= t && t < duty[1]) sum += duty[2];
    return sum;
  };

  // What a truck does from an instant to the next one that its trip has.
  const DOES = [];
  DOES[ASSIGNED] = ["wait", loading]; DOES[LOAD] = ["serve", loading]; DOES[LOADED] = [hasFurther ? "road" : "wait", exportCustoms];
  DOES[EXPORT] = ["serve", exportCustoms]; DOES[EXPORTED] = ["to-bridge"]; DOES[QUEUED] = ["queue-out"]; DOES[ENTER] = ["cross-out"];
  DOES[EXIT] = ["wait", importCustoms]; DOES[IMPORT] = ["serve", importCustoms]; DOES[IMPORTED] = [hasFurther ? "road" : "wait", unloading];
  DOES[UNLOAD] = ["serve", unloading]; DOES[UNLOADED] = ["turn"]; DOES[BACK_QUEUED] = ["queue-back"]; DOES[BACK_ENTER] = ["cross-back"];
  DOES[BACK_EXIT] = ["home"];
  if (hasFurther) {
    DOES[ROAD_OUT] = ["wait", exportCustoms]; DOES[FAR_ROAD_OUT] = ["wait", unloading];
    DOES[BACK_TAKEN] = ["wait-load"]; DOES[BACK_LOAD] = ["load-back"]; DOES[BACK_LOADED] = ["road", exporting];
    DOES[FAR_ROAD_BACK] = ["wait", exporting]; DOES[BACK_EXPORT] = ["serve", exporting]; DOES[BACK_EXPORTED] = ["to-bridge"];
    DOES[BACK_IMPORT] = ["serve", importing]; DOES[BACK_IMPORTED] = ["road", unloading]; DOES[ROAD_BACK] = ["wait-unload"];
    DOES[BACK_UNLOAD] = ["unload-back"]; DOES[BACK_UNLOADED] = ["home"];
  }
  // What a truck does between two times, in order: from, until, what, where, trip.
  const doings = (r, from, until) => {
    const all = [];
    for (const i of tripsOf[r]) {
      const o = i * TIMES;
      if (times[o] >= until) break;
      for (let k = 0; k < TIMES; k++) {
        const begin = times[o + k], end = k + 1 < TIMES ? Math.min(times[o + k + 1], facts.end) : begin;
        if (begin === Infinity || !DOES[k] || end - begin < 1000 || end <= from || begin >= until) continue;
        all.push({ from: begin, until: end, what: DOES[k][0], where: DOES[k][1], trip: i, isOpen: times[o + k + 1] === Infinity });
      }
    }
    return all;
  };

  // Every instant of every trip, sorted when first asked for.
  let sortedMoments = null;
  const allMoments = () => {
    const all = new Float64Array(n * TIMES);
    let m = 0;
    for (let i = 0; i < all.length; i++) if (times[i] <= facts.end) all[m++] = times[i];
    return all.subarray(0, m).sort();
  };
  // The next or last instant at which a truck's trip goes on.
  const stepFrom = (t, forward) => {
    const moments = sortedMoments ??= allMoments();
    const k = upTo(moments, t);
    if (forward) return k < moments.length ? moments[k] : facts.end;
    let j = k - 1;
    while (j >= 0 && moments[j] >= t) j--;
    return j >= 0 ? moments[j] : 0;
  };
  // When the two queues together are longest, between two times.
  const longest = (from, until) => {
    let most = -1, at = from;
    for (const list of [events[QUEUED], events[BACK_QUEUED], vehicles[0].joined, vehicles[1].joined]) {
      for (let k = upTo(list, from - 1); k < list.length && list[k] < until; k++) {
        const queue = waiting(0, list[k]) + waiting(1, list[k]);
        if (queue > most || queue === most && list[k] < at) { most = queue; at = list[k]; }
      }
    }
    return most > 0 ? at : null;
  };

  return {
    facts, DAY, HOUR, ZONES, Z_IDLE, Z_LOAD, Z_EXPORT, Z_OUT, Z_IMPORT, Z_UNLOAD, Z_BACK, Z_BRIDGE_OUT, Z_BRIDGE_BACK, hasTrucks, hasVehicles,
    trucks, zone, waits, since, share, trip, loaded, isStanding, isChanged, cargo, backCargo, load, backLoad, vehicles, vehicleWays, vehicleStops, allStops,
    most, used, upTo, counts, locate, along, stands, passes, onLane, waiting, closed, servers, doings, stepFrom, longest,
  };
})();
