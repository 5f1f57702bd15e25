// For pages of others: gives the frame of each chart the height that the chart asks for. Its address never changes, and it must
// go on understanding what charts that were embedded years ago have to say.
(() => {
  const site = new URL(document.currentScript.src).origin + "/";
  const frames = () => [...document.querySelectorAll("iframe")].filter(frame => frame.src.startsWith(site));
  addEventListener("message", ({ source, data }) => {
    if (!data || data.type !== "embed-size" || !(data.height > 0)) return;
    for (const frame of frames())
      if (frame.contentWindow === source) Object.assign(frame.style, { height: data.height + "px", aspectRatio: "auto", minHeight: 0, maxHeight: "none" });
  });
  // Charts that were there before this script have spoken already.
  for (const frame of frames()) frame.contentWindow.postMessage({ type: "send-embed-size" }, "*");
})();
