// Work that can wait until the browser has nothing better to do: one piece at a time, so that none is in a frame's way.
const idle = self.requestIdleCallback ?? (work => setTimeout(work, 30));
const works = [];

export function later(work) {
  if (works.push(work) === 1) idle(next);
}

function next() {
  works[0]();
  works.shift();
  if (works.length) idle(next);
}
