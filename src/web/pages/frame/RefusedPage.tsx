import type { ComponentChildren } from "preact";
import type { Refusal } from "../data/api";
import { Frame } from "./Frame";

/** A refusal in its three lines: what cannot be done, which rule, the way out. */
export function RefusedPage({ refusal, children }: { refusal: Refusal; children?: ComponentChildren }) {
  return (
    <Frame language={refusal.language} title={refusal.what}>
      <div role="alert">
        {refusal.rule !== undefined && <p class="quiet">{refusal.rule}</p>}
        {refusal.wayOut !== undefined && <p>{refusal.wayOut}</p>}
      </div>
      {children}
    </Frame>
  );
}
