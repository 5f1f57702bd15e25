// What a page loads at once: nothing is at work before the words have been painted.
requestAnimationFrame(() => setTimeout(() => import("./story.js")));
