// A number in the text and its mark in a chart light each other up; arrow keys walk the marks of a chart.
import { say } from "./say.js";

// How long a card waits for a pointer on its way to it, in milliseconds.
const PATIENCE = 400;
const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -1e9, End: 1e9 };
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const boxOf = element => element.getBoundingClientRect();
const [card] = all(".card");
const charts = all("[data-marks]").map(json => ({ figure: json.parentNode, board: json.parentNode.querySelector(".artboards"), ...JSON.parse(json.textContent) }));
let open, lit = [], leaving;

// The marks for data that a chart shows now, in reading order.
function marksOf({ figure, board, marks, states }) {
  const drawn = Object.fromEntries(all("g:not(.off)", board).filter(g => g.getClientRects()[0]).map(g => [g.dataset.key, g]));
  return (states[figure.dataset.state] ?? marks).map(([key, words, ...ids]) => ({ g: drawn[key], words, ids, figure })).filter(mark => mark.g);
}

// Lights up a link or a mark with all that goes with it, and tells of it in the card; nothing puts all out.
function point(of) {
  for (const element of lit) element.classList.remove("pointed");
  card.hidden = !of;
  open = of;
  lit = [];
  if (!of) return;
  const id = of.dataset.figure;
  const marks = charts.flatMap(marksOf).filter(mark => mark.g === of || mark.ids.includes(id));
  const { words = "", ids, figure } = id ? { ids: [id] } : marks[0];
  const [source] = all(`[id="page.figure.${ids[0]}"]`).concat(all(".chart-source", figure));
  lit = [of, ...marks.map(mark => mark.g), ...ids.flatMap(id => all(`[data-figure="${id}"]`))];
  for (const element of lit) element.classList.add("pointed");
  card.firstChild.textContent = words;
  card.replaceChildren(card.firstChild, ...source?.cloneNode(true).childNodes ?? []);
  place();
}

// Below or above what it tells of, or at the edge of the screen: where it covers nothing that is lit, or at least not what
// it tells of.
function place() {
  const own = boxOf(open);
  const { width, height } = boxOf(card);
  const { left, top, bottom } = boxOf(open.closest("p") ?? open);
  const low = innerHeight - height, far = document.body.clientWidth - width;
  const x = Math.max(0, Math.min(left, far));
  const beside = [bottom, top - height, own.bottom, own.top - height].map(y => [x, y]), edges = [[0, low], [0, 0]];
  const freeOf = elements => (far ? [...beside, ...edges] : [...edges, ...beside]).find(([x, y]) => y >= 0 && y <= low && elements.map(boxOf).every(box => box.right < x || box.left > x + width || box.bottom <= y || box.top >= y + height));
  card.style.translate = (freeOf(lit) ?? freeOf([open, ...lit.filter(element => element.matches("g"))]) ?? freeOf([open]) ?? edges[0]).map(at => at + "px").join(" ");
}

// The link under a point, or the mark within 16 pixels: farther and farther out, so that shapes count and not boxes.
function at({ target, clientX, clientY }) {
  const chart = charts.find(({ board }) => board.contains(target));
  if (!chart) return target.closest("a.figure");
  const marks = marksOf(chart).map(mark => mark.g);
  for (let i = 0; i < 64; i++) {
    const g = document.elementFromPoint(clientX + 2 * Math.sqrt(i) * Math.cos(i * 2.4), clientY + 2 * Math.sqrt(i) * Math.sin(i * 2.4))?.closest("g");
    if (marks.includes(g)) return g;
  }
}

for (const { figure, board } of charts)
  Object.assign(board, { tabIndex: 0, role: "application", ariaLabel: figure.ariaLabel ?? all(".chart-title", figure)[0].textContent, ariaDescription: card.nextElementSibling.textContent });

const on = (name, act) => card && addEventListener(name, act);
on("pointermove", event => {
  if (event.pointerType === "touch" || !event.movementX && !event.movementY) return;
  clearTimeout(leaving);
  if (card.contains(event.target)) return;
  const found = at(event);
  if (!found) leaving = setTimeout(point, PATIENCE);
  else if (found !== open) point(found);
});
on("click", event => {
  if (event.pointerType !== "touch" || card.contains(event.target)) return;
  const found = at(event);
  if (found?.href) event.preventDefault();
  point(found === open ? null : found);
});
on("focusin", ({ target }) => target.matches("a.figure:focus-visible") && point(target));
on("focusout", event => card.contains(event.relatedTarget) || point());
on("keydown", event => {
  const { key, code, target } = event;
  if (key === "Escape") point();
  const chart = charts.find(({ board }) => board === target);
  if (!chart || event.altKey || event.ctrlKey || event.metaKey) return;
  if (steps[key]) {
    event.preventDefault();
    const marks = marksOf(chart);
    if (!marks.length) return;
    const { g, words } = marks[Math.max(0, Math.min(marks.findIndex(mark => mark.g === open) + steps[key], marks.length - 1))];
    point(g);
    say(words);
  }
  if (code === "KeyT")
    for (const summary of all(`[id="${chart.figure.id}.numbers"] summary`)) {
      summary.click();
      summary.focus();
    }
});
on("explainer:state", () => open && point(open.href && open));
// What is scrolled out of sight is told of no longer.
const follow = () => open && (boxOf(open).bottom < 0 || boxOf(open).top > innerHeight ? point() : place());
on("scroll", follow);
on("resize", follow);
