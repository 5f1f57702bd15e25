// A chart that can be put into any of its states. Its drawings come as files: the marks of all states, and what each state
// changes. Marks are found by their place in the drawing.
import { bring } from "./bring.js";
import { crowdsOf, dots } from "./crowd.js";
import { later } from "./idle.js";

const DURATION = 600;
const NUMBER = /-?\d+(?:\.\d+)?/g;
const still = matchMedia("(prefers-reduced-motion: reduce), (forced-colors: active)");
const ease = t => t * t * (3 - 2 * t);

export function graphicOf(figure) {
  const words = ["titles", "alts"].map(name => {
    const place = figure.querySelector(`[data-${name}]`);
    return { place, byState: JSON.parse(place?.dataset[name] || "{}") };
  });
  const boards = [...figure.querySelectorAll("svg.artboard")].map(boardOf);
  let { state } = figure.dataset, board;

  // Another drawing may be in sight than before.
  function fit() {
    const seen = boards.find(b => b.isVisible());
    if (!seen || seen === board) return;
    board = seen;
    figure.ariaBusy = true;
    bring(board, () => {
      if (board === seen) figure.ariaBusy = null;
    });
    board.show(state, false);
  }

  // While a reader flies past, only what is to be shown is known. What glides is set off in a task of its own, so that no frame
  // has both that and the layout of new words.
  function show(wanted, animate, flies) {
    const glides = animate && !still.matches;
    figure.dataset.state = wanted;
    if (wanted === state || glides && flies) return;
    state = wanted;
    for (const { place, byState } of words)
      if (byState[state]) place.textContent = byState[state];
    if (glides) setTimeout(draw, 0, glides);
    else draw();
  }

  function draw(glides) {
    if (glides) figure.classList.add("glides");
    board?.show(state, glides);
    figure.dispatchEvent(new CustomEvent("explainer:state", { bubbles: true, detail: { state } }));
  }

  // The state in words, for those who cannot see it; empty when all states are described alike.
  const describe = () => words[1].byState[state] ?? "";

  new ResizeObserver(fit).observe(figure.querySelector(".artboards"));
  fit();
  return { show, describe };
}

// A drawing of one width. A state of it is a list with an entry for each mark: nothing, or whether it is lit, and its elements.
function boardOf(svg) {
  const crowds = crowdsOf(svg);
  const known = new Map();
  let wanted, shown, marks, deltas, frame;

  // How many pixels it is away from the middle of the screen.
  function distance() {
    const { top, bottom } = svg.getBoundingClientRect();
    return Math.abs(top + bottom - innerHeight) / 2;
  }

  // Takes what its file has. All states are read while the browser is idle, so that none has to be while the reader scrolls.
  function take(drawing) {
    svg.innerHTML = drawing.marks;
    deltas = drawing.states;
    marks = [...svg.children].map(g => {
      const base = { g, lit: !g.classList.contains("unlit"), elements: [...g.children].map(read) };
      return { g, base, shown: base };
    });
    show(wanted, false);
    for (const state in deltas) later(() => stateOf(state));
    if (svg.querySelector("[d*=h0]")) later(crowds.prepare);
  }

  function show(state, animate) {
    wanted = state;
    if (state === shown || !marks) return;
    const entries = stateOf(state);
    if (!entries) return;
    shown = state;
    cancelAnimationFrame(frame);
    const glides = [crowds.move], moves = [];
    marks.forEach((mark, i) => {
      const isSeen = fade(mark.g, !!entries[i], animate && glides);
      if (entries[i]) change(mark, entries[i], animate && isSeen, glides, moves);
    });
    crowds.start(moves);
    if (glides[1]) glideBy(glides);
  }

  // Puts a mark into a state, but for what is to glide there from where it is now. A mark whose glide is broken off is loose:
  // it is not where its state has it.
  function change(mark, wanted, animate, glides, moves) {
    const { g, shown } = mark;
    if (wanted === shown && !mark.isLoose) return;
    mark.shown = wanted;
    mark.isLoose = false;
    g.classList.toggle("unlit", !wanted.lit);
    const glide = draw => glides.push(share => {
      draw(share);
      mark.isLoose = share < 1;
    });

    const nows = wanted.elements.map(({ attributes }, i) => Object.fromEntries(Object.keys(attributes).map(name => [name, g.children[i]?.getAttribute(name)])));
    const isAlike = wanted.elements.every(({ name }, i) => shown.elements[i]?.name === name);
    const by = animate && isAlike && way(nows, wanted.elements);

    // What only changes its place is moved as a whole: its words are not set, nor its shapes painted, anew.
    const [x, y] = [0, 1].map(axis => ((animate && mark.shift?.[axis]) || 0) + ((by && by[axis]) || 0));
    if (x || y) glide(share => shift(mark, x * (1 - share), y * (1 - share)));
    else shift(mark, 0, 0);

    wanted.elements.forEach((element, i) => {
      const { attributes } = element;
      const old = g.children[i], was = shown.elements[i];
      const isSame = was?.shape === element.shape;
      const node = isSame ? old : element.node.cloneNode(true);
      const canGlide = animate && was?.name === element.name;
      const to = dots(attributes.d), from = to && (crowds.now(old) ?? dots(was?.attributes.d));
      const isCrowd = canGlide && from && from !== to && from.length === to.length;
      for (const name in attributes) {
        if (isCrowd && name === "d") continue;
        const way = canGlide && !by && between(name, nows[i][name], attributes[name]);
        if (way) glide(share => node.setAttribute(name, way(share)));
        else if (node.getAttribute(name) !== attributes[name]) node.setAttribute(name, attributes[name]);
      }

      if (isCrowd) {
        moves.push({ node, from, to });
        glide(share => share === 1 && node.setAttribute("d", attributes.d));
      }

      if (isSame && was.content !== element.content) node.innerHTML = element.content;
      if (!old) g.append(node);
      else if (!isSame) old.replaceWith(node);
    });
    while (g.children.length > wanted.elements.length) g.lastChild.remove();
  }

  // In the first frame there is no movement yet: it has the styles and the layout of the new state to reckon.
  function glideBy(glides) {
    const draw = (share, next) => {
      for (const glide of glides) glide(share);
      if (share < 1) frame = requestAnimationFrame(next);
    };
    draw(0, start => {
      const step = now => draw(ease(Math.min(1, (now - start) / DURATION)), step);
      frame = requestAnimationFrame(step);
    });
  }

  function stateOf(name) {
    const delta = deltas[name];
    if (delta && !known.has(name)) {
      const off = new Set(delta.off);
      known.set(name, marks.map(({ base }, i) => (off.has(i) ? null : delta.set[i] ? changed(base, delta.set[i]) : base)));
    }
    return known.get(name);
  }

  return { address: svg.dataset.drawing, isVisible: () => svg.getClientRects()[0], isHere: () => marks, distance, take, show };
}

