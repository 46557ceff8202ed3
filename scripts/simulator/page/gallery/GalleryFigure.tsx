import type { messagingApi } from "@line/bot-sdk";
import { QuickReplies } from "../chat/QuickReplies";
import type { GalleryItem, JsonObject } from "../data/types";
import { FlexMessage } from "../flex/FlexMessage";
import { useWords } from "../words/words";

/** One example of a card or text, on a piece of chat. */
export function GalleryFigure({ item, width }: { item: GalleryItem; width: number }) {
  const { say } = useWords();
  const { message } = item;
  const quickReplies = (message.quickReply?.items ?? []) as unknown as JsonObject[];
  return (
    <figure style={{ width: `${width + 24}px` }} lang={item.language}>
      <figcaption>
        {item.sample} · {item.language}
      </figcaption>
      <div class="gallery-chat">
        {message.type === "flex" ? (
          <FlexMessage
            altText={(message as messagingApi.FlexMessage).altText}
            contents={(message as messagingApi.FlexMessage).contents}
          />
        ) : (
          <p class="bubble">{(message as messagingApi.TextMessage).text}</p>
        )}
        <QuickReplies items={quickReplies} />
      </div>
      {message.type === "flex" && (
        <p class="quiet">
          {say("gallery.alt")}: {(message as messagingApi.FlexMessage).altText}
        </p>
      )}
    </figure>
  );
}
