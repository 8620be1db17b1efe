"use strict";
// Charts answer: a pointer, a finger or the arrow keys read values, and below each chart are its data and its picture to save.
(() => {
  const words = JSON.parse(document.getElementById("words").textContent);
  const SVG = "http://www.w3.org/2000/svg";
  const locale = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;

  const format = (value, spread) => {
    if (value === null) return words["chart.none"];
    const size = spread > 0 ? spread / 10 : Math.abs(value) / 1000;
    const decimals = size > 0 ? Math.min(4, Math.max(0, Math.ceil(-Math.log10(size)))) : 0;
    return value.toLocaleString(locale, { maximumFractionDigits: decimals }).replace("-", "−");
  };
  const shown = (entry) => {
    const { value, low, high } = entry;
    if (low === undefined || low === null || high === null || !(high > low)) return format(value, 0);
    const up = high - value, down = value - low;
    return Math.abs(up - down) <= 0.02 * (up + down)
      ? `${format(value, up)} ± ${format((up + down) / 2, up)}`
      : `${format(value, high - low)} (${format(low, high - low)} ${words["chart.to"]} ${format(high, high - low)})`;
  };

  // What there is to read in a panel, in order: places with a value of each series, or single dots and cells.
  const entriesOf = (panel) => {
    const single = panel.reading === "POINT" || panel.reading === "CELL", found = new Map(), all = [];
    panel.groups.forEach((group) => group.series.forEach((series) => group.at.forEach((at, i) => {
      const entry = { name: series.name, color: series.color, value: series.value[i], low: series.low?.[i], high: series.high?.[i] };
      const text = group.text[i];
      if (single) {
        all.push({ at, y: series.row ?? series.value[i], text, rows: [entry] });
      } else if (found.has(text)) {
        found.get(text).rows.push(entry);
      } else {
        const place = { at, text, rows: [entry] };
        found.set(text, place);
        all.push(place);
      }
    })));
    return all.sort(panel.reading === "CELL" ? (a, b) => b.y - a.y || a.at - b.at : (a, b) => a.at - b.at);
  };

  const save = (name, type, content) => {
    const url = content instanceof Blob ? URL.createObjectURL(content) : URL.createObjectURL(new Blob([content], { type }));
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  };

  const csv = (data) => {
    const cell = (v) => v === null || v === undefined ? "" : /[",\n]/.test(v) ? `"${String(v).replaceAll("\"", "\"\"")}"` : String(v);
    const rows = [["panel", "series", "at", "place", "value", "low", "high"]];
    data.panels.forEach((panel) => panel.groups.forEach((group) => group.series.forEach((s) => group.at.forEach((at, i) => {
      rows.push([panel.value, s.name, group.text[i], at, s.value[i], s.low?.[i], s.high?.[i]]);
    }))));
    return rows.map((row) => row.map(cell).join(",") + "\n").join("");
  };

  // The light colours, whatever the page shows: what is saved goes onto paper.
  const light = () => {
    const root = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).find((rule) => rule.selectorText === ":root");
    return (name) => root.style.getPropertyValue(name).trim();
  };
  const picture = (figure, data) => {
    const svg = [...figure.querySelectorAll("svg.chart")].find((s) => s.getClientRects().length) || figure.querySelector("svg.chart");
    const copy = svg.cloneNode(true), [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
    copy.querySelectorAll(".reading").forEach((g) => g.remove());
    const color = light(), head = 44;
    copy.setAttribute("xmlns", SVG);
    copy.setAttribute("viewBox", `0 0 ${width + 16} ${height + head + 8}`);
    copy.setAttribute("width", width + 16);
    copy.setAttribute("height", height + head + 8);
    copy.removeAttribute("class");
    copy.removeAttribute("data-areas");
    copy.setAttribute("font-family", "'Liberation Sans', Arial, Helvetica, sans-serif");
    const all = document.createElementNS(SVG, "g");
    all.setAttribute("transform", `translate(8 ${head})`);
    [...copy.childNodes].filter((n) => !["title", "desc"].includes(n.nodeName)).forEach((n) => all.append(n));
    const paper = document.createElementNS(SVG, "rect");
    paper.setAttribute("width", "100%");
    paper.setAttribute("height", "100%");
    paper.setAttribute("fill", "#ffffff");
    paper.setAttribute("stroke", "none");
    const line = (text, y, size, weight) => {
      const t = document.createElementNS(SVG, "text");
      t.textContent = text;
      for (const [k, v] of [["x", 8], ["y", y], ["font-size", size], ["font-weight", weight], ["fill", "#262626"], ["stroke", "none"]]) t.setAttribute(k, v);
      return t;
    };
    copy.append(paper, line(data.title, 18, 14, 600), line(data.subtitle, 35, 11, 400), all);
    const text = new XMLSerializer().serializeToString(copy).replace(/var\((--[a-z]+)\)/g, (_, name) => color(name));
    return { text, width: width + 16, height: height + head + 8 };
  };
  const png = (figure, data, done) => {
    const drawn = picture(figure, data), image = new Image(), scale = 4;
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(drawn.width * scale);
      canvas.height = Math.round(drawn.height * scale);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(done, "image/png");
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(drawn.text);
  };

  const element = (tag, className, text) => {
    const e = document.createElement(tag);
    e.className = className;
    if (text !== undefined) e.textContent = text;
    return e;
  };

  const figures = [...document.querySelectorAll("figure")].filter((f) => f.querySelector(".chart-data"));
  let open = null;
  const close = () => {
    if (!open) return;
    open.tip.hidden = true;
    open.mark.remove();
    open = null;
  };

  figures.forEach((figure) => {
    let data = null, panels = null;
    const read = () => {
      if (!data) {
        data = JSON.parse(figure.querySelector(".chart-data").textContent);
        panels = data.panels.map((panel) => ({ ...panel, entries: entriesOf(panel) }));
      }
      return panels;
    };
    const tip = element("div", "tip"), said = element("p", "hidden");
    tip.hidden = true;
    said.setAttribute("aria-live", "polite");
    const mark = document.createElementNS(SVG, "g");
    mark.setAttribute("class", "reading");
    mark.setAttribute("aria-hidden", "true");
    const shape = (tag, attributes) => {
      const e = document.createElementNS(SVG, tag);
      for (const key in attributes) e.setAttribute(key, attributes[key]);
      mark.append(e);
    };

    const drawings = [...figure.querySelectorAll(".wide, .narrow")].map((holder) => {
      const svg = holder.querySelector("svg");
      const areas = JSON.parse(svg.getAttribute("data-areas"));
      const toX = (p, v) => areas[p][0] + areas[p][2] * (v - areas[p][4]) / (areas[p][5] - areas[p][4]);
      const toY = (p, v) => areas[p][1] + areas[p][3] * (1 - (v - areas[p][6]) / (areas[p][7] - areas[p][6]));
      return { holder, svg, areas, toX, toY };
    });

    const show = (drawing, p, i, aloud) => {
      const panel = read()[p], entry = panel.entries[i];
      if (!entry) return;
      if (open && open.tip !== tip) close();
      open = { tip, mark, drawing, p, i, entry };
      const { svg, areas, toX, toY, holder } = drawing, [left, top, width, height] = areas[p];
      mark.replaceChildren();
      let x = left + width, y = top;
      if (panel.reading === "X") {
        x = toX(p, entry.at);
        shape("path", { d: `M${x} ${top}V${top + height}`, stroke: "var(--ink)", "stroke-width": 1, fill: "none", "stroke-dasharray": "none" });
      } else if (panel.reading === "Y") {
        y = toY(p, entry.at);
        x = left + width * 0.6;
        shape("path", { d: `M${left} ${y}H${left + width}`, stroke: "var(--ink)", "stroke-width": 1, fill: "none", "stroke-dasharray": "none" });
      } else if (panel.reading === "CELL") {
        x = toX(p, entry.at + 0.5);
        y = toY(p, entry.y + 0.5);
        shape("rect", { x: toX(p, entry.at - 0.5), y, width: x - toX(p, entry.at - 0.5), height: toY(p, entry.y - 0.5) - y, stroke: "var(--ink)", "stroke-width": 2, fill: "none" });
      } else {
        x = toX(p, entry.at);
        y = toY(p, entry.y);
        shape("circle", { cx: x, cy: y, r: 5, stroke: "var(--ink)", "stroke-width": 2, fill: "none" });
      }
      svg.append(mark);
      tip.replaceChildren(element("p", "tip-at", panel.at ? `${panel.at}: ${entry.text}` : entry.text));
      const told = panel.reading === "Y" && entry.rows.some((row) => row.value) ? entry.rows.filter((row) => row.value) : entry.rows;
      told.forEach((row) => {
        const line = element("p", "tip-row");
        if (row.color) {
          const dot = document.createElementNS(SVG, "svg"), square = document.createElementNS(SVG, "rect");
          dot.setAttribute("viewBox", "0 0 10 10");
          square.setAttribute("width", "10");
          square.setAttribute("height", "10");
          square.setAttribute("fill", row.color.startsWith("--") ? `var(${row.color})` : row.color);
          dot.append(square);
          line.append(dot);
        }
        line.append(element("span", "", row.name), element("strong", "", shown(row)));
        tip.append(line);
      });
      if (panel.value) tip.append(element("p", "tip-unit", panel.value));
      tip.hidden = false;
      const box = svg.getBoundingClientRect(), home = figure.getBoundingClientRect(), scale = box.width / svg.viewBox.baseVal.width;
      const at = box.left - home.left + x * scale, room = home.width - tip.offsetWidth;
      tip.style.left = `${Math.max(0, Math.min(room, at + 12 <= room ? at + 12 : at - tip.offsetWidth - 12))}px`;
      tip.style.top = `${Math.max(0, box.top - home.top + (panel.reading === "X" ? top : y) * scale + 4)}px`;
      if (aloud) said.textContent = [entry.text, ...told.map((row) => `${row.name}: ${shown(row)}`), panel.value].join(", ");
      holder.dataset.at = entry.text;
    };

    const nearest = (drawing, event) => {
      const box = drawing.svg.getBoundingClientRect(), scale = drawing.svg.viewBox.baseVal.width / box.width;
      const x = (event.clientX - box.left) * scale, y = (event.clientY - box.top) * scale;
      // The panel that the pointer is in; beside one that tells nothing, such as a second clock, the nearest that does.
      let p = -1, aside = 40;
      drawing.areas.forEach(([left, top, width, height], k) => {
        const outX = Math.max(left - x, x - left - width, 0), outY = Math.max(top - y, y - top - height, 0);
        if (outX <= 8 && outY < aside && read()[k]?.entries.length) { p = k; aside = outY; }
      });
      if (p < 0) return null;
      const { reading, entries } = read()[p];
      let best = -1, least = Infinity;
      entries.forEach((entry, i) => {
        const dx = reading === "Y" ? 0 : drawing.toX(p, entry.at) - x;
        const dy = reading === "X" ? 0 : drawing.toY(p, reading === "Y" ? entry.at : entry.y) - y;
        const far = dx * dx + dy * dy;
        if (far < least) { least = far; best = i; }
      });
      return best < 0 ? null : [p, best];
    };

    const step = (drawing, key) => {
      const here = open && open.drawing === drawing ? open : null, all = read();
      const filled = all.map((_, k) => k).filter((k) => all[k].entries.length);
      if (!filled.length) return;
      if (!here) { show(drawing, filled[0], 0, true); return; }
      const { reading, entries } = all[here.p], last = entries.length - 1;
      const along = reading === "Y" ? { ArrowUp: 1, ArrowDown: -1 } : { ArrowRight: 1, ArrowLeft: -1 };
      const ends = { Home: 0, End: last, PageUp: Math.max(0, here.i - 10), PageDown: Math.min(last, here.i + 10) };
      if (key in along) show(drawing, here.p, Math.min(last, Math.max(0, here.i + along[key])), true);
      else if (key in ends) show(drawing, here.p, ends[key], true);
      else if (reading === "CELL") {
        const columns = entries.filter((e) => e.y === entries[0].y).length;
        show(drawing, here.p, Math.min(last, Math.max(0, here.i + (key === "ArrowDown" ? columns : -columns))), true);
      } else {
        const next = filled[(filled.indexOf(here.p) + (key === "ArrowDown" || key === "ArrowRight" ? 1 : filled.length - 1)) % filled.length];
        const text = entries[here.i].text, same = all[next].entries.findIndex((e) => e.text === text);
        show(drawing, next, Math.max(0, same), true);
      }
    };

    drawings.forEach((drawing) => {
      const { holder } = drawing;
      holder.classList.add("drawing");
      holder.tabIndex = 0;
      holder.setAttribute("role", "application");
      holder.setAttribute("aria-label", `${figure.querySelector("h2, h3").textContent}. ${words["chart.keys"]}`);
      const point = (event) => {
        const hit = nearest(drawing, event);
        if (hit) show(drawing, ...hit, false); else close();
      };
      holder.addEventListener("pointermove", point);
      holder.addEventListener("pointerdown", point);
      holder.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") close(); });
      holder.addEventListener("blur", close);
      holder.addEventListener("keydown", (event) => {
        if (event.key === "Escape") close();
        else if (/^(Arrow(Left|Right|Up|Down)|Home|End|Page(Up|Down))$/.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey) {
          event.preventDefault();
          step(drawing, event.key);
        }
      });
    });

    // A row a truck: pressing it shows the truck in the replay, and the truck chosen there has a frame here.
    const trucks = JSON.parse(figure.querySelector(".chart-trucks")?.textContent ?? "[]");
    if (trucks.length && document.getElementById("replay-scene")) {
      const top = Math.max(trucks.length, 3) - 1;
      const follow = () => {
        const [truck, t] = trucks[top - open.entry.at];
        location.hash = `#t=${t}&truck=${truck}`;
      };
      drawings.forEach(({ holder }) => {
        let before = null;
        holder.addEventListener("pointerdown", () => { before = open?.entry; }, { capture: true });
        // A first touch tells of a row, a second one follows it; a mouse has told before it presses.
        holder.addEventListener("click", (event) => {
          if (open && open.tip === tip && (event.pointerType === "mouse" || open.entry === before)) follow();
        });
        holder.addEventListener("keydown", (event) => { if (event.key === "Enter" && open && open.tip === tip) follow(); });
        holder.setAttribute("aria-label", `${holder.getAttribute("aria-label")} ${words["chart.follow"]}`);
      });
      document.addEventListener("truck", (event) => {
        figure.querySelectorAll(".chosen").forEach((frame) => frame.remove());
        trucks.forEach(([truck], row) => {
          if (truck !== event.detail) return;
          drawings.forEach(({ svg, areas, toY }) => {
            const y = toY(0, top - row + 0.5), frame = document.createElementNS(SVG, "rect");
            const place = { x: areas[0][0], y, width: areas[0][2], height: toY(0, top - row - 0.5) - y };
            for (const [key, value] of Object.entries({ ...place, class: "reading chosen", fill: "none", stroke: "var(--ink)", "stroke-width": 2 })) {
              frame.setAttribute(key, value);
            }
            svg.append(frame);
          });
        });
      });
    }

    const name = `${document.title.split(" · ")[0]}-${figure.id.replace(/^chart-/, "")}`.replace(/[^\p{L}\p{N}._-]+/gu, "-");
    const bar = element("p", "save", words["chart.save"] + " ");
    const button = (label, about, act) => {
      const b = element("button", "", label);
      b.type = "button";
      b.setAttribute("aria-label", `${about}: ${figure.querySelector("h2, h3").textContent}`);
      b.addEventListener("click", () => { read(); act(); });
      bar.append(b, " ");
    };
    button("CSV", words["chart.csv"], () => save(`${name}.csv`, "text/csv", csv(data)));
    button("SVG", words["chart.svg"], () => save(`${name}.svg`, "image/svg+xml", picture(figure, data).text));
    button("PNG", words["chart.png"], () => png(figure, data, (blob) => save(`${name}.png`, "image/png", blob)));
    figure.append(tip, said, bar);
  });
  addEventListener("beforeprint", close);
})();
