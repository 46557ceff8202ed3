import type { ComponentChildren } from "preact";
import { phoneLanguage, wordsIn } from "../words";
import { Frame } from "./Frame";
import { RefusedPage } from "./RefusedPage";
import type { Asked } from "./use-answer";

/** What a page shows while it has no answer: that it asks, that the signal is gone, or why not; `children` stand below a refusal or a lost signal. */
export function NotAnswered(props: {
  asked: Exclude<Asked<unknown>, { state: "answered" }>;
  again: () => void;
  children?: ComponentChildren;
}) {
  const { asked, again, children } = props;
  const { frame } = wordsIn(phoneLanguage);
  switch (asked.state) {
    case "refused":
      return <RefusedPage refusal={asked.refusal}>{children}</RefusedPage>;
    case "lost":
      return (
        <Frame language={phoneLanguage} title={frame.lost.title}>
          <p>{frame.lost.wayOut}</p>
          <button type="button" class="primary" onClick={again}>
            {frame.lost.again}
          </button>
          {children}
        </Frame>
      );
    case "asking":
      return (
        <Frame language={phoneLanguage} title={frame.asking.title} busy>
          <p class="quiet">{frame.asking.why}</p>
        </Frame>
      );
  }
}
