// Arithmetic whose inputs readers can change; where one leaves what is published, the page says so.
import { amount } from "./amount.js";
import { say } from "./say.js";

// The value of a formula, or null where it has none.
export function evaluate(steps, values) {
  const stack = [];
  for (const step of steps) {
    const [a, b] = "+-*/<>".includes(step) ? stack.splice(-2) : [];
    const value = { __proto__: null, "+": a + b, "-": a - b, "*": a * b, "/": a / b, "<": Math.min(a, b), ">": Math.max(a, b) }[step] ?? values[step] ?? step;
    if (!isFinite(value)) return null;
    stack.push(value);
  }
  return stack[0];
}

for (const block of document.querySelectorAll("[data-what-if]")) {
  const { none, steps } = block.dataset;
  const inputs = block.querySelectorAll("input");
  const [result, circle, formula] = ["[data-result]", "circle", ".formula"].map(what => block.querySelector(what));
  // A value stands beside its slider and in the sentence.
  const tell = (name, words) => {
    for (const place of block.querySelectorAll(`[data-of=${name}]`)) place.textContent = words;
  };
  const isIn = (value, { low, high }) => value >= low && value <= high;

  function update(event) {
    const values = {};
    let told = "";
    for (const input of inputs) {
      const value = values[input.name] = +input.value;
      const beyond = input.parentNode.querySelector(".beyond");
      tell(input.name, input.ariaValueText = amount(value, input.dataset));
      if (!(beyond.hidden = isIn(value, input.dataset))) told += " " + beyond.textContent;
    }
    const value = evaluate(JSON.parse(steps), values);
    const { low, high } = result.dataset;
    tell("result", value === null ? none : amount(value, result.dataset));
    circle.setAttribute("cx", Math.max(0, Math.min(1, (value - low) / (high - low))) * 100 + "%");
    circle.classList = value === null ? "off" : isIn(value, result.dataset) ? "" : "out";
    if (event) say(formula.textContent + told);
  }

  block.oninput = () => update();
  block.onchange = update;
  block.querySelector("button").onclick = event => {
    for (const input of inputs) input.value = input.defaultValue;
    update(event);
  };
  update();
}
