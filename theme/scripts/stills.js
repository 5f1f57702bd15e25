// The drawing of each step, which paper, readers' views and a page whose drawings cannot be had show beside its words, lies
// in the page as text, so that it is not in the way of what comes first. It becomes part of the page when all else is done.
import { later } from "./idle.js";

const folded = () => [...document.querySelectorAll(".step > noscript")];

export function unfold() {
  for (const still of folded()) open(still);
}

function open(still) {
  if (still.isConnected) still.outerHTML = still.textContent;
}

const begin = () => {
  for (const still of folded()) later(() => open(still));
};
if (document.readyState === "complete") begin();
else addEventListener("load", begin);
addEventListener("beforeprint", unfold);
