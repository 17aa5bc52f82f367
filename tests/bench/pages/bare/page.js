import { cards } from "../card.js";

const map = document.getElementById("map");
const open = cards();

map.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  map.querySelector("[aria-current]")?.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  open(link.dataset.country);
});
