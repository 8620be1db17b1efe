// What the reader can change: sliders that the page came with, and keys added by name.

/** The next of 1, 2 and 5 times a power of ten, as a text with its digits after the point. */
function niceStep(rough, whole) {
  const least = whole ? Math.max(1, rough) : rough;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((times) => times * power).find((s) => s >= least * 0.999);
  return { step, decimals: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) };
}

/** Values from half of what stands there to the double, in its unit; null where it is no plain quantity above 0. */
function around(value) {
  const found = /^(\d{1,12}(?:\.\d{1,9})?)(\s*[^\d\s(].*)?$/.exec(value ?? "");
  const number = found ? Number(found[1]) : 0;
  if (!(number > 0)) return null;
  const unit = found[2] ?? "";
  const { step, decimals } = niceStep(number / 10, unit === "" && Number.isInteger(number));
  const values = [];
  for (let k = Math.ceil(number / 2 / step - 1e-9); k * step <= 2 * number * (1 + 1e-9); k++) {
    const at = k * step;
    if (at > 0 && Math.abs(at - number) > step / 1000) values.push(Number(at.toFixed(decimals)));
  }
  values.push(number);
  values.sort((a, b) => a - b);
  return values.map((v) => (v === number ? value : `${v}${unit}`));
}

/** A slider over labels. */
function slider(id, label, help, labels, moved) {
  const box = element("div", { class: "knob" });
  const input = element("input", { type: "range", id, min: 0, max: labels.length - 1, step: 1 });
  const shown = element("output", { for: id, id: `${id}-value` });
  box.append(element("label", { for: id }, label), input, shown, ...helped(input, id, help));
  input.addEventListener("input", () => moved(Number(input.value)));
  return {
    box,
    show(spot, base) {
      input.value = spot;
      input.setAttribute("aria-valuetext", labels[spot]);
      shown.textContent = labels[spot] + (spot === base ? "" : ` (base ${labels[base]})`);
      box.classList.toggle("moved", spot !== base);
    },
  };
}

/** A list of words to choose from, or a text: hours, a distribution, a value that is not set. */
function field(id, label, help, words, changed) {
  const box = element("div", { class: "knob" });
  const input = words.length > 0 ? element("select", { id }) : element("input", { type: "text", id, spellcheck: "false", autocomplete: "off" });
  for (const word of words) input.append(element("option", { value: word }, word === "" ? "not set" : word));
  const shown = element("output", { for: id, id: `${id}-value` });
  box.append(element("label", { for: id }, label), input, shown, ...helped(input, id, help));
  input.addEventListener("change", () => changed(input.value));
  return {
    box,
    show(value, base) {
      if (document.activeElement !== input || input.value === "") input.value = value;
      shown.textContent = value === base ? "" : `base ${base === "" ? "not set" : base}`;
      box.classList.toggle("moved", value !== base);
    },
  };
}

function helped(input, id, help) {
  if (!help) return [];
  input.setAttribute("aria-describedby", `${id}-help`);
  return [element("span", { class: "help", id: `${id}-help` }, help)];
}

/**
 * A key added by name.
 *
 * @param {{path: string, kind: string, value?: string, words: string[], about: string}} key
 * @param {string} value what the reader has set
 */
function addedKnob(key, number, value, changed, removed) {
  const id = `added-${number}`;
  const base = key.value ?? "";
  const labels = key.kind === "NUMBER" ? around(base) : null;
  let made;
  if (labels && (labels.includes(value) || value === "")) {
    const line = slider(id, key.path, key.about, labels, (spot) => changed(labels[spot]));
    made = { box: line.box, show: (now) => line.show(Math.max(0, labels.indexOf(now)), labels.indexOf(base)) };
  } else {
    const words = key.kind === "CHOICE" ? (base === "" ? ["", ...key.words] : key.words) : [];
    const line = field(id, key.path, key.about, words, changed);
    made = { box: line.box, show: (now) => line.show(now, base) };
  }
  const remove = element("button", { type: "button", class: "remove", "aria-label": `Remove ${key.path}` }, "Remove");
  remove.addEventListener("click", removed);
  made.box.append(remove);
  return made;
}
