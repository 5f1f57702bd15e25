// A button beside each code that is there to be copied. It comes when the code is first in sight.
import { say } from "./say.js";

addEventListener("toggle", ({ target }) => {
  const code = target.matches(".share") && target.querySelector("textarea");
  if (!code || code.nextElementSibling) return;
  const button = document.createElement("button");
  button.textContent = code.dataset.copy;
  button.onclick = () => {
    code.select();
    // Where the browser refuses, the code is selected, to be copied by hand.
    navigator.clipboard?.writeText(code.value).then(() => say(button.textContent = code.dataset.copied), () => {});
  };
  code.after(button);
}, true);
