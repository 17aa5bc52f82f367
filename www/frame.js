// For a page with the map in frames: each is made as tall as its map says.
"use strict";
(() => {
  const NAME = "rok-asean-map";
  /** The map with all of it open takes less in a narrow column, in large type. */
  const MOST = 200_000;

  addEventListener("message", ({ data, source }) => {
    const frame = [...document.querySelectorAll("iframe")].find(({ contentWindow }) => contentWindow === source);
    const isHeight = Number.isFinite(data?.height) && data.height > 0 && data.height <= MOST;
    if (!frame || !isHeight || data.type !== NAME) return;
    const isWhole = getComputedStyle(frame).boxSizing === "border-box";
    // A bar that came once would stay: beside it, the map is less wide and less tall.
    frame.scrolling = "no";
    frame.style.height = `${data.height + (isWhole ? frame.offsetHeight - frame.clientHeight : 0)}px`;
  });

  // Some have said it already.
  for (const frame of document.querySelectorAll(`iframe[src*="frame.html"]`)) frame.contentWindow.postMessage(NAME, "*");
})();
