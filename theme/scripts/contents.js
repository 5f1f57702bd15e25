// The list of a story's sections: names the one that is being read, and closes when it has done its work.
const contents = document.querySelector("details.contents");

if (contents) {
  const links = new Map([...contents.querySelectorAll("a")].map(link => [document.getElementById(decodeURIComponent(link.hash.slice(1))), link]));
  const now = contents.querySelector(".contents-now");
  const begun = new Map();

  // A section has begun when its heading is above half the screen, however far above.
  const watcher = new IntersectionObserver(changes => {
    for (const { target, isIntersecting } of changes) begun.set(target, isIntersecting);
    const current = links.get([...links.keys()].findLast(heading => begun.get(heading)));
    for (const link of links.values()) link.ariaCurrent = link === current;
    now.textContent = current?.textContent ?? "";
  }, { rootMargin: "9999999px 0px -50%" });
  for (const heading of links.keys()) watcher.observe(heading);

  const close = () => (contents.open = false);
  const leave = ({ target }) => contents.contains(target) || close();
  contents.addEventListener("click", ({ target }) => target.closest("a") && close());
  addEventListener("click", leave);
  addEventListener("focusin", leave);
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !contents.open) return;
    close();
    contents.querySelector("summary").focus();
  });
}
