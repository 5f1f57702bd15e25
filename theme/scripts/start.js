// What a page holds itself: nothing else is at work before the words have been painted, or half a second after they should
// have been, where a browser tells nobody of it. A second import does nothing.
const load = () => import("./story.js");
new PerformanceObserver(load).observe({ type: "paint", buffered: true });
requestAnimationFrame(() => setTimeout(load, 500));
