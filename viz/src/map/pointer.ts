// Mouse and finger on the map: what lies under them, told after a moment's rest.
import type { Point } from "../geometry.ts";
import type { Hover } from "../reducers.ts";
import type { Stage } from "./stage.ts";
import type { MapEvents } from "./types.ts";

/** A mouse event within so many milliseconds of a touch is the browser's echo of it. */
const ECHO = 800;

/** Returns the function that stops listening. */
export function listenPointer(
  container: HTMLElement,
  { sigma }: Stage,
  events: MapEvents,
  under: (point: Point, touched: boolean) => Hover,
): () => void {
  let lastTouch = Number.NEGATIVE_INFINITY;
  let waiting = 0;
  let key = "null";
  const touched = (): boolean => performance.now() - lastTouch < ECHO;
  function point(next: Hover): void {
    const nextKey = JSON.stringify(next);
    if (nextKey === key) return;
    key = nextKey;
    clearTimeout(waiting);
    container.style.cursor = next ? "pointer" : "";
    waiting = window.setTimeout(() => events.onHover(next), next ? 60 : 30);
  }
  const onClick = ({ event }: { event: Point }): void => {
    const target = under(event, touched());
    clearTimeout(waiting);
    key = "null";
    events.onOpen(target && target.kind !== "type" ? target : null);
  };
  sigma.on("moveBody", ({ event }) => {
    if (!touched()) point(under(event, false));
  });
  sigma.on("clickStage", onClick);
  sigma.on("clickNode", onClick);
  const onTouch = (): void => {
    lastTouch = performance.now();
  };
  const onLeave = (): void => point(null);
  container.addEventListener("touchstart", onTouch, { passive: true });
  container.addEventListener("touchend", onTouch, { passive: true });
  container.addEventListener("mouseleave", onLeave);
  return () => {
    clearTimeout(waiting);
    container.removeEventListener("touchstart", onTouch);
    container.removeEventListener("touchend", onTouch);
    container.removeEventListener("mouseleave", onLeave);
  };
}
