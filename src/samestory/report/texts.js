// An article's text with marks on it. Positions are code points.

// A text is taken apart once, when it is first shown.
const lettersOf = (article) => {
  if (!article.letters) article.letters = Array.from(article.text);
  return article.letters;
};

// A mark is { start, end, apply(span, depth), open(parent) }. Marks may nest and overlap: the text is cut at
// every end of every mark, and each piece carries all marks that cover it.
const drawMarks = (parent, letters, marks) => {
  const cuts = new Set([0, letters.length]);
  for (const mark of marks) {
    cuts.add(mark.start);
    cuts.add(Math.min(mark.end, letters.length));
  }
  const places = [...cuts].sort((a, b) => a - b);
  let next = 0;
  let open = [];
  for (let i = 0; i + 1 < places.length; i += 1) {
    const [from, to] = [places[i], places[i + 1]];
    open = open.filter((mark) => mark.end > from);
    for (; next < marks.length && marks[next].start <= from; next += 1) {
      open.push(marks[next]);
      if (marks[next].open) marks[next].open(parent);
    }
    const piece = make("span", "", letters.slice(from, to).join(""));
    const depth = open.filter((mark) => mark.layer).length;
    for (const mark of open) mark.apply(piece, depth);
    parent.append(piece);
  }
};

const drawText = (pane, article, marks, colour) => {
  const text = make("p", "text");
  const letters = lettersOf(article);
  // A link may name letters that are not there.
  const there = marks.filter((mark) => mark.start < letters.length);
  drawMarks(text, letters, there.sort((a, b) => a.start - b.start || b.end - a.end));
  pane.replaceChildren(make("h3", "", article.label), text);
  pane.setAttribute("aria-label", article.label);
  pane.className = `article-${colour}`;
  pane.scrollTop = 0;
};

// A passage is [number, doc_a, start_a, end_a, doc_b, start_b, end_b, kind, words].
const sideOf = (passage, doc) => (passage[1] === doc ? [passage[2], passage[3]] : [passage[5], passage[6]]);
const passageId = (p) => `${p[1]}:${p[2]}-${p[3]}~${p[4]}:${p[5]}-${p[6]}`;
const sayPassage = (p) => `Passage ${p[0]}, ${p[7].replace("_", " ")}, ${p[8]} ${p[8] === 1 ? "word" : "words"}`;

const passageMarks = (passages, doc, other) =>
  passages.map((passage) => {
    const [start, end] = sideOf(passage, doc);
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
        badge.setAttribute("aria-label", `${sayPassage(passage)}: go to it in ${other.label}`);
        parent.append(badge);
      },
    };
  });

// What a stretch may be (contents) and the origins by their letters, both in words.
const stretchMarks = (article, contents, origins) =>
  article.stretches.map(([start, end, content, letter, note]) => {
    const origin = letter ? `, ${origins[letter]}${note ? `, ${note}` : ""}` : "";
    const said = contents[content] ? `${contents[content]}${origin}` : "";
    return {
      start,
      end,
      apply: (span) => {
        span.classList.add("filled", `content-${content}`);
        if (note) span.classList.add("inferred");
        if (said) span.title = said;
      },
      open: (parent) => {
        if (!said) return;
        if (letter) parent.append(make("span", `letter filled content-${content}`, letter));
        parent.append(make("span", "quiet", ` [${said}] `));
      },
    };
  });

const kindMarks = (article) =>
  article.kinds.map(([start, end, kind]) => ({
    start,
    end,
    apply: () => {},
    open: (parent) => parent.append(make("span", "kind", kind), " "),
  }));

const spotMarks = (doc, spots) =>
  spots
    .filter((spot) => spot.doc === doc)
    .map(({ start, end, className }) => ({ start, end, apply: (span) => span.classList.add(className) }));
