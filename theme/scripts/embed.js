// A chart in a page of others: buttons put it into its states, and the page around is told how high it is.
import { graphicOf } from "./graphic.js";
import "./marks.js";
import { say } from "./say.js";

const root = document.documentElement;
const embed = document.querySelector(".embed");
const buttons = [...embed.querySelectorAll(".states button")];
if (buttons.length) {
  const graphic = graphicOf(embed.querySelector("[data-chart]"));
  for (const button of buttons)
    button.onclick = () => {
      for (const other of buttons) other.ariaPressed = other === button;
      graphic.show(button.value, true);
      say(graphic.describe() || button.ariaLabel);
    };
}

// Two kinds of hosts listen: those with pym.js, which give their frame a name in the address (childId) and read words joined
// by a sign of theirs, and those that follow AMP, as embed.js of this site does.
const child = new URLSearchParams(location.search).get("childId");
function tell() {
  root.classList.add("measured");
  const height = Math.ceil(embed.getBoundingClientRect().height);
  root.classList.remove("measured");
  parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
  if (child) parent.postMessage(["pym", child, "height", height].join("xPYMx"), "*");
}

if (parent !== self) {
  // A host that came later asks.
  addEventListener("message", ({ source, data }) => source === parent && data?.type === "send-embed-size" && tell());
  const watcher = new ResizeObserver(tell);
  for (const part of [embed, ...embed.querySelectorAll(".chart > *")]) watcher.observe(part);
}
root.classList.add("live");
