// Pictures that draw the same refer to the first one's groups; here each gets a copy of its own, to be lit and collapsed alone.

for (const use of document.querySelectorAll("svg.picture > use[href]")) {
  const original = document.getElementById(use.getAttribute("href").slice(1));
  const copy = original.cloneNode(true);
  const prefix = use.closest("section").id.replace("view", "");
  if (copy.dataset.id) copy.id = prefix + copy.dataset.id;
  else copy.removeAttribute("id");
  const opacity = use.getAttribute("opacity");
  if (opacity) for (const shape of copy.children) shape.setAttribute("opacity", opacity);
  use.replaceWith(copy);
}
