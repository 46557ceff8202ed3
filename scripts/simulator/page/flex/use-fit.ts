import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Shrinks the letters of an element's text until it fits on its line, where `wanted`. */
export function useFit<T extends HTMLElement>(wanted: boolean, text: string): RefObject<T | null> {
  const ref = useRef<T>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || !wanted) return;
    const fit = (): void => {
      element.style.removeProperty("font-size");
      const { scrollWidth, clientWidth } = element;
      if (scrollWidth <= clientWidth || clientWidth === 0) return;
      const size = parseFloat(getComputedStyle(element).fontSize);
      element.style.setProperty("font-size", `${Math.floor((size * clientWidth * 10) / scrollWidth) / 10}px`);
    };
    const watch = new ResizeObserver(fit);
    watch.observe(element.parentElement ?? element);
    fit();
    return () => watch.disconnect();
  }, [wanted, text]);
  return ref;
}
