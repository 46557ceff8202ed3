import type { messagingApi } from "@line/bot-sdk";
import { FlexBubble } from "./FlexBubble";

/** A Flex message as a phone draws it: one bubble, or several side by side. */
export function FlexMessage({ altText, contents }: { altText: string; contents: messagingApi.FlexContainer }) {
  if (contents.type === "bubble") {
    return (
      <div class="fx" role="group" aria-label={altText}>
        <FlexBubble bubble={contents} />
      </div>
    );
  }
  return (
    <div class="fx fx-carousel" role="group" aria-label={altText} tabIndex={0}>
      {contents.contents.map((bubble, index) => (
        <FlexBubble key={index} bubble={bubble} />
      ))}
    </div>
  );
}
