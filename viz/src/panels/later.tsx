// Panels that are fetched when they are first opened.
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../state.ts";

/**
 * A component that stands for one of another file. Until the file has come there is `waiting`; if it does not come, the
 * page says so in its place, and the next opening asks again.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting: () => preact.JSX.Element | null,
) {
  let loaded: ComponentType<P> | null = null;
  return function Later(props: P) {
    const [state, setState] = useState<"waiting" | "ready" | "failed">(loaded ? "ready" : "waiting");
    useEffect(() => {
      if (loaded) return;
      let late = false;
      load().then(
        (component) => {
          loaded = component;
          if (!late) setState("ready");
        },
        () => {
          if (!late) setState("failed");
        },
      );
      return () => {
        late = true;
      };
    }, []);
    if (loaded) {
      const Loaded = loaded;
      return <Loaded {...props} />;
    }
    return state === "failed" ? <p class="note lost">{t.value.partMissing}</p> : waiting();
  };
}
