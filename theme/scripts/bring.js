// Brings drawings one after another, the nearest to the reader first, so that on a slow line none waits for one that is
// farther away. Where a drawing cannot be had, the page becomes the one without scripts, which holds every state.
import { later } from "./idle.js";
import { unfold } from "./stills.js";

const AGAIN = 2000, LONG = 30000;
const waiting = new Map();

export function bring(board, done) {
  if (board.isHere()) return done();
  waiting.set(board, done);
  if (waiting.size === 1) later(next);
}

async function next() {
  const board = [...waiting.keys()].reduce((best, other) => (other.distance() < best.distance() ? other : best));
  try {
    board.take(await read(board.address).catch(() => new Promise(later => setTimeout(later, AGAIN)).then(() => read(board.address))));
    waiting.get(board)();
    waiting.delete(board);
    if (waiting.size) next();
  } catch {
    for (const done of waiting.values()) done();
    waiting.clear();
    unfold("noscript");
  }
}

// A line that has gone dead does not say so.
const read = async address => (await fetch(address, { signal: AbortSignal.timeout(LONG) })).json();
