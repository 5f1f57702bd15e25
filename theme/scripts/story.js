// A reader's place decides the state of every scene: nothing is remembered but where things are now.
import "./contents.js";
import "./copy.js";
import { graphicOf } from "./graphic.js";
import "./guess.js";
import { later } from "./idle.js";
import "./marks.js";
import { say } from "./say.js";
import { unfold } from "./stills.js";
import "./what-if.js";

// Times in milliseconds, a way in pixels from one frame to the next.
const SETTLED = 500, PAUSE = 80, FLIGHT = 40;
const root = document.documentElement;
const scenes = [...document.querySelectorAll("[data-scene]")].map(element => ({
  graphic: graphicOf(element.querySelector("[data-chart]")),
  stage: element.querySelector("[data-graphic]"),
  steps: [...element.querySelectorAll("[data-step]")],
  element,
}));
const progress = !CSS.supports("animation-timeline: scroll()") && document.querySelector(".progress");
let width = innerWidth, reading, place, landing;

// All that has to be read is read first, then all is written. The height is that of the first box of the page: it stays
// the same while the bars of a phone's browser come and go. A scene that was out of sight is in its state at once.
function update(glides, flies) {
  const half = root.clientHeight / 2;
  const changes = scenes.flatMap(scene => {
    const { top, bottom } = scene.element.getBoundingClientRect();
    const animate = glides && scene.isSeen;
    scene.isSeen = bottom > 0 && top < 2 * half;
    if (bottom < -half || top > 3 * half || !scene.isSeen && flies * (top + bottom) < 0) return [];
    const distances = scene.steps.map(step => {
      const box = step.getBoundingClientRect();
      return Math.abs(box.top + box.height / 2 - half);
    });
    return { ...scene, animate, holdsMiddle: top < half && bottom > half, active: scene.steps[distances.indexOf(Math.min(...distances))] };
  });
  const share = progress && scrollY / (root.scrollHeight - root.clientHeight);

  for (const { graphic, steps, active, animate } of changes) {
    for (const step of steps) step.classList.toggle("active", step === active);
    graphic.show(active.dataset.step, animate, flies);
  }
  reading = changes.find(change => change.holdsMiddle)?.active;
  if (progress) progress.style.transform = `scaleX(${share})`;
}

// Whatever moves the steps: another width, other fonts, a table that is opened. On a screen that is turned the reader stays
// with the step that was read, and on one whose graphics are gone.
function fit() {
  const step = reading;
  const covered = scenes.map(({ stage }) => stage.offsetHeight);
  const isTurned = width !== (width = covered[0] && innerWidth);
  scenes.forEach(({ element }, i) => element.style.setProperty("--covered", covered[i] + "px"));
  update(!isTurned);
  if (isTurned && step !== reading) step?.scrollIntoView({ block: "center", behavior: "instant" });
}

root.classList.add("live");

// Browsers tell of scrolling once a frame, before any animation is drawn: what is read here is as the last frame left it.
// Graphics in sight do not follow who flies past, faster than can be read: they change when the flight is over. Those that it has
// left behind change when the reader comes back.
addEventListener("scroll", () => {
  const way = scrollY - place;
  const flies = landing && Math.abs(way) > FLIGHT && way;
  place = scrollY;
  clearTimeout(landing);
  landing = setTimeout(() => {
    landing = 0;
    update(true);
  }, PAUSE);
  update(true, flies);
}, { passive: true });
addEventListener("resize", fit);
new ResizeObserver(fit).observe(document.body);
update(false);

// A state is told when the reader has stayed with it, but not the one that a page opens with.
const tell = ({ target }) => {
  const scene = scenes.find(({ element }) => element.contains(target));
  if (scene) say(scene.graphic.describe(), SETTLED);
};
const open = () => {
  update(false);
  unfold(".step > noscript", later);
  setTimeout(() => addEventListener("explainer:state", tell), SETTLED);
};
addEventListener("pageshow", open);
if (document.readyState === "complete") open();
