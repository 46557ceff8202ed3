import { useEffect, useState } from "preact/hooks";
import { RefusedError, type Refusal } from "../data/api";
import { readIdToken } from "../data/identity";

/** Where a page stands with what it asked for. */
export type Asked<T> =
  { state: "asking" } | { state: "answered"; answer: T } | { state: "refused"; refusal: Refusal } | { state: "lost" };

/** Asks for something as whoever opened the page, and again on `again`. */
export function useAnswer<T>(question: (idToken: string) => Promise<T>): { asked: Asked<T>; again: () => void } {
  const [asked, setAsked] = useState<Asked<T>>({ state: "asking" });
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const show = (now: Asked<T>): void => {
      if (isCurrent) setAsked(now);
    };
    show({ state: "asking" });
    readIdToken()
      .then(question)
      .then((answer) => show({ state: "answered", answer }))
      .catch((error: unknown) =>
        show(error instanceof RefusedError ? { state: "refused", refusal: error.refusal } : { state: "lost" }),
      );
    return () => {
      isCurrent = false;
    };
  }, [times]);
  return { asked, again: () => setTimes((before) => before + 1) };
}
