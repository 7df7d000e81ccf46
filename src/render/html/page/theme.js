// Light, dark, or as the reader's system asks for.

import { byId } from "./dom.js";

const themes = ["auto", "light", "dark"];
const root = document.documentElement;

byId("theme").addEventListener("click", () => {
  const next = themes[(themes.indexOf(root.dataset.theme ?? "auto") + 1) % themes.length];
  if (next === "auto") delete root.dataset.theme;
  else root.dataset.theme = next;
  byId("theme").textContent = `Theme: ${next}`;
});
