// Wheel, drag and pinch. A press that does not move is a click and belongs to the selection.

import { byId } from "./dom.js";
import { panBy, zoomBy } from "./camera.js";

const stage = byId("stage");
const slack = 4;
const pressed = new Map();
let dragging = false;

export const wasDrag = () => dragging;

stage.addEventListener(
  "wheel",
  (event) => {
    event.preventDefault();
    const pixels = event.deltaMode === 1 ? 16 : 1;
    if (event.shiftKey) panBy((event.deltaX || event.deltaY) * pixels, 0);
    else zoomBy(Math.exp((-event.deltaY * pixels) / (event.ctrlKey ? 100 : 400)), event);
  },
  { passive: false },
);

stage.addEventListener("pointerdown", (event) => {
  if (event.button !== 0) return;
  if (!pressed.size) dragging = false;
  pressed.set(event.pointerId, { x: event.clientX, y: event.clientY, start: { x: event.clientX, y: event.clientY } });
});

stage.addEventListener("pointermove", (event) => {
  const finger = pressed.get(event.pointerId);
  if (!finger) return;
  const far = Math.hypot(event.clientX - finger.start.x, event.clientY - finger.start.y) > slack;
  if (!dragging && !far) return;
  if (!dragging) {
    dragging = true;
    stage.setPointerCapture(event.pointerId);
    stage.classList.add("dragging");
  }
  const before = spread();
  panBy((finger.x - event.clientX) / pressed.size, (finger.y - event.clientY) / pressed.size);
  Object.assign(finger, { x: event.clientX, y: event.clientY });
  const after = spread();
  if (before && after) zoomBy(after.distance / before.distance, after.middle);
});

function release(event) {
  pressed.delete(event.pointerId);
  stage.classList.remove("dragging");
}
stage.addEventListener("pointerup", release);
stage.addEventListener("pointercancel", release);

/** Of two fingers: how far apart, and the point between. */
function spread() {
  if (pressed.size !== 2) return undefined;
  const [a, b] = [...pressed.values()];
  return { distance: Math.max(Math.hypot(a.x - b.x, a.y - b.y), 1), middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } };
}