// A mark as a state changes it: each change is nothing, some attributes, or the markup of a whole element.
const changed = ({ g, elements }, [lit, ...changes]) => ({
  lit,
  elements: changes.map((change, i) => {
    if (!change) return elements[i];
    if (typeof change === "string") return read(parse(g, change));
    return element(elements[i].node, { ...elements[i].attributes, ...change });
  }),
});

// An element: a node to make it from, and what it is to have. Those of one shape differ in nothing but values and words.
function element(node, attributes) {
  dots(attributes.d);
  return { node, attributes, name: node.localName, content: node.innerHTML, shape: [node.localName, ...Object.keys(attributes)].join() };
}

const read = node => element(node.cloneNode(true), Object.fromEntries([...node.attributes].map(a => [a.name, a.value])));

function parse(g, markup) {
  const holder = g.cloneNode();
  holder.innerHTML = markup;
  return holder.firstChild;
}

// Fades a mark in or out, in quarters, as each change costs a slow phone a part of a frame: what leaves is gone before what
// enters is seen. Tells whether it could be seen until now.
function fade(g, isThere, glides) {
  const from = +(g.style.opacity || !g.classList.contains("off"));
  g.classList.toggle("off", !isThere);
  if (!glides || from === +isThere) {
    unstyle(g);
  } else {
    glides.push(share => {
      if (share === 1) return unstyle(g);
      const way = Math.round(16 * share) / 4;
      g.style.visibility = "visible";
      g.style.opacity = isThere ? Math.max(from, way - 3) : Math.max(0, Math.min(from, 1 - way));
    });
  }
  return from > 0;
}

// Asking for the attribute first makes the browser know that it has one: else an empty one would stay.
const unstyle = g => g.hasAttribute("style") && g.removeAttribute("style");

// How far elements are from where they belong, across and down, when they are to move together and do not change otherwise.
function way(nows, elements) {
  const by = [];
  const isAlike = (axis, from, to) => Math.abs((by[axis] ??= from - to) - (from - to)) < .2;
  const areAlike = elements.every(({ attributes }, i) => Object.entries(attributes).every(([name, to]) => {
    const from = nows[i][name];
    if (/^c?[xy]\d?$/.test(name)) return isAlike(+name.includes("y"), from, to);
    if (name === "d" && from === to) return isAlike(0, 0, 0) && isAlike(1, 0, 0);
    if (name === "d" && from && !/[^MLCZ\d\s.-]/.test(from + to)) {
      const starts = from.match(NUMBER), ends = to.match(NUMBER);
      return starts.length === ends.length && starts.every((start, k) => isAlike(k % 2, start, ends[k]));
    }
    return name === "class" || from === to;
  }));
  return areAlike && by;
}

function shift(mark, x, y) {
  mark.shift = [x, y];
  if (x || y) mark.g.setAttribute("transform", `translate(${x} ${y})`);
  else mark.g.removeAttribute("transform");
}

// A way from one attribute value to another, or nothing when they are not built alike.
function between(name, from, to) {
  if (name === "class" || !from || from === to) return;
  const parts = to.split(NUMBER);
  if (from.split(NUMBER).join() !== parts.join() || dots(to)) return;
  const starts = from.match(NUMBER), ends = to.match(NUMBER);
  return share => (share < 1 ? parts.reduce((text, part, i) => text + (starts[i - 1] * (1 - share) + ends[i - 1] * share).toFixed(2) + part) : to);
}
