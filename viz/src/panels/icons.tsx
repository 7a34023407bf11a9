// Marks and small pictures, as SVG elements in the page: they take their colour from the text around them.
import type { EntityType } from "../data.ts";
import { TYPE_LETTER } from "../theme.ts";

const SHAPES: Record<EntityType, preact.JSX.Element> = {
  city_cluster: (
    <>
      <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" stroke-width="2" />
      <circle cx="7" cy="7" r="1.9" fill="currentColor" />
    </>
  ),
  agency: <rect x="2.4" y="2.4" width="9.2" height="9.2" fill="currentColor" />,
  program: <path d="M7 .6 13.4 7 7 13.4.6 7Z" fill="currentColor" />,
  person: <circle cx="7" cy="7" r="5.2" fill="currentColor" />,
  place: <path d="M7 .6 13.4 12H.6Z" fill="currentColor" />,
};

export function TypeMark({ type }: { type: EntityType }) {
  return (
    <svg class={`mark ${TYPE_LETTER[type]}`} viewBox="0 0 14 14" aria-hidden="true">
      {SHAPES[type]}
    </svg>
  );
}

const LINES = { fill: "none", stroke: "currentColor", "stroke-width": 1.4 } as const;

const ICONS = {
  find: (
    <g {...LINES}>
      <circle cx="6.8" cy="6.8" r="4.6" />
      <path d="m10.3 10.3 4 4" />
    </g>
  ),
  close: <path {...LINES} d="m3.5 3.5 9 9m0-9-9 9" />,
  back: <path {...LINES} d="M10 3 5 8l5 5" />,
  theme: (
    <>
      <circle cx="8" cy="8" r="5.6" {...LINES} />
      <path d="M8 2.4a5.6 5.6 0 0 1 0 11.2Z" fill="currentColor" />
    </>
  ),
  take: <path {...LINES} d="M8 2v8m-3.5-3L8 10.5 11.5 7M3 13.5h10" />,
  up: <path {...LINES} d="m3 10 5-5 5 5" />,
  down: <path {...LINES} d="m3 6 5 5 5-5" />,
};

export function Icon({ name }: { name: keyof typeof ICONS }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      {ICONS[name]}
    </svg>
  );
}
