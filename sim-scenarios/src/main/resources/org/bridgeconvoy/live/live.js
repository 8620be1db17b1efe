// The page. The scripts beside this one stand above it in the page's one script, which its workers run as well.

/** Most replications of a picture that does not stand still. */
const MOST = 200;
/** Milliseconds for which a reader must let things be before an answer is refined: whoever pulls a slider has the workers at once. */
const REST = 150;
/** A picture stands still when the half-width of every card is below this share of its mean. */
const STILL = 0.01;
/** Replications of one job: a worker hears of a move between two. */
const JOB = 5;
/** Most replications in which what limits is looked for; each tries some twenty worlds. */
const LIMITS = 30;
/** A module with one structure type, the least that needs garbage collection. */
const LEAST = [0, 97, 115, 109, 1, 0, 0, 0, 1, 3, 1, 95, 0];

if (typeof document === "undefined") work();
else page().catch((e) => {
  const old = document.getElementById("old");
  old.hidden = false;
  old.textContent += ` (${e.message})`;
  document.getElementById("live").hidden = true;
});

/** When the next frame is painted; a page that is not shown gets none. */
function frame() {
  return new Promise((yes) => {
    if (document.hidden) yes();
    else requestAnimationFrame(() => setTimeout(yes));
  });
}

async function page() {
  const $ = (id) => document.getElementById(id);
  if (!WebAssembly.validate(Uint8Array.from(LEAST))) throw new Error("this browser has no WebAssembly with garbage collection");
  const data = JSON.parse($("data").textContent);
  const model = pool(Math.min(4, Math.max(2, navigator.hardwareConcurrency || 2)));

  /** Replications of an answer before it is refined. */
  const FIRST = data.first.replications;
  const base = world(data.yaml, [], data.seed);
  /** The base by seed: what is compared with has the same random numbers. */
  const bases = new Map([[data.seed, base]]);
  let state = origin();
  let past = [];
  let about = { ...data.about, yaml: data.yaml, seed: data.seed };
  let keys = null;
  let now = null;
  /** What the picture shows, and how wide it may be. */
  let day = null;
  let room = 0;
  let drawing = 0;
  let sliders = [];
  let added = [];

  buttons();
  fromFragment();
  addEventListener("hashchange", () => {
    fromFragment();
    show();
  });
  $("old").hidden = true;
  $("live").hidden = false;
  show();
  // One frame for each part, so that none holds the page long; the workers come last, for a machine with two processors would share them with the picture.
  await frame();
  $("numbers").hidden = false;
  await frame();
  $("change").hidden = false;
  sliders = data.knobs.map((knob, i) => slider(`knob-${i}`, knob.label, knob.help, knob.spots.map((s) => s.label), (spot) => move(i, spot)));
  showSliders();
  $("knobs").append(...sliders.map((s) => s.box));
  if (sliders.length === 0) $("knobs").append(element("p", {}, "The page came without sliders: add a key below, or change the text."));
  await frame();
  new ResizeObserver(([{ contentRect }]) => {
    if (Math.round(contentRect.width) === room) return;
    room = Math.round(contentRect.width);
    drawSoon();
  }).observe($("day"));
  await frame();
  document.documentElement.dataset.built = "true";
  const code = URL.createObjectURL(new Blob([$("program").textContent], { type: "text/javascript" }));
  await model.start(code, [...document.querySelectorAll("script.wasm")].map((part) => part.textContent));

  function world(yaml, sets, seed) {
    return { yaml, sets, seed, values: new Map(), days: [], gap: null, done: 0, limits: null };
  }

  function origin() {
    return { spots: data.knobs.map((k) => k.base), added: [], text: data.yaml };
  }

  function sets() {
    const moved = data.knobs.flatMap((k, i) => (state.spots[i] === k.base ? [] : k.spots[state.spots[i]].sets));
    const named = state.added.filter(([, value]) => value !== null && value !== "").map(([path, value]) => `${path}=${value}`);
    return [...moved, ...named];
  }

  /** Goes to another state; one undo for one pull at a slider. */
  function change(next, pulled = null) {
    const last = past.at(-1);
    if (!last || pulled === null || last.pulled !== pulled || performance.now() - last.when > 800) past.push({ state, pulled });
    past.at(-1).when = performance.now();
    state = { ...state, ...next };
    show();
  }

  function move(i, spot) {
    change({ spots: state.spots.with(i, spot) }, `slider ${i}`);
  }

  function buttons() {
    $("undo").addEventListener("click", () => {
      const before = past.pop();
      if (before) restore(before.state);
    });
    $("reset").addEventListener("click", () => {
      past.push({ state, pulled: null });
      restore(origin());
    });
    $("share").addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(location.href);
        say("The link is on the clipboard.");
      } catch {
        say(location.href);
      }
    });
    $("yaml").addEventListener("click", async () => {
      const asked = await model.desk.call("describe", [state.text, sets()]);
      if (!asked.resolved) return;
      save(`${asked.name}-live.yaml`, "text/yaml", asked.resolved);
      say(`Run it: ./convoy run ${asked.name}-live.yaml`);
    });
    $("picture").addEventListener("click", () => {
      const svg = $("day").querySelector("svg");
      if (svg) save("day.svg", "image/svg+xml", standalone(svg));
    });
    $("add").addEventListener("submit", (e) => {
      e.preventDefault();
      addKey($("key").value.trim());
    });
    let typing = 0;
    $("text").addEventListener("input", () => {
      clearTimeout(typing);
      typing = setTimeout(() => change({ text: $("text").value }, "text"), 300);
    });
  }

  function restore(to) {
    state = to;
    $("text").value = state.text;
    show();
  }

  function say(said) {
    $("said").textContent = said;
  }

  // Keys by name.
  async function loadKeys() {
    const text = state.text;
    if (keys?.text === text) return;
    const got = await model.desk.call("keys", [text, []]);
    if (text !== state.text || got.length === 0) return;
    keys = { text, all: new Map(got.map((key) => [key.path, key])) };
    $("keys").replaceChildren(...got.map((key) => element("option", { value: key.path }, key.value ?? "not set")));
    added = [];
    showAdded();
  }

  function addKey(path) {
    const key = keys?.all.get(path);
    if (!key) return say(keys ? `No number, hours or choice of the scenario is called '${path}'.` : "The keys are not read yet.");
    $("key").value = "";
    say("");
    if (!state.added.some(([known]) => known === path)) change({ added: [...state.added, [path, null]] });
    document.getElementById(`added-${state.added.findIndex(([known]) => known === path)}`)?.focus();
  }

  /** Makes the controls of added keys anew if they are others than before. */
  function showAdded() {
    const wanted = keys ? state.added : [];
    if (added.map((a) => a.path).join() !== wanted.map(([path]) => path).join()) {
      added = wanted.map(([path, value], i) => {
        const key = keys.all.get(path) ?? { path, kind: "TEXT", words: [], about: "" };
        const set = (to) => change({ added: state.added.map((a) => (a[0] === path ? [path, to === (key.value ?? "") ? null : to] : a)) }, path);
        const remove = () => {
          change({ added: state.added.filter(([known]) => known !== path) });
          $("key").focus();
        };
        return { path, base: key.value ?? "", ...addedKnob(key, i, value ?? key.value ?? "", set, remove) };
      });
      $("added").replaceChildren(...added.map((a) => a.box));
    }
    added.forEach((a, i) => a.show(state.added[i][1] ?? a.base));
  }

  // The state in the fragment: the places of the sliders, the added keys, the text if it was changed.
  function fragment() {
    const told = {};
    if (state.spots.some((s, i) => s !== data.knobs[i].base)) told.k = state.spots;
    if (state.added.length) told.a = state.added;
    if (state.text !== data.yaml) told.t = state.text;
    return Object.keys(told).length ? "#" + encodeURIComponent(JSON.stringify(told)) : "";
  }

  function fromFragment() {
    state = origin();
    try {
      const told = location.hash.length > 1 ? JSON.parse(decodeURIComponent(location.hash.slice(1))) : {};
      const isPair = (a) => Array.isArray(a) && typeof a[0] === "string" && (a[1] === null || typeof a[1] === "string");
      state = {
        spots: data.knobs.map((k, i) => (Number.isInteger(told.k?.[i]) && k.spots[told.k[i]] ? told.k[i] : k.base)),
        added: Array.isArray(told.a) ? told.a.filter(isPair) : [],
        text: typeof told.t === "string" ? told.t : data.yaml,
      };
    } catch {
      say("The state in this link cannot be read; this is the base.");
    }
    $("text").value = state.text;
  }

  function showSliders() {
    sliders.forEach((s, i) => s.show(state.spots[i], data.knobs[i].base));
  }

  function show() {
    const told = fragment();
    if (location.hash !== told) history.replaceState(null, "", told || location.pathname + location.search);
    showSliders();
    showAdded();
    $("undo").disabled = past.length === 0;
    $("reset").disabled = !told;
    ask().catch((e) => say(`The model failed: ${e.message}`));
  }

  // Asks for the state that is shown. What workers still do for an earlier one is not taken.
  async function ask() {
    const given = sets();
    const asked = state.text === data.yaml && given.length === 0 ? base : world(state.text, given, null);
    const begun = performance.now();
    const wanted = () => now === asked;
    now = asked;
    delete document.documentElement.dataset.done;
    model.alone();
    if (asked === base && base.done === 0) firstAnswer(begun);
    await model.ready;
    // The picture that stands there and the slider's new place are painted before the workers take the processors.
    await frame();
    if (!wanted()) return;
    const told = await describe(asked, wanted);
    if (!wanted()) return;
    if (told.problems.length) return problems(told.problems, told.more);
    asked.seed ??= given.findLast((set) => /^seed=-?\d+$/.test(set))?.slice("seed=".length) ?? told.seed;
    if (!bases.has(asked.seed)) bases.set(asked.seed, world(data.yaml, [], asked.seed));
    const ground = bases.get(asked.seed);
    for (let to = FIRST; wanted(); to = Math.min(MOST, 2 * to)) {
      const got = await Promise.all([upTo(asked, to, wanted), asked === ground ? null : upTo(ground, to, wanted)]);
      if (!wanted()) return;
      const wrong = got.find((g) => g?.problems?.length);
      if (wrong) return problems(wrong.problems, wrong.more);
      const rows = await table(told, ground, asked, to, wanted);
      if (!rows || !wanted()) return;
      problems([], 0);
      draw(told, ground, asked, rows);
      if (to === FIRST) {
        if (asked === base) confirm(rows);
        answered(rows, begun);
        document.documentElement.dataset.ran = "true";
        await gap(ground, asked, wanted);
      }
      if (isStill(rows) || to >= MOST) break;
      await new Promise((rested) => setTimeout(rested, begun + REST - performance.now()));
    }
    if (!wanted()) return;
    document.documentElement.dataset.done = "true";
    await loadKeys();
    await limits(told, ground, asked, wanted);
  }

  /** The answer that the page came with. */
  function firstAnswer(begun) {
    const { estimates, day: mean, replications } = data.first;
    const rows = cards(about).map((metric) => {
      const { n, mean, halfWidth } = estimates[metric.name];
      const e = { n, mean: mean ?? NaN, halfWidth: halfWidth ?? NaN };
      return { metric, base: e, now: e, difference: null };
    });
    const shown = { ...base, days: mean.length ? [[0, 1, 2, 3].map((c) => mean.slice(c * 97, (c + 1) * 97))] : [], done: replications };
    draw(about, shown, shown, rows);
    $("state").textContent = `${replications} replications, seed ${data.seed}, run when this page was made; the model is starting`;
    answered(rows, begun);
  }

  /** Holds the answer that the page came with to the model's own: both have the same bits. */
  function confirm(rows) {
    const other = rows.filter(({ metric, now: { n, mean, halfWidth } }) => {
      const said = data.first.estimates[metric.name];
      return said.n !== n || !Object.is(said.mean ?? NaN, mean) || !Object.is(said.halfWidth ?? NaN, halfWidth);
    });
    if (other.length) say(`This browser has other numbers than the program that made the page, in ${other.map((row) => row.metric.name).join(", ")}. Please report it.`);
  }

  /** What the text says, read once for each text. */
  async function describe(asked, wanted) {
    if (about.yaml === asked.yaml) return about;
    const read = await model.desk.call("describe", [asked.yaml, []], wanted);
    if (read && read.problems.length === 0) about = { ...read, yaml: asked.yaml };
    return read;
  }

  // What tests look at: the answer of the first replications, and when it stood there.
  function answered(rows, begun) {
    window.convoyFirst = Object.fromEntries(rows.map((row) => [row.metric.name, { mean: row.now.mean, half: row.now.halfWidth }]));
    performance.mark("first-answer");
    document.documentElement.dataset.first = Math.round(performance.now() - begun);
  }

  // Lets the workers run the replications that a world lacks up to a number.
  async function upTo(it, to, wanted) {
    const from = it.done + 1;
    const jobs = [];
    const size = Math.max(1, Math.min(JOB, Math.ceil((to - it.done) / model.hands.length)));
    for (let r = from; r <= to; r += size) jobs.push([r, Math.min(to, r + size - 1)]);
    if (jobs.length === 0) return null;
    const parts = await Promise.all(jobs.map(([first, last], i) =>
      model.hands[i % model.hands.length].call("answers", [it.yaml, it.sets, it.seed, first, last], wanted)));
    const wrong = parts.find((p) => p?.problems?.length);
    if (wrong) return wrong;
    if (parts.some((p) => p === null) || it.done + 1 !== from) return null;
    for (const part of parts) {
      for (const [name, values] of part.values) it.values.set(name, [...(it.values.get(name) ?? []), ...values]);
      it.days.push(...part.day);
    }
    it.done = to;
    return null;
  }

  /** Of each card its metric, the means of base and now over the same replications, and their paired difference. */
  async function table(told, ground, asked, count, wanted) {
    const metrics = cards(told);
    const of = (it, name) => (it.values.get(name) ?? []).slice(0, count);
    const rows = await model.desk.call("table", [metrics.map((m) => ({ base: of(ground, m.name), now: of(asked, m.name) }))], wanted);
    return rows?.map((row, i) => ({ metric: metrics[i], ...row }));
  }

  function isStill(rows) {
    return rows.every(({ now: e }) => !(e.halfWidth > STILL * Math.abs(e.mean)));
  }

  function draw(told, ground, asked, rows) {
    const atBase = asked === ground;
    $("cards").replaceChildren(...rows.map(({ metric, base: b, now: e, difference: d }) => {
      const row = element("tr", { "data-metric": metric.name });
      row.append(
        element("th", { scope: "row" }, words(told, metric)),
        element("td", { "data-label": "Base" }, interval(b, metric.unit)),
        element("td", { "data-label": "Now", class: "now", title: `${e.mean} \u00b1 ${e.halfWidth}` }, interval(e, metric.unit)),
        element("td", { "data-label": "Difference", class: atBase || !d ? "" : verdict(metric, d) }, atBase || !d ? "\u2013" : difference(metric, d)));
      return row;
    }));
    $("sentence").textContent = sentence(told, rows[0], atBase);
    $("limits-now").textContent = atBase ? "the base" : asked.limits ? limiting(asked.limits) : "is looked for when the numbers stand still";
    const more = isStill(rows) || asked.done >= MOST ? "" : "; more are running";
    $("state").textContent = `${asked.done} replications, seed ${asked.seed}${more}`;
    day = { now: meanDay(asked.days), base: atBase ? null : meanDay(ground.days), gap: asked.gap };
    drawSoon();
  }

  /** The paired differences of the days, which the picture shows beneath; worked out once, after the answer stands there. */
  async function gap(ground, asked, wanted) {
    if (asked === ground || asked.gap || asked.days.length < 2 || asked.days.length !== ground.days.length) return;
    asked.gap = await model.desk.call("days", [ground.days, asked.days], wanted);
    if (!wanted()) return;
    day = { ...day, gap: asked.gap };
    drawSoon();
  }

  /** The picture waits for the next frame, and is drawn once for all that came before it. */
  function drawSoon() {
    drawing ||= requestAnimationFrame(() => {
      drawing = 0;
      if (!day || !room) return;
      $("day").replaceChildren(day.now ? picture(day.now, day.base, room) : element("p", { class: "note" }, "Nothing crosses the bridge."));
      $("key-list").replaceChildren(...(day.now ? pictureKey(day.now, day.base) : []));
      $("gap").hidden = !day.gap;
      if (!day.gap) return;
      $("gap-picture").replaceChildren(gapPicture(day.gap, room));
      $("gap-list").replaceChildren(...gapKey(day.gap));
    });
  }

  /** What limits the base and what is shown, looked for when all else stands still. */
  async function limits(told, ground, asked, wanted) {
    const count = Math.min(LIMITS, told.replications);
    const said = (it, missing) => (it.limits ? limiting(it.limits) : missing);
    const show = (missing) => {
      $("limits-base").textContent = said(ground, missing);
      $("limits-now").textContent = asked === ground ? "the base" : said(asked, missing);
    };
    for (const it of [ground, asked]) {
      if (!wanted()) return;
      show("being looked for");
      it.limits ??= await model.beside("limits", [it.yaml, it.sets, it.seed, count]);
    }
    if (!wanted()) return;
    show("");
    document.documentElement.dataset.limits = "true";
  }

  function problems(list, more) {
    $("problems").replaceChildren(...list.map((p) => {
      const item = element("li");
      const to = element("button", { type: "button" }, p.text);
      to.addEventListener("click", () => {
        const lines = $("text").value.split("\n");
        const at = lines.slice(0, Math.max(0, p.line - 1)).reduce((n, l) => n + l.length + 1, 0) + Math.max(0, p.column - 1);
        $("text").focus();
        $("text").setSelectionRange(at, at + 1);
      });
      item.append(to);
      return item;
    }));
    if (more) $("problems").append(element("li", {}, `${more} more`));
    if (list.length === 0) return;
    const count = list.length + more;
    $("sentence").textContent = count === 1 ? "This world has a problem, nothing was run." : `This world has ${count} problems, nothing was run.`;
    $("state").textContent = list[0].text;
    document.documentElement.dataset.done = "true";
  }
}
