// The map: Sigma for marks and ties, own canvases for grounds and names. Knows nothing of panels; tells what was
// pointed at and clicked, and is told how everything looks. `kill` gives back every listener and context.
import type { Free } from "../camera.ts";
import { css } from "../theme.ts";
import { captureStage } from "./capture.ts";
import { createFlight, type Home, markScale } from "./flight.ts";
import { glyphPaper } from "./glyph-program.ts";
import { createPainter } from "./painter.ts";
import { pick } from "./pick.ts";
import { listenPointer } from "./pointer.ts";
import { createStage } from "./stage.ts";
import type { MapEvents, MapLook, WenmaiMap } from "./types.ts";

export type { MapEvents, MapLook, WenmaiMap } from "./types.ts";

/** The camera rests when it has not moved for so many milliseconds. */
const REST = 160;

export function createMap(container: HTMLElement, first: MapLook, events: MapEvents): WenmaiMap {
  let look = first;
  let free: Free = { left: 0, top: 0, width: container.clientWidth, height: container.clientHeight };
  const home: Home = { ratio: 1, whole: 1, room: Number.POSITIVE_INFINITY };
  glyphPaper.color = look.palette.paper;
  const stage = createStage(
    container,
    () => look,
    (ratio) => markScale(home, ratio),
  );
  const { sigma } = stage;
  const painter = createPainter(() => look.model, stage, home);
  const flight = createFlight(
    stage,
    home,
    () => look,
    () => free,
  );
  sigma.on("afterRender", () => painter.paint(look, free));
  const stopPointer = listenPointer(container, stage, events, (point, touched) =>
    pick(look.model, look.view, painter.scene(), point, touched),
  );
  const stopRest = whenResting(sigma.getCamera(), () => {
    events.onRest(flight.part());
    const moved = flight.moved();
    if (moved) events.onMove(moved);
  });
  flight.arrive();
  void document.fonts.ready.then(() => {
    painter.forget();
    sigma.scheduleRender();
  });

  return {
    look(next) {
      if (next.palette !== look.palette) {
        glyphPaper.color = next.palette.paper;
        painter.forget();
        container.style.background = css(next.palette.paper);
      }
      const others = next.view.picture.chosen !== look.view.picture.chosen;
      if (next.model !== look.model) painter.forget();
      look = next;
      if (others) flight.measureHome();
      stage.refresh();
    },
    setFree(next) {
      free = next;
      sigma.resize();
      sigma.scheduleRender();
    },
    focus: flight.focus,
    fly: flight.fly,
    fit: flight.fit,
    arrive: flight.arrive,
    zoom: flight.zoom,
    labels: () => painter.scene().labels.map((label) => ({ ...label, name: look.model.nodes[label.id]!.name })),
    regions: () => painter.scene().regions,
    capture: () => captureStage(stage, painter.scene(), look, free),
    drawn: () => ({ names: sigma.getGraph().order, ties: sigma.getGraph().size }),
    position(node) {
      const { x, y } = stage.at(node);
      const box = container.getBoundingClientRect();
      return { x: box.left + x, y: box.top + y };
    },
    frameTime: () => painter.scene().time,
    labelTime: () => painter.scene().labelTime,
    clock: painter.clock,
    kill() {
      stopRest();
      stopPointer();
      sigma.kill();
    },
  };
}

interface Moving {
  on(event: "updated", listener: () => void): unknown;
  removeListener(event: "updated", listener: () => void): unknown;
}

function whenResting(camera: Moving, rest: () => void): () => void {
  let timer = 0;
  const onMove = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(rest, REST);
  };
  camera.on("updated", onMove);
  return () => {
    clearTimeout(timer);
    camera.removeListener("updated", onMove);
  };
}
