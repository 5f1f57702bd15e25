// The one voice of a page: what is said here is read aloud when the reader's screen reader has a moment. What is to be said
// after a while is not said at all when something else is said before.
let waiting;

export function say(words, wait) {
  clearTimeout(waiting);
  waiting = setTimeout(() => (document.getElementById("page.said").textContent = words), wait);
}
