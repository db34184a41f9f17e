// The reading room: two articles side by side, or one alone; permanent links to claims, conflicts, passages, stretches.

const data = dataOf("data");
const byId = new Map(data.articles.map((article, place) => [article.id, Object.assign(article, { place })]));
const left = element("left");
const right = element("right");
const panes = { left: element("pane-left"), right: element("pane-right") };
const say = (words) => {
  element("said").textContent = words;
};
let now = -1;
let shown = [];

// Who shares which passages with whom.
const pairKey = (a, b) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
const passagesOf = new Map();
const partnersOf = new Map(data.articles.map((article) => [article.id, new Map()]));
for (const passage of data.passages) {
  const [, a, , , b, , , , words] = passage;
  const key = pairKey(a, b);
  if (!passagesOf.has(key)) passagesOf.set(key, []);
  passagesOf.get(key).push(passage);
  partnersOf.get(a).set(b, (partnersOf.get(a).get(b) || 0) + words);
  partnersOf.get(b).set(a, (partnersOf.get(b).get(a) || 0) + words);
}
const best = (doc) => [...partnersOf.get(doc)].sort((a, b) => b[1] - a[1]);

const option = (value, words) => {
  const node = make("option", "", words);
  node.value = value;
  return node;
};
// The right list names first who shares most with the left article.
const offerPartners = () => {
  const kept = right.value;
  const partners = best(left.value);
  const sharing = make("optgroup");
  sharing.label = "Shares passages";
  sharing.append(...partners.map(([doc, words]) => option(doc, `${byId.get(doc).label}, ${words.toLocaleString("en")} shared words`)));
  const others = make("optgroup");
  others.label = "No shared passage found";
  const known = new Set([left.value, ...partners.map(([doc]) => doc)]);
  others.append(...data.articles.filter((a) => !known.has(a.id)).map((a) => option(a.id, a.label)));
  right.replaceChildren(option("", "nothing: the left article alone"), ...[sharing, others].filter((g) => g.children.length));
  right.value = kept === left.value || !byId.has(kept) ? "" : kept;
};
const choose = (a, b) => {
  left.value = a;
  offerPartners();
  right.value = b && b !== a ? b : "";
};

const drawKey = (alone, article) => {
  const key = element("key");
  key.replaceChildren();
  const entry = (className, sample, words) => {
    const item = make("li");
    const swatch = make("i", className, sample);
    swatch.setAttribute("aria-hidden", "true");
    item.append(swatch, ` ${words}`);
    key.append(item);
  };
  if (alone) {
    const used = new Set(article.stretches.map((stretch) => stretch[2]));
    for (const [content, words] of Object.entries(data.contents)) {
      if (used.has(content)) entry(`filled content-${content}`, "\u00a0a\u00a0", words);
    }
    for (const note of new Set(article.stretches.map((stretch) => stretch[4])))
      if (note) entry("filled inferred content-wire", "\u00a0a\u00a0", `origin ${note}`);
    const letters = [...new Set(article.stretches.map((stretch) => stretch[3]))].filter(Boolean).sort();
    for (const letter of letters) key.append(make("li", "", `${letter}: ${data.origins[letter]}`));
    if (!used.size) key.append(make("li", "", "Nothing is known of its stretches."));
  } else {
    entry("shared-1", "\u00a0\u00a0", "shared passage");
    entry("shared-3", "\u00a0\u00a0", "several passages overlap");
  }
  key.hidden = false;
};

const show = (spots = []) => {
  const [a, b] = [byId.get(left.value), byId.get(right.value)];
  if (!a) return;
  const alone = !b;
  element("panes").classList.toggle("alone", alone);
  element("panes").hidden = false;
  shown = alone ? [] : [...(passagesOf.get(pairKey(a.id, b.id)) || [])];
  shown.sort((p, q) => sideOf(p, a.id)[0] - sideOf(q, a.id)[0] || sideOf(q, a.id)[1] - sideOf(p, a.id)[1]);
  const ownMarks = alone ? [...kindMarks(a), ...stretchMarks(a, data.contents, data.origins)] : passageMarks(shown, a.id, b);
  drawText(panes.left, a, [...ownMarks, ...spotMarks(a.id, spots)], a.colour);
  if (b) drawText(panes.right, b, [...passageMarks(shown, b.id, a), ...spotMarks(b.id, spots)], b.colour);
  drawKey(alone, a);
  now = -1;
  for (const id of ["before", "after", "partner"]) element(id).disabled = shown.length === 0;
  const passages = `${shown.length} shared ${shown.length === 1 ? "passage" : "passages"}`;
  say(alone ? `${a.label} alone` : `${passages} in ${a.label} and ${b.label}`);
};

const centre = (pane, node) => {
  const top = node.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  pane.scrollTop = Math.max(0, top - pane.clientHeight / 3);
};
const remember = (fragment) => history.replaceState(null, "", `#${encodeURIComponent(fragment)}`);

