export function say(words) { const place = document.getElementById("page.said"); if (place) place.textContent = words; }
