import { useEffect } from "preact/hooks";
import { undo } from "../corrections/store.ts";
import { t, toast } from "../state.ts";

const STAYS = 8000;

/** Says what was just done, with the way back. Goes by itself unless somebody is at it. */
export function Toast() {
  const s = t.value;
  const now = toast.value;
  useEffect(() => {
    if (!now) return;
    const timer = setInterval(() => {
      if (!document.querySelector(".toast:is(:hover, :focus-within)")) toast.value = null;
    }, STAYS);
    return () => clearInterval(timer);
  }, [now]);
  if (!now) return null;
  const { undo: line } = now;
  return (
    <div class="toast" role="status">
      <span>{now.text}</span>
      {line !== null && (
        <button
          type="button"
          onClick={() => {
            undo(line);
            toast.value = null;
          }}
        >
          {s.undo}
        </button>
      )}
    </div>
  );
}
