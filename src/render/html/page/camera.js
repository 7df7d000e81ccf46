// Which part of the picture is seen: a centre and a scale for each view, written into its viewBox.

import { byId, emit, on } from "./dom.js";
import { current, views } from "./views.js";

const margin = 12;
const closest = 8;
const stage = byId("stage");

const size = () => ({ width: stage.clientWidth || 1, height: stage.clientHeight || 1 });

function fitting(view) {
  const { width, height } = size();
  return Math.min((width - 2 * margin) / view.width, (height - 2 * margin) / view.height);
}

export function fit() {
  current.camera = { x: current.width / 2, y: current.height / 2, scale: fitting(current), fitted: true };
  look();
}

let printing = false;

function look() {
  if (printing) return;
  const { x, y, scale } = current.camera;
  const { width, height } = size();
  const seen = { x: x - width / 2 / scale, y: y - height / 2 / scale, width: width / scale, height: height / scale };
  current.svg.setAttribute("viewBox", `${seen.x} ${seen.y} ${seen.width} ${seen.height}`);
  const percent = `${Math.round(scale * 100)} %`;
  byId("zoom-fit").textContent = percent;
  byId("zoom-fit").setAttribute("aria-label", `${percent}, fit the picture`);
  emit("camera", seen);
}

/** Keeps a part of the picture in sight. */
function move(x, y, scale) {
  const least = fitting(current) / 2;
  scale = Math.min(Math.max(scale, Math.min(least, 1)), closest);
  x = Math.min(Math.max(x, 0), current.width);
  y = Math.min(Math.max(y, 0), current.height);
  current.camera = { x, y, scale, fitted: false };
  look();
}

export function panBy(dx, dy) {
  const { x, y, scale } = current.camera;
  move(x + dx / scale, y + dy / scale, scale);
}

export function zoomBy(factor, at = undefined) {
  const { x, y, scale } = current.camera;
  const box = stage.getBoundingClientRect();
  const dx = at ? at.x - box.x - box.width / 2 : 0;
  const dy = at ? at.y - box.y - box.height / 2 : 0;
  const next = Math.min(Math.max(scale * factor, Math.min(fitting(current) / 2, 1)), closest);
  move(x + dx / scale - dx / next, y + dy / scale - dy / next, next);
}

export function centre(point) {
  move(point.x, point.y, current.camera.scale);
}

/** Brings a box into sight, beside the open drawers, and near enough to be read. */
export function reveal(box) {
  const { width, height } = size();
  const covered = (id) => (byId(id).hidden || width < 700 ? 0 : byId(id).offsetWidth);
  const left = covered("outline");
  const right = covered("facts");
  const room = { width: width - left - right - 80, height: height - 80 };
  const readable = Math.min(room.width / box.width, room.height / box.height, 1.2);
  const scale = current.camera.scale < 0.6 ? Math.max(Math.min(readable, 1), current.camera.scale) : current.camera.scale;
  const { x, y } = current.camera;
  const shift = (right - left) / 2 / scale;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const inSight =
    scale === current.camera.scale &&
    Math.abs(middle.x - (x - shift)) < (room.width / scale - box.width) / 2 &&
    Math.abs(middle.y - y) < (room.height / scale - box.height) / 2;
  if (!inSight) move(middle.x + shift, middle.y, scale);
}

on("view", () => (current.camera && !current.camera.fitted ? look() : fit()));
new ResizeObserver(() => (current.camera?.fitted === false ? look() : fit())).observe(stage);
addEventListener("beforeprint", () => {
  printing = true;
  for (const view of views) view.svg.setAttribute("viewBox", `0 0 ${view.width} ${view.height}`);
});
addEventListener("afterprint", () => {
  printing = false;
  look();
});
