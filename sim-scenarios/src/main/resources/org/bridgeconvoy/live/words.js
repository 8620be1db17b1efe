// Numbers and sentences of the page.

const UNITS = { "trucks/d": "trucks a day", "t/d": "t a day", "vehicles/d": "vehicles a day" };
const SIGNS = { AT_LEAST: "at least", AT_MOST: "at most", MORE_THAN: "more than", LESS_THAN: "less than" };

/** Digits after the point such that the half-width shows two of its own. */
function digits(half, mean) {
  const size = half > 0 ? half : Math.abs(mean) / 100;
  return size > 0 ? Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(size)))) : 0;
}

/** A mean with its half-width. */
function interval(e, unit) {
  if (!(e.n > 0)) return "n/a";
  const d = digits(e.halfWidth, e.mean);
  const half = Number.isNaN(e.halfWidth) ? "" : ` \u00b1 ${e.halfWidth.toFixed(d)}`;
  const said = UNITS[unit] ?? unit;
  return `${e.mean.toFixed(d)}${half}${said ? " " + said : ""}`;
}

/** BETTER, WORSE, or nothing where chance or taste decides. */
function verdict(metric, d) {
  if (!(Math.abs(d.mean) > d.halfWidth) || !["MORE", "LESS"].includes(metric.better)) return "";
  return d.mean > 0 === (metric.better === "MORE") ? "BETTER" : "WORSE";
}

/** A paired difference in words. */
function difference(metric, d) {
  if (!(d.n > 0)) return "n/a";
  if (d.mean === 0 && d.halfWidth === 0) return "no difference";
  const said = digits(d.halfWidth, d.mean);
  const size = `${Math.abs(d.mean).toFixed(said)} \u00b1 ${d.halfWidth.toFixed(said)}`;
  const word = verdict(metric, d).toLowerCase();
  const end = Math.abs(d.mean) <= d.halfWidth ? ", undecided" : word ? `, ${word}` : "";
  return `${size} ${d.mean < 0 ? "less" : "more"}${end}`;
}

/** The words for a metric: those of the answer that asks for it, else its own. */
function words(told, metric) {
  return told.answers.find((a) => a.metric === metric.name)?.says ?? metric.text;
}

/** The metrics of the cards: those of the answers, then what every page of a run shows. */
function cards(told) {
  const plain = told.metrics.filter((m) => !m.percentile);
  const of = (prominence) => plain.filter((m) => m.prominence === prominence).map((m) => m.name);
  const names = new Set([...told.answers.map((a) => a.metric), ...of("HEADLINE"), ...of("MAIN")]);
  const chosen = [...names].map((name) => plain.find((m) => m.name === name)).filter(Boolean);
  return chosen.slice(0, Math.max(8, told.answers.length));
}

/** The answer in a sentence, from the row of the first card. */
function sentence(told, row, atBase) {
  if (!row) return "This scenario has no number to show.";
  const answer = told.answers.find((a) => a.metric === row.metric.name);
  const bound = answer?.bound === undefined ? NaN : Number(answer.bound);
  const more = answer?.relation === "AT_LEAST" || answer?.relation === "MORE_THAN";
  const low = row.now.mean - row.now.halfWidth;
  const high = row.now.mean + row.now.halfWidth;
  const holds = more ? low >= bound : high <= bound;
  const fails = more ? high < bound : low > bound;
  const lead = Number.isNaN(bound) ? "" : holds ? "Yes: " : fails ? "No: " : "Cannot be told yet: ";
  const asked = Number.isNaN(bound) ? "" : `; ${SIGNS[answer.relation]} ${bound} asked for`;
  const moved = atBase || !row.difference ? "" : ` (${difference(row.metric, row.difference)}; base ${interval(row.base, "")})`;
  return `${lead}${interval(row.now, answer ? "" : row.metric.unit)} ${words(told, row.metric)}${moved}${asked}.`;
}

/** What limits, in a sentence. */
function limiting(found) {
  return `${found.title}: ${found.reason}`;
}
