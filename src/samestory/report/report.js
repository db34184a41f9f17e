"use strict";
// Tables that sort and filter, and the reading room. Letters of articles are only ever set as text.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = new Map(data.articles.map((article) => [article.id, article]));
  const order = new Map(data.articles.map((article, place) => [article.id, place]));
  const element = (id) => document.getElementById(id);
  const make = (name, className, text) => {
    const node = document.createElement(name);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  };

  // ---- tables -------------------------------------------------------------------------------
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const sortTable = (table, head) => {
    const heads = [...table.tHead.rows[0].cells];
    const column = heads.indexOf(head);
    const down = head.getAttribute("aria-sort") === "ascending";
    heads.forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows].map((row) => {
      const cell = row.cells[column];
      return { row, words: cell.textContent, order: cell.dataset.order };
    });
    const compare = (a, b) => {
      if (a.order !== undefined && b.order !== undefined) return Number(a.order) - Number(b.order);
      if (a.order !== undefined || b.order !== undefined) return a.order === undefined ? 1 : -1;
      return collator.compare(a.words, b.words);
    };
    rows.sort((a, b) => (down ? compare(b, a) : compare(a, b)));
    table.tBodies[0].append(...rows.map((entry) => entry.row));
  };
  for (const table of document.querySelectorAll("table[data-listing]")) {
    for (const head of table.tHead.rows[0].cells) {
      head.firstElementChild.addEventListener("click", () => sortTable(table, head));
    }
  }
  for (const input of document.querySelectorAll("input[data-filter]")) {
    const table = document.querySelector(`table[data-listing="${input.dataset.filter}"]`);
    const said = input.closest("p").querySelector("output");
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      const rows = table.tBodies[0].rows;
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) shown += 1;
      }
      said.textContent = words.length ? `${shown} of ${rows.length} rows` : "";
    });
  }

  // ---- reading room -------------------------------------------------------------------------
  // The marks of the figures' key, in words; kept in the order of the figures.
  const CONTENTS = {
    wire: "wire copy",
    statement: "quoted statement",
    background: "shared background",
    template: "same words, other numbers",
    furniture: "page furniture",
  };
  const left = element("left");
  const right = element("right");
  const panes = { left: element("pane-left"), right: element("pane-right") };
  let now = -1;
  let numbers = [];

  const sidesOf = (passage, doc) =>
    passage[1] === doc ? [passage[2], passage[3]] : [passage[5], passage[6]];
  const between = (a, b) =>
    data.passages.filter((p) => (p[1] === a && p[4] === b) || (p[1] === b && p[4] === a));

  // Positions are code points; a text is taken apart once, when it is first shown.
  const lettersOf = (article) => {
    if (!article.letters) article.letters = article.chunks.map(([start, text]) => [start, Array.from(text)]);
    return article.letters;
  };

  // A mark is { start, end, apply(span, depth), open(parent) }. Marks may nest and overlap: the text
  // is cut at every end of every mark, and each piece carries all marks that cover it.
  const draw = (pane, article, marks) => {
    pane.replaceChildren();
    pane.setAttribute("aria-label", article.label);
    pane.className = `article-${order.get(article.id) % 8}`;
    pane.append(make("h3", "", article.label));
    const text = make("p", "text");
    marks.sort((a, b) => a.start - b.start || b.end - a.end);
    const whole = article.chunks.length === 1 && article.chunks[0][0] === 0;
    for (const [offset, letters] of lettersOf(article)) {
      if (!whole) text.append(make("span", "gap", " […] "));
      const end = offset + letters.length;
      const cuts = new Set([offset, end]);
      for (const mark of marks) {
        if (mark.start > offset && mark.start < end) cuts.add(mark.start);
        if (mark.end > offset && mark.end < end) cuts.add(mark.end);
      }
      const places = [...cuts].sort((a, b) => a - b);
      let next = marks.findIndex((mark) => mark.start >= offset);
      if (next < 0) next = marks.length;
      let open = marks.slice(0, next).filter((mark) => mark.end > offset);
      for (let i = 0; i + 1 < places.length; i += 1) {
        const [from, to] = [places[i], places[i + 1]];
        open = open.filter((mark) => mark.end > from);
        while (next < marks.length && marks[next].start <= from) {
          if (marks[next].end > from) {
            open.push(marks[next]);
            if (marks[next].open) marks[next].open(text);
          }
          next += 1;
        }
        const piece = make("span", "", letters.slice(from - offset, to - offset).join(""));
        const depth = open.filter((mark) => mark.layer).length;
        for (const mark of open) mark.apply(piece, depth);
        text.append(piece);
      }
    }
    pane.append(text);
    pane.scrollTop = 0;
  };

  const passageMarks = (passages, doc, other) =>
    passages.map((passage) => {
      const [start, end] = sidesOf(passage, doc);
      return {
        start,
        end,
        layer: true,
        apply: (span, depth) => {
          span.classList.add(`shared-${Math.min(depth, 3)}`);
          span.dataset.passages = `${span.dataset.passages || ""} ${passage[0]} `;
        },
        open: (parent) => {
          const badge = make("button", "badge", String(passage[0]));
          badge.type = "button";
          badge.dataset.number = passage[0];
          badge.setAttribute(
            "aria-label",
            `Passage ${passage[0]}, ${passage[7].replace("_", " ")}, ${passage[8]} words: go to it in ${other.label}`,
          );
          parent.append(badge);
        },
      };
    });

  const stretchMarks = (article) =>
    article.stretches.map(([start, end, content, letter, inferred]) => ({
      start,
      end,
      apply: (span) => {
        span.classList.add("filled", `content-${content}`);
        if (inferred) span.classList.add("inferred");
        const origin = letter ? `: ${data.origins[letter]}${inferred ? " (inferred)" : ""}` : "";
        if (CONTENTS[content]) span.title = CONTENTS[content] + origin;
      },
      open: letter ? (parent) => parent.append(make("span", `letter filled content-${content}`, ` ${letter}`)) : null,
    }));

  const spotMarks = (doc, spots) =>
    spots
      .filter((spot) => spot.doc === doc)
      .map(({ start, end, className }) => ({ start, end, apply: (span) => span.classList.add(className) }));

  const drawKey = (alone, article) => {
    const key = element("key");
    key.replaceChildren();
    const entry = (className, words) => {
      const item = make("li");
      item.append(make("i", className, "\u00a0\u00a0"), ` ${words}`);
      key.append(item);
    };
    if (!alone) {
      entry("shared-1", "shared passage");
      entry("shared-3", "several passages overlap");
    } else {
      const used = new Set(article.stretches.map((stretch) => stretch[2]));
      for (const [content, words] of Object.entries(CONTENTS)) {
        if (used.has(content)) entry(`filled content-${content}`, words);
      }
      const letters = [...new Set(article.stretches.map((stretch) => stretch[3]))].filter(Boolean).sort();
      for (const letter of letters) key.append(make("li", "", `${letter}: ${data.origins[letter]}`));
    }
    key.hidden = false;
  };

  const show = (spots = []) => {
    const a = byId.get(left.value);
    const b = byId.get(right.value === left.value ? "" : right.value);
    if (!a) return;
    const alone = !b;
    element("panes").classList.toggle("alone", alone);
    element("panes").hidden = false;
    const passages = alone ? [] : between(a.id, b.id);
    draw(panes.left, a, [...(alone ? stretchMarks(a) : passageMarks(passages, a.id, b)), ...spotMarks(a.id, spots)]);
    if (b) draw(panes.right, b, [...passageMarks(passages, b.id, a), ...spotMarks(b.id, spots)]);
    drawKey(alone, a);
    numbers = passages.sort((p, q) => sidesOf(p, a.id)[0] - sidesOf(q, a.id)[0]).map((p) => p[0]);
    now = -1;
    for (const id of ["before", "after", "partner"]) element(id).disabled = alone || numbers.length === 0;
    element("said").textContent = alone
      ? `${a.label} alone`
      : `${numbers.length} shared ${numbers.length === 1 ? "passage" : "passages"}`;
  };

  const centre = (pane, node) => {
    const top = node.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
    pane.scrollTop = Math.max(0, top - pane.clientHeight / 3);
  };

  // Mark passage `number` in both panes; the keyboard goes to its badge in `side`.
  const goTo = (number, side) => {
    now = numbers.indexOf(number);
    for (const [name, pane] of Object.entries(panes)) {
      for (const span of pane.querySelectorAll("[data-passages]")) {
        span.classList.toggle("now", span.dataset.passages.includes(` ${number} `));
      }
      const badge = pane.querySelector(`[data-number="${number}"]`);
      if (!badge) continue;
      centre(pane, badge);
      if (name === side) badge.focus({ preventScroll: true });
    }
    const passage = data.passages.find((entry) => entry[0] === number);
    element("said").textContent = `Passage ${number}: ${passage[7].replace("_", " ")}, ${passage[8]} words`;
  };
  const step = (by) => {
    if (!numbers.length) return;
    const next = now < 0 ? (by > 0 ? 0 : numbers.length - 1) : (now + by + numbers.length) % numbers.length;
    goTo(numbers[next], document.activeElement && panes.right.contains(document.activeElement) ? "right" : "left");
  };
  const partner = () => {
    if (numbers.length) goTo(numbers[Math.max(now, 0)], panes.right.contains(document.activeElement) ? "left" : "right");
  };

  const smallest = (span, doc) =>
    span.dataset.passages
      .trim()
      .split(/\s+/)
      .map(Number)
      .map((number) => data.passages.find((passage) => passage[0] === number))
      .sort((p, q) => sidesOf(p, doc)[1] - sidesOf(p, doc)[0] - sidesOf(q, doc)[1] + sidesOf(q, doc)[0])[0][0];

  for (const [side, pane] of Object.entries(panes)) {
    const other = side === "left" ? "right" : "left";
    pane.addEventListener("click", (event) => {
      const badge = event.target.closest("[data-number]");
      const span = event.target.closest("[data-passages]");
      if (badge) goTo(Number(badge.dataset.number), other);
      else if (span && String(getSelection()) === "") goTo(smallest(span, (side === "left" ? left : right).value), other);
    });
    pane.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "n") step(1);
      if (event.key === "p") step(-1);
    });
  }
  element("after").addEventListener("click", () => step(1));
  element("before").addEventListener("click", () => step(-1));
  element("partner").addEventListener("click", partner);
  for (const select of [left, right]) {
    select.addEventListener("change", () => {
      show();
      if (!right.value) history.replaceState(null, "", `#article=${encodeURIComponent(left.value)}`);
    });
  }

  // ---- permanent links ----------------------------------------------------------------------
  const claimSpots = (claim) => [
    { doc: claim[0], start: claim[3], end: claim[4], className: "sentence" },
    { doc: claim[0], start: claim[1], end: claim[2], className: "claim" },
  ];
  const reveal = (focusOn) => {
    element("room").scrollIntoView();
    for (const pane of Object.values(panes)) {
      for (const span of pane.querySelectorAll(".claim")) span.replaceChildren(make("mark", "", span.textContent));
      const first = pane.querySelector(".claim") || pane.querySelector(".cut");
      if (first) centre(pane, first);
    }
    focusOn.focus({ preventScroll: true });
  };
  const open = {
    article: (id) => {
      if (!byId.has(id)) return;
      [left.value, right.value] = [id, ""];
      show();
      reveal(panes.left);
    },
    claim: (id) => {
      const claim = data.claims[id];
      if (!claim) return;
      const beside = right.value && right.value !== claim[0] ? right.value : "";
      [left.value, right.value] = [claim[0], beside];
      show(claimSpots(claim));
      element("said").textContent = `${claim[5]}: ${claim[6]}, ${claim[7]}`;
      reveal(panes.left);
    },
    conflict: (id) => {
      const [a, b] = (data.conflicts[id] || []).map((claim) => data.claims[claim]);
      if (!a || !b) return;
      [left.value, right.value] = [a[0], a[0] === b[0] ? "" : b[0]];
      show([...claimSpots(a), ...claimSpots(b)]);
      element("said").textContent = `${a[5]}: ${a[6]} (${a[7]}) against ${b[6]} (${b[7]})`;
      reveal(panes.left);
    },
    passage: (id) => {
      const passage = data.passages.find((entry) => entry[9] === id);
      if (!passage) return;
      [left.value, right.value] = [passage[1], passage[4]];
      show();
      element("room").scrollIntoView();
      goTo(passage[0], "left");
    },
    cut: (id) => {
      if (!Object.hasOwn(data.cuts, id)) return;
      const [doc, sibling, spans] = data.cuts[id];
      [left.value, right.value] = [doc, sibling];
      show(spans.map(([start, end]) => ({ doc: sibling, start, end, className: "cut" })));
      element("said").textContent = `Underlined: ${spans.length} of its sentences that the left article lacks`;
      reveal(panes.right);
    },
  };
  const follow = () => {
    let fragment = location.hash.slice(1);
    try {
      fragment = decodeURIComponent(fragment);
    } catch {
      return;
    }
    const cut = fragment.indexOf("=");
    const kind = fragment.slice(0, cut);
    if (cut > 0 && Object.hasOwn(open, kind)) open[kind](fragment.slice(cut + 1));
    else if (fragment.startsWith("table-") && element(fragment)) element(fragment).open = true;
  };

  if (data.articles.length) {
    document.querySelector(".desk").hidden = false;
    document.querySelector(".desk").addEventListener("submit", (event) => event.preventDefault());
    // The pair that shares most opens first; without one, the first article alone.
    const words = new Map();
    for (const p of data.passages) words.set(`${p[1]}\n${p[4]}`, (words.get(`${p[1]}\n${p[4]}`) || 0) + p[8]);
    const [best] = [...words].sort((a, b) => b[1] - a[1]);
    [left.value, right.value] = best ? best[0].split("\n") : [data.articles[0].id, ""];
    show();
  }
  addEventListener("hashchange", follow);
  // A link to the place where one already is opens it again.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.open");
    if (link && link.hash === location.hash) follow();
  });
  if (location.hash) follow();
})();
