// A reader's place decides the state of every scene: nothing is remembered but where things are now.
import { Graphic } from "./graphic.js";

const scenes = [...document.querySelectorAll("[data-scene]")].map(element => ({
  graphic: new Graphic(element.querySelector("[data-chart]")),
  steps: [...element.querySelectorAll("[data-step]")],
  element,
}));
const progress = document.createElement("div");
progress.className = "progress";
document.body.append(progress);

// The step whose middle is nearest to half the height of the screen.
function nearest(steps) {
  const half = innerHeight / 2;
  let best = steps[0], least = Infinity;
  for (const step of steps) {
    const box = step.getBoundingClientRect();
    const distance = Math.abs(box.top + box.height / 2 - half);
    if (distance < least) [best, least] = [step, distance];
  }
  return best;
}

function update(animate) {
  for (const { element, graphic, steps } of scenes) {
    const box = element.getBoundingClientRect();
    if (box.bottom < -innerHeight || box.top > 2 * innerHeight) continue;
    const active = nearest(steps);
    for (const step of steps) step.classList.toggle("active", step === active);
    graphic.show(active.dataset.step, animate);
  }
  const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
  progress.style.transform = `scaleX(${scrollHeight > clientHeight ? scrollTop / (scrollHeight - clientHeight) : 0})`;
}

let waiting = false;
function soon(animate) {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    update(animate);
  });
}

for (const { element } of scenes) element.classList.add("live");
addEventListener("scroll", () => soon(true), { passive: true });
addEventListener("resize", () => soon(false));
addEventListener("pageshow", () => soon(false));
update(false);
