import { useEffect, useState } from "preact/hooks";
import type { DeskState, DeskStore } from "./data/desk-store";

/** How often what other officers recorded is read, in milliseconds. */
const refreshMs = 30_000;

/** The desk as it is now; while it is shown it sends what waits, also when a signal comes back. */
export function useDesk(store: DeskStore): DeskState {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    const end = store.subscribe(() => setState(store.state));
    const retry = (): void => store.retry();
    const look = (): void => {
      if (document.visibilityState === "visible") void store.refresh();
    };
    const timer = setInterval(look, refreshMs);
    addEventListener("online", retry);
    document.addEventListener("visibilitychange", look);
    void store.start();
    return () => {
      end();
      clearInterval(timer);
      removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", look);
      store.stop();
    };
  }, [store]);
  return state;
}