// Mark a passage in both panes; the keyboard goes to its number in `side`.
const goTo = (number, side) => {
  now = shown.findIndex((passage) => passage[0] === number);
  if (now < 0) return;
  for (const [name, pane] of Object.entries(panes)) {
    for (const span of pane.querySelectorAll("[data-passages]")) {
      span.classList.toggle("now", span.dataset.passages.includes(` ${number} `));
    }
    const badge = pane.querySelector(`[data-number="${number}"]`);
    if (!badge) continue;
    centre(pane, badge);
    if (name === side) badge.focus({ preventScroll: true });
  }
  say(`${sayPassage(shown[now])}; ${now + 1} of ${shown.length}`);
  remember(`passage=${passageId(shown[now])}`);
};
const inRight = () => panes.right.contains(document.activeElement);
const step = (by) => {
  if (!shown.length) return;
  const next = now < 0 ? (by > 0 ? 0 : shown.length - 1) : (now + by + shown.length) % shown.length;
  goTo(shown[next][0], inRight() ? "right" : "left");
};
const partner = () => {
  if (shown.length) goTo(shown[Math.max(now, 0)][0], inRight() ? "left" : "right");
};
// Of passages that lie over each other the shortest is meant.
const shortest = (span, doc) => {
  const numbers = new Set(span.dataset.passages.trim().split(/\s+/).map(Number));
  const size = (passage) => sideOf(passage, doc)[1] - sideOf(passage, doc)[0];
  return shown.filter((passage) => numbers.has(passage[0])).sort((p, q) => size(p) - size(q))[0][0];
};

const claimSpots = (claim) => [
  { doc: claim[0], start: claim[3], end: claim[4], className: "sentence" },
  { doc: claim[0], start: claim[1], end: claim[2], className: "claim" },
];
const reveal = (focusOn) => {
  for (const pane of Object.values(panes)) {
    for (const span of pane.querySelectorAll(".claim")) span.replaceChildren(make("mark", "", span.textContent));
  }
  element("desk").scrollIntoView();
  for (const pane of Object.values(panes)) {
    const first = pane.querySelector(".claim") || pane.querySelector(".cut");
    if (first) centre(pane, first);
  }
  focusOn.focus({ preventScroll: true });
};
const open = {
  article: (id) => {
    if (!byId.has(id)) return;
    choose(id, "");
    show();
    reveal(panes.left);
  },
  // at=doc:start-end: any stretch of any article.
  at: (place) => {
    const [, doc, start, end] = /^(.*):(\d+)-(\d+)$/s.exec(place) || [];
    if (!byId.has(doc)) return;
    choose(doc, "");
    show([{ doc, start: Number(start), end: Number(end), className: "claim" }]);
    say(`${byId.get(doc).label}, letters ${start} to ${end}`);
    reveal(panes.left);
  },
  claim: (id) => {
    const claim = Object.hasOwn(data.claims, id) && data.claims[id];
    if (!claim) return;
    choose(claim[0], "");
    show(claimSpots(claim));
    say(`${claim[5]}: ${claim[6]}, ${claim[7]}`);
    reveal(panes.left);
  },
  conflict: (id) => {
    const [a, b] = (Object.hasOwn(data.conflicts, id) ? data.conflicts[id] : []).map((claim) => data.claims[claim]);
    if (!a || !b) return;
    choose(a[0], b[0]);
    show([...claimSpots(a), ...claimSpots(b)]);
    say(`${a[5]}: ${a[6]} (${a[7]}) against ${b[6]} (${b[7]})`);
    reveal(panes.left);
  },
  passage: (id) => {
    const passage = data.passages.find((entry) => passageId(entry) === id);
    if (!passage) return;
    choose(passage[1], passage[4]);
    show();
    element("desk").scrollIntoView();
    goTo(passage[0], "left");
  },
  cut: (id) => {
    if (!Object.hasOwn(data.cuts, id)) return;
    const [doc, sibling, spans] = data.cuts[id];
    choose(doc, sibling);
    show(spans.map(([start, end]) => ({ doc: sibling, start, end, className: "cut" })));
    const sentences = spans.length === 1 ? "1 sentence" : `${spans.length} sentences`;
    say(`Underlined in ${byId.get(sibling).label}: ${sentences} that ${byId.get(doc).label} lacks`);
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
  for (const [side, pane] of Object.entries(panes)) {
    const other = side === "left" ? "right" : "left";
    pane.addEventListener("click", (event) => {
      const badge = event.target.closest("[data-number]");
      const span = event.target.closest("[data-passages]");
      if (badge) goTo(Number(badge.dataset.number), other);
      else if (span && String(getSelection()) === "") goTo(shortest(span, (side === "left" ? left : right).value), other);
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
  element("desk").addEventListener("submit", (event) => event.preventDefault());
  left.addEventListener("change", () => {
    const [first] = best(left.value);
    choose(left.value, right.value && first ? first[0] : "");
    show();
  });
  right.addEventListener("change", () => {
    show();
    if (!right.value) remember(`article=${left.value}`);
  });
  left.append(...data.articles.map((article) => option(article.id, article.label)));
  element("desk").hidden = false;
  // The pair that shares most opens first; without one, the first article alone.
  let [most, pair] = [0, [data.articles[0].id, ""]];
  for (const [doc, partners] of partnersOf) {
    for (const [other, words] of partners) if (words > most) [most, pair] = [words, [doc, other]];
  }
  choose(...pair);
  show();
  addEventListener("hashchange", follow);
  // A link to the place where one already is opens it again.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.open");
    if (link && link.hash === location.hash) follow();
  });
  if (location.hash) follow();
}

element("copy").hidden = false;
element("copy").addEventListener("click", async () => {
  const paragraph = element("paragraph");
  getSelection().selectAllChildren(paragraph);
  try {
    await navigator.clipboard.writeText(paragraph.textContent.trim());
    element("copied").textContent = "Copied.";
  } catch {
    element("copied").textContent = "Selected: copy it with the keys of your system.";
  }
});
