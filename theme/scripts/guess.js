// A question that readers answer on the chart's own scale before the chart does. Nothing is kept or sent.
import { graphicOf } from "./graphic.js";
import { amount } from "./amount.js";
import { say } from "./say.js";

for (const guess of document.querySelectorAll("[data-guess]")) {
  const [boards, figure, input, output, result] = [".artboards", "[data-chart]", "input", "output", ".guess-result"].map(what => guess.querySelector(what));
  const { before, after, axes, results, said } = guess.dataset;
  const graphic = graphicOf(figure);
  let state;

  // The handle goes along the axis of the drawing in sight, or along the whole width where values run upwards.
  function place() {
    const svg = [...boards.children].find(child => child.getClientRects()[0]);
    const { width } = svg.getBoundingClientRect();
    const axis = JSON.parse(axes)[svg.classList[1]]?.[state];
    const scale = axis ? width / svg.viewBox.baseVal.width : 1;
    const [from, to] = axis ?? [22, width - 22];
    const share = (input.value - input.min) / (input.max - input.min);
    boards.style = `--from:${(boards.clientWidth - width) / 2 + from * scale}px;--length:${(to - from) * scale}px;--share:${share}`;
    guess.classList.toggle("across", !!axis);
    const words = input.ariaValueText = amount(input.value, input.dataset);
    // Until the handle is moved it says that it can be, and nothing that could lead the reader.
    output.value = input.value === input.defaultValue ? output.defaultValue : words;
    result.textContent = "";
    if (guess.dataset.mode !== "said") return;
    output.value = said.replace("{0}", words);
    result.textContent = output.value + JSON.parse(results).findLast(([from]) => from <= share)[1];
  }

  function show(mode, animate) {
    guess.dataset.mode = mode;
    state = mode === "asking" ? before : after;
    graphic.show(state, animate);
    place();
  }

  boards.append(guess.querySelector(".guess-hand"));
  guess.onclick = ({ target: { type, value } }) => {
    if (type !== "button") return;
    // Who has not moved the handle has not guessed.
    show(value === "said" && output.value === output.defaultValue ? "skipped" : value, true);
    guess.querySelector(value === "asking" ? "input" : "[value=asking]").focus({ preventScroll: true });
    say(result.textContent);
  };
  input.oninput = place;
  addEventListener("resize", place);
  addEventListener("beforeprint", () => graphic.show(after));
  addEventListener("afterprint", () => graphic.show(state));
  show("asking");
}
