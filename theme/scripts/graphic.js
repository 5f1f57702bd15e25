// A chart that can be put into any of its states. Marks are found by their place in the drawing; what a state changes
// against the first drawing stands beside the chart as JSON.
const DURATION = 600;
const NUMBER = /-?\d+(?:\.\d+)?/g;
const still = matchMedia("(prefers-reduced-motion: reduce)");
const ease = t => (t < .5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

export class Graphic {
  #figure;
  #boards;
  #title;
  #titles;
  #alt;
  #alts;

  constructor(figure) {
    this.#figure = figure;
    const deltas = JSON.parse(figure.querySelector("[data-deltas]")?.textContent ?? "{}");
    this.#boards = [...figure.querySelectorAll("svg.artboard")].map(svg => new Board(svg, deltas[svg.classList[1]], figure.dataset.state));
    this.#title = figure.querySelector("[data-titles]");
    this.#titles = JSON.parse(this.#title?.dataset.titles || "{}");
    this.#alt = figure.querySelector("[data-alts]");
    this.#alts = JSON.parse(this.#alt?.dataset.alts || "{}");
  }

  show(state, animate) {
    this.#figure.dataset.state = state;
    if (this.#titles[state]) this.#title.textContent = this.#titles[state];
    if (this.#alts[state]) this.#alt.textContent = this.#alts[state];
    for (const board of this.#boards)
      if (board.isVisible) board.show(state, animate && !still.matches);
  }
}

class Board {
  #svg;
  #deltas;
  #marks;
  #shown;
  #frame = 0;

  constructor(svg, deltas, state) {
    this.#svg = svg;
    this.#deltas = deltas ?? {};
    this.#shown = state;
  }

  get isVisible() {
    return this.#svg.getClientRects().length > 0;
  }

  show(state, animate) {
    if (state === this.#shown || !this.#deltas[state]) return;
    this.#marks ??= [...this.#svg.children].map(g => ({ g, lit: !g.classList.contains("unlit"), nodes: [...g.children], base: [...g.children].map(attributes) }));
    this.#shown = state;
    cancelAnimationFrame(this.#frame);
    const { off, set } = this.#deltas[state];
    const gone = new Set(off);
    const moves = [];
    this.#marks.forEach((mark, index) => {
      const { classList } = mark.g;
      const enters = classList.contains("off");
      classList.toggle("off", gone.has(index));
      if (gone.has(index)) return;
      const [lit, ...changes] = set[index] ?? [mark.lit];
      classList.toggle("unlit", !lit);
      const wanted = (set[index] ? changes : mark.nodes).map((change, i) => (typeof change === "string" ? parse(change) : mark.nodes[i]));
      if (wanted.length !== mark.g.children.length || wanted.some((node, i) => node !== mark.g.children[i])) mark.g.replaceChildren(...wanted);
      wanted.forEach((node, i) => {
        if (node !== mark.nodes[i]) return;
        const target = { ...mark.base[i], ...(set[index] ? changes[i] : null) };
        for (const name in target) {
          const from = node.getAttribute(name);
          if (from !== target[name]) moves.push({ node, name, from, to: target[name], enters });
        }
      });
    });
    this.#glide(moves, animate);
  }

  // Marks that stay move to their new places; those that enter are there at once and fade in.
  #glide(moves, animate) {
    const gliding = [];
    for (const move of moves) {
      const path = animate && !move.enters && move.name !== "class" ? between(move.from, move.to) : null;
      if (path) gliding.push({ ...move, path });
      else move.node.setAttribute(move.name, move.to);
    }
    if (!gliding.length) return;
    let start;
    const step = now => {
      start ??= now;
      const t = Math.min(1, (now - start) / DURATION);
      for (const { node, name, path, to } of gliding) node.setAttribute(name, t < 1 ? path(ease(t)) : to);
      if (t < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }
}

// A way from one attribute value to another, or null when they are not built alike. Many dots are told each from the one
// before: what is rounded here adds up along them.
function between(from, to) {
  if (from === null || from.replace(NUMBER, "") !== to.replace(NUMBER, "")) return null;
  const ends = to.match(NUMBER) ?? [];
  const starts = from.match(NUMBER) ?? [];
  return t => {
    let i = 0;
    return to.replace(NUMBER, () => +(+starts[i] + (ends[i++] - starts[i - 1]) * t).toFixed(2));
  };
}

const attributes = node => Object.fromEntries([...node.attributes].map(a => [a.name, a.value]));

const parsed = new Map();
function parse(markup) {
  const text = `<svg xmlns="http://www.w3.org/2000/svg">${markup}</svg>`;
  if (!parsed.has(markup)) parsed.set(markup, new DOMParser().parseFromString(text, "image/svg+xml").documentElement.firstChild);
  return document.importNode(parsed.get(markup), true);
}
