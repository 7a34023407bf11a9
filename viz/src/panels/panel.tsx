import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { closePanel, searchOpen, sheetFull, t } from "../state.ts";
import { Icon } from "./icons.tsx";

interface PanelProps {
  readonly kind: "node" | "drawer" | "spread" | "list";
  /** What is shown: a change of it moves the focus to the new heading. */
  readonly of: string;
  readonly eyebrow: ComponentChildren;
  readonly heading: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The one panel at the map's right (on a phone a sheet from below). Its heading takes the focus; Esc gives it back. */
export function Panel({ kind, of, eyebrow, heading, children }: PanelProps) {
  const s = t.value;
  const title = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLElement>(null);
  useEffect(() => {
    // A panel that comes late takes nothing from who has begun to type.
    if (!searchOpen.peek()) title.current?.focus({ preventScroll: true });
    body.current?.scrollTo(0, 0);
  }, [of]);
  return (
    <aside ref={body} class={`panel ${kind}${sheetFull.value ? " full" : ""}`} aria-labelledby="panel-title">
      <button
        type="button"
        class="grab"
        aria-label={sheetFull.value ? s.sheet.half : s.sheet.full}
        onClick={() => {
          sheetFull.value = !sheetFull.value;
        }}
      />
      <header>
        <p class="kind">{eyebrow}</p>
        <button type="button" class="close" aria-label={s.close} onClick={closePanel}>
          <Icon name="close" />
        </button>
        <h2 id="panel-title" ref={title} tabIndex={-1} class={kind}>
          {heading}
        </h2>
      </header>
      {children}
    </aside>
  );
}

/** The large figures at the top of a panel. */
export function Counts({
  items,
  children,
}: {
  items: readonly (readonly [number, string])[];
  children?: ComponentChildren;
}) {
  return (
    <dl class="counts">
      {items.map(([value, word]) => (
        <div key={word}>
          <dd>{t.value.number(value)}</dd>
          <dt>{word}</dt>
        </div>
      ))}
      {children}
    </dl>
  );
}
