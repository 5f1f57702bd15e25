// The drawing of each step, which paper, readers' views and a page whose drawings cannot be had show beside its words, lies
// in the page as text, so that it is not in the way of what comes first. It becomes part of the page when all else is done.
export function unfold(what, run = open => open()) {
  for (const part of document.querySelectorAll(what)) run(() => (part.outerHTML = part.textContent));
}

addEventListener("beforeprint", () => unfold(".step > noscript"));
