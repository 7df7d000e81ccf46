// The whole picture in small, while only a part of it is seen.

import { byId, drawn, on } from "./dom.js";
import { centre } from "./camera.js";
import { current } from "./views.js";

const map = byId("minimap");
const widest = 200;
const highest = 140;
let frame;

function block(thing) {
  const { x, y, width, height } = thing.box;
  return drawn("rect", { x, y, width, height, class: thing.role });
}

on("view", () => {
  const scale = Math.min(widest / current.width, highest / current.height);
  map.setAttribute("viewBox", `0 0 ${current.width} ${current.height}`);
  map.setAttribute("width", current.width * scale);
  map.setAttribute("height", current.height * scale);
  frame = drawn("rect", { class: "frame" });
  map.replaceChildren(...current.list("container", "node", "annotation").map(block), frame);
});

on("camera", (seen) => {
  const whole = seen.x <= 0 && seen.y <= 0 && seen.x + seen.width >= current.width && seen.y + seen.height >= current.height;
  map.toggleAttribute("hidden", whole);
  for (const [name, value] of Object.entries(seen)) frame?.setAttribute(name, value);
});

function goTo(event) {
  const box = map.getBoundingClientRect();
  centre({
    x: ((event.clientX - box.x) / box.width) * current.width,
    y: ((event.clientY - box.y) / box.height) * current.height,
  });
}

map.addEventListener("pointerdown", (event) => {
  map.setPointerCapture(event.pointerId);
  goTo(event);
});
map.addEventListener("pointermove", (event) => {
  if (event.buttons) goTo(event);
});
