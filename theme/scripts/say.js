// The one voice of a page: what is said here is read aloud when the reader's screen reader has a moment. What is to be said
// after a while is not said at all when something else is said before.
let waiting;

export function say(words, wait) {
  const speak = () => (document.getElementById("page.said").textContent = words);
  clearTimeout(waiting);
  if (wait) waiting = setTimeout(speak, wait);
  else speak();
}
