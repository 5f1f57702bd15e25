// Dots on their way from one gathering to another. A path of a thousand dots cannot be written anew in every frame, so the
// dots are drawn on a canvas over the drawing while they move; the path, already in its new state, is hidden meanwhile.
const known = new Map();

// The places of a path's dots as x, y, x, y, …, or undefined for any other path. Each dot is told from the one before it.
export function dots(d) {
  if (!/^M[^a-z]+h0/.test(d)) return;
  if (!known.has(d)) {
    let x = 0, y = 0;
    known.set(d, Float32Array.from(d.split("h0").slice(0, -1).flatMap(step => {
      const [right, down] = step.slice(1).split(" ");
      return [x += +right, y += +down];
    })));
  }
  return known.get(d);
}

// The crowds of a drawing. The canvas is made while the browser is idle, as a slow phone needs more than a frame for that.
export function crowdsOf(svg) {
  const paths = new Map();
  const canvas = Object.assign(document.createElement("canvas"), { width: 0, hidden: true });

  function prepare() {
    if (canvas.isConnected) return;
    svg.parentNode.append(canvas);
    // Called first before anything is painted, and again when the drawing gets another size.
    new ResizeObserver(fit).observe(svg);
  }

  // Sets paths off from where their dots are to where they belong. A path stays in sight, as it was, until its dots are first
  // painted.
  function start(moves) {
    for (const node of paths.keys()) node.removeAttribute("visibility");
    paths.clear();
    for (const { node, from, to } of moves) paths.set(node, { from, to, now: from, radius: node.getAttribute("stroke-width") / 2 });
    if (paths.size) prepare();
    canvas.hidden = !paths.size;
  }

  function move(share) {
    if (share === 1) return start([]);
    for (const path of paths.values()) path.now = path.from.map((from, i) => from + (path.to[i] - from) * share);
    paint();
  }

  // The canvas lies exactly on the drawing's box and takes its coordinates, however the drawing is fitted into the box.
  function fit() {
    const box = svg.getBoundingClientRect();
    const around = svg.parentNode.getBoundingClientRect();
    const { a, e, f } = svg.getScreenCTM() ?? {};
    const fine = devicePixelRatio;
    Object.assign(canvas, { width: box.width * fine, height: box.height * fine });
    canvas.style = `left: ${box.left - around.left}px; top: ${box.top - around.top}px; width: ${box.width}px`;
    canvas.getContext("2d").setTransform(a * fine, 0, 0, a * fine, (e - box.left) * fine, (f - box.top) * fine);
    paint();
  }

  // Inks are asked of the hidden paths each time: they may be fading into others, or the page may turn dark. Each dot is
  // filled by itself, which is much faster than all of them as one path.
  function paint() {
    if (!canvas.width) return;
    const ink = canvas.getContext("2d");
    ink.clearRect(-9999, -9999, 99999, 99999);
    for (const [node, { now, radius }] of paths) {
      node.setAttribute("visibility", "hidden");
      ink.fillStyle = getComputedStyle(node).stroke;
      for (let i = 0; i < now.length; i += 2) {
        ink.beginPath();
        ink.arc(now[i], now[i + 1], radius, 0, 7);
        ink.fill();
      }
    }
  }

  // Where the dots of a path are now is known while they are on their way.
  return { prepare, now: node => paths.get(node)?.now, start, move };
}
