// Places on the map follow entities through their ids: what is called otherwise now stands where it stood, and the place of
// a former id is kept, so that a decision that is taken back leaves the map as it was.
import type { Layout } from "../graph/index.ts";
import { compareCodePoints } from "../lib/order.ts";

/** Former and hidden ids, sorted, with who they became; null for nobody. */
type Former = readonly (readonly [former: string, entity: string | null])[];

/** The layout with places for new ids, from their former ones; the first that has a place gives it. */
export function carryPlaces(layout: Layout | null, former: Former): Layout | null {
  if (!layout) return null;
  const places = { ...layout.places };
  for (const [id, entity] of former) {
    const place = layout.places[id];
    if (place && entity !== null && !places[entity]) places[entity] = place;
  }
  return { ...layout, places };
}

/** The computed layout with the places that former ids had in `previous`. */
export function keepFormerPlaces(computed: Layout, previous: Layout | null, former: Former): Layout {
  const places = { ...computed.places };
  for (const [id] of former) {
    const place = previous?.places[id];
    if (place && !places[id]) places[id] = place;
  }
  const sorted = Object.entries(places).sort(([a], [b]) => compareCodePoints(a, b));
  return { ...computed, places: Object.fromEntries(sorted) };
}
