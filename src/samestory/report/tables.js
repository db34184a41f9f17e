"use strict";
// Tables that sort and filter. Their rows are data; some are drawn, and more as a reader scrolls.
// Letters of articles are only ever set as text.

const element = (id) => document.getElementById(id);
const make = (name, className, text) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
};
const dataOf = (id) => JSON.parse(element(id).textContent);

const STEP = 100;
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
// A cell is its words, or [words, number to sort by, fragment to follow].
const wordsOf = (cell) => (typeof cell === "string" ? cell : cell[0]);
const orderOf = (cell) => (typeof cell === "string" ? null : cell[1]);

const drawCell = (cell) => {
  const node = make("td", orderOf(cell) === null ? "" : "number");
  const target = typeof cell === "string" ? "" : cell[2];
  if (target) {
    const link = make("a", "open", wordsOf(cell));
    link.href = `#${encodeURIComponent(target)}`;
    node.append(link);
  } else {
    node.textContent = wordsOf(cell);
  }
  return node;
};

// What is no number comes after the numbers, in either direction.
const compareCells = (a, b, down) => {
  const [first, second] = [orderOf(a), orderOf(b)];
  if ((first === null) !== (second === null)) return first === null ? 1 : -1;
  const by = first === null ? collator.compare(wordsOf(a), wordsOf(b)) : first - second;
  return down ? -by : by;
};

const startTable = (table) => {
  const { listing } = table.dataset;
  const body = table.tBodies[0];
  const box = element(`table-${listing}`);
  const [more, input, said] = [".more", "input[type=search]", "output"].map((part) => box.querySelector(part));
  let rows = null;
  let chosen = [];

  const load = () => {
    if (rows) return;
    rows = dataOf(`rows-${listing}`).map((cells) => ({ cells, text: "" }));
    chosen = rows;
  };
  const drawMore = () => {
    load();
    const from = body.rows.length;
    for (const { cells } of chosen.slice(from, from + STEP)) {
      const row = make("tr");
      row.append(...cells.map(drawCell));
      body.append(row);
    }
    const left = chosen.length - body.rows.length;
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(left, STEP)} more of ${left.toLocaleString("en")}`;
  };
  const redraw = () => {
    body.replaceChildren();
    drawMore();
  };
  const textOf = (row) => {
    if (!row.text) row.text = row.cells.map(wordsOf).join("\n").toLowerCase();
    return row.text;
  };

  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    head.firstElementChild.addEventListener("click", () => {
      load();
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const compare = (a, b) => compareCells(a.cells[column], b.cells[column], down);
      if (chosen !== rows) chosen.sort(compare);
      rows.sort(compare);
      redraw();
    });
  });
  input.addEventListener("input", () => {
    load();
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    chosen = words.length ? rows.filter((row) => words.every((word) => textOf(row).includes(word))) : rows;
    said.textContent = words.length ? `${chosen.length.toLocaleString("en")} of ${rows.length.toLocaleString("en")} rows` : "";
    redraw();
  });
  more.addEventListener("click", drawMore);
  new IntersectionObserver(
    (entries) => {
      if (!more.hidden && entries.some((entry) => entry.isIntersecting)) drawMore();
    },
    { root: table.parentElement, rootMargin: "300px" },
  ).observe(more);
};

for (const table of document.querySelectorAll("table[data-listing]")) startTable(table);
for (const filter of document.querySelectorAll(".filter")) filter.hidden = false;

// Figures fit the screen; enlarged they scroll.
const large = element("large");
for (const button of document.querySelectorAll("[data-enlarge]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const picture = button.closest("figure").querySelector("img");
    const [title, copy] = [large.querySelector("h2"), large.querySelector("img")];
    title.textContent = button.closest("figure").querySelector("h3").textContent;
    [copy.src, copy.alt] = [picture.src, picture.alt];
    large.showModal();
  });
}
