import type { messagingApi } from "@line/bot-sdk";
import { contentUrl } from "../data/api";
import type { ChatMessage } from "../data/types";
import { FlexMessage } from "../flex/FlexMessage";
import { Icon } from "../frame/Icon";
import { useWords } from "../words/words";
import { StickerFace } from "./StickerFace";
import { BotPicture } from "./BotPicture";
import { Undrawn } from "./Undrawn";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The text of a textV2 message, with the names of those whom it mentions. */
function substituted({ text: pattern, substitution = {} }: messagingApi.TextMessageV2): string {
  return pattern
    .replaceAll(/\{(\w+)\}/g, (mark, name: string) => {
      const one = substitution[name];
      return one?.type === "mention" ? `@${one.mentionee.type === "all" ? "All" : name}` : one ? "" : mark;
    })
    .replaceAll("{{", "{")
    .replaceAll("}}", "}");
}

/** What a message shows, by its type. */
export function Content({ message }: { message: ChatMessage }) {
  const { say } = useWords();
  const { content } = message;
  switch (content["type"]) {
    case "text":
      return <p class="bubble">{text(content["text"])}</p>;
    case "textV2":
      return <p class="bubble">{substituted(content as unknown as messagingApi.TextMessageV2)}</p>;
    case "flex": {
      const { altText, contents } = content as unknown as messagingApi.FlexMessage;
      return <FlexMessage altText={altText} contents={contents} />;
    }
    case "sticker":
      return <StickerFace packageId={text(content["packageId"])} stickerId={text(content["stickerId"])} />;
    case "image":
      return message.from === "bot" ? (
        <BotPicture content={content} />
      ) : (
        <img class="photo" src={contentUrl(message.id)} alt={say("chat.picture")} />
      );
    case "location":
      return (
        <p class="bubble bubble-with-icon">
          <Icon name="place" />
          <span>
            {text(content["title"]) || say("chat.location")}
            <br />
            <small>
              {text(content["address"]) || `${String(content["latitude"])}, ${String(content["longitude"])}`}
            </small>
          </span>
        </p>
      );
    case "video":
      return (
        <p class="bubble bubble-with-icon">
          <Icon name="play" />
          {say("chat.video")}
        </p>
      );
    case "audio":
      return (
        <p class="bubble bubble-with-icon">
          <Icon name="play" />
          {say("chat.audio", { seconds: Math.round(Number(content["duration"] ?? 0) / 1000) })}
        </p>
      );
    case "file":
      return <p class="bubble">{text(content["fileName"])}</p>;
    default:
      return <Undrawn content={content} />;
  }
}
