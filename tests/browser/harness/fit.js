// Whether a map fits where it stands; runs in the page.

/** What is cut, runs out or is too small, in words. */
export function faults(host) {
  const root = host.shadowRoot;
  for (let closed; (closed = root.querySelector("details:not([open]) > summary")); ) closed.click();
  const found = [];
  const page = document.documentElement;
  if (page.scrollWidth > innerWidth) found.push(`the page scrolls to ${page.scrollWidth} of ${innerWidth} px`);
  const map = root.querySelector("[part~=map]").getBoundingClientRect();
  const column = host.getBoundingClientRect();
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const parent = node.parentElement;
    const style = getComputedStyle(parent);
    const range = document.createRange();
    range.selectNodeContents(node);
    const unseen = parent.closest("option") || [...ancestors(parent)].some((one) => getComputedStyle(one).clipPath !== "none");
    if (!node.data.trim() || unseen) continue;
    const svg = parent.closest("svg");
    const size = parseFloat(style.fontSize) * (svg ? svg.getScreenCTM().a : 1);
    if (size < 12.99) found.push(`${node.data} is ${size} px`);
    const frame = svg ? map : column;
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const inside = left >= frame.left - 0.5 && right <= frame.right + 0.5 && (!svg || (top >= map.top && bottom <= map.bottom));
      if (!inside) found.push(`${node.data} runs from ${left} to ${right}, ${frame.left} to ${frame.right}`);
    }
  }
  for (const one of root.querySelectorAll("*")) {
    const { overflowX, clipPath } = getComputedStyle(one);
    if (one instanceof SVGElement || clipPath !== "none") continue;
    const cut = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
    if (overflowX !== "visible" && cut) found.push(`${one.localName} cuts what it holds`);
  }
  return found;

  function* ancestors(element) {
    for (let one = element; one; one = one.parentElement) yield one;
  }
}
