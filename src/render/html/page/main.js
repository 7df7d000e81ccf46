import "./theme.js";
import "./minimap.js";
import { followAddress } from "./address.js";
import "./keys.js";
import { byId } from "./dom.js";
import { offerFold, toggleFold, isSign } from "./fold.js";
import { wasDrag } from "./pointer.js";
import { select } from "./select.js";
import { current, makeTabs } from "./views.js";

const stage = byId("stage");

stage.addEventListener("click", (event) => {
  if (!wasDrag()) select(current.thingAt(event.target));
});
stage.addEventListener("dblclick", (event) => {
  const thing = current.thingAt(event.target);
  if (thing?.role === "container") toggleFold(thing);
});
stage.addEventListener("pointerover", (event) => {
  if (isSign(event.target)) return;
  const thing = current.thingAt(event.target);
  offerFold(thing?.role === "container" ? thing : undefined);
});

document.documentElement.classList.add("scripted");
makeTabs();
followAddress();
