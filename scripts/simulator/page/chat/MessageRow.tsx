import { openPanel, usePanel } from "../data/panel";
import type { ChatMessage, Person } from "../data/types";
import { Avatar } from "../frame/Avatar";
import { BotAvatar } from "../frame/BotAvatar";
import { timeOf } from "../words/times";
import { useWords } from "../words/words";
import { Content } from "./Content";

interface RowProps {
  message: ChatMessage;
  isOwn: boolean;
  /** Who wrote it; null: the account. */
  writer: Person | null;
  botName: string;
  /** The first of several messages in a row of the same writer. */
  isFirst: boolean;
}

/** One message with its writer, its time, and the way behind it. */
export function MessageRow({ message, isOwn, writer, botName, isFirst }: RowProps) {
  const { say } = useWords();
  const isLookedBehind = usePanel(({ open, tab, message: at }) => open && tab === "message" && at?.id === message.id);
  if (message.unsent) return <p class="chat-line">{say("chat.unsent")}</p>;
  const side = isOwn ? "own" : "theirs";
  const isWide = ["flex", "template", "imagemap"].includes(String(message.content["type"]));
  return (
    <div class={`row row-${side}${isFirst ? " row-first" : ""}${isWide ? " row-wide" : ""}`}>
      {!isOwn && (
        <span class="row-face">
          {isFirst && (writer ? <Avatar small name={writer.name} colour={writer.colour} /> : <BotAvatar />)}
        </span>
      )}
      <div class={`row-body${isLookedBehind ? " row-behind" : ""}`}>
        {!isOwn && isFirst && <p class="row-name">{writer?.name ?? botName}</p>}
        <div class="row-line">
          <Content message={message} />
          <Meta message={message} isOwn={isOwn} />
        </div>
      </div>
    </div>
  );
}

function Meta({ message, isOwn }: { message: ChatMessage; isOwn: boolean }) {
  const { say, language } = useWords();
  const behind = (): void => openPanel("message", { chatId: message.chatId, id: message.id });
  return (
    <button type="button" class="meta" onClick={behind}>
      {isOwn && message.readByBot && <span>{say("chat.read")}</span>}
      {message.edited && <span>{say("chat.edited")}</span>}
      <span>{timeOf(message.at, language)}</span>
      <span class="hidden">{say("chat.details")}</span>
    </button>
  );
}
