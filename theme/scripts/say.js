// The one voice of a page: what is said here is read aloud when the reader's screen reader has a moment.
export function say(words) {
  const place = document.getElementById("page.said");
  if (place) place.textContent = words;
}
