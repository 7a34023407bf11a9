import { useEffect, useState } from "preact/hooks";

export type Loaded<T> =
  | { readonly kind: "waiting" }
  | { readonly kind: "ready"; readonly value: T }
  | { readonly kind: "failed" };

/** What a promise gives; asked again when `key` changes or `again` is called. An answer that comes too late is dropped. */
export function useLoaded<T>(key: string, ask: () => Promise<T>): [Loaded<T>, () => void] {
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ key: string; loaded: Loaded<T> }>({ key, loaded: { kind: "waiting" } });
  useEffect(() => {
    let late = false;
    setState({ key, loaded: { kind: "waiting" } });
    ask().then(
      (value) => {
        if (!late) setState({ key, loaded: { kind: "ready", value } });
      },
      () => {
        if (!late) setState({ key, loaded: { kind: "failed" } });
      },
    );
    return () => {
      late = true;
    };
  }, [key, turn]);
  return [state.key === key ? state.loaded : { kind: "waiting" }, () => setTurn((n) => n + 1)];
}
