import { isSecondHalf, type Tap } from "./second-tap";

/**
 * Takes a double tap for one tap: its second half does nothing where the first has put something else under the finger. Taps on one key of a
 * pad all count, and so does the keyboard; a finger that moved the page between two taps meant both.
 */
export function ignoreSecondHalves(page: Document): void {
  let last: Tap | null = null;
  page.addEventListener("touchmove", () => (last = null), { passive: true });
  page.addEventListener(
    "click",
    (event) => {
      if (event.detail === 0 || !(event.target instanceof Element)) return; // By keyboard: it goes where the focus is.
      const control = event.target.closest("label, button, a, input, select") ?? event.target;
      const pointer = event instanceof PointerEvent ? event.pointerType : "touch";
      const { timeStamp: at, clientX: x, clientY: y, detail: count } = event;
      const tap = { at, x, y, pointer, count, control, says: control.textContent };
      if (last && isSecondHalf(last, tap)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        last = { ...last, at }; // A third tap is no first one either.
      } else last = tap;
    },
    { capture: true },
  );
}
