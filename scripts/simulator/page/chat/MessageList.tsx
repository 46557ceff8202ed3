import { Fragment } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Chat, Person } from "../data/types";
import { dayOf } from "../words/times";
import { useWords } from "../words/words";
import { MessageRow } from "./MessageRow";

interface ListProps {
  chat: Chat | undefined;
  owner: Person;
  people: ReadonlyMap<string, Person>;
  botName: string;
}

/** The messages of a chat, oldest first, with a line where a day begins. The newest is in sight. */
export function MessageList({ chat, owner, people, botName }: ListProps) {
  const { say, language } = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const messages = chat?.messages ?? [];
  useLayoutEffect(() => {
    if (ref.current) ref.current.scrollTop = 0; // The list grows upwards from its foot.
  }, [messages.length, chat?.loading]);
  return (
    <div class="list" ref={ref} tabIndex={0} role="log" aria-label={say("chat.log")}>
      <div class="list-inside">
        {chat && messages.length === 0 && <p class="chat-line">{say("chat.empty")}</p>}
        {messages.map((message, index) => {
          const before = messages[index - 1];
          const day = dayOf(message.at, language);
          const isNewDay = before === undefined || dayOf(before.at, language) !== day;
          return (
            <Fragment key={message.id}>
              {isNewDay && <p class="chat-line">{day}</p>}
              <MessageRow
                message={message}
                isOwn={message.from === owner.id}
                writer={people.get(message.from) ?? null}
                botName={botName}
                isFirst={isNewDay || before.from !== message.from || before.unsent}
              />
            </Fragment>
          );
        })}
        {chat?.loading === true && (
          <p class="writing" role="status">
            <i />
            <i />
            <i />
            <span class="hidden">{say("chat.writing")}</span>
          </p>
        )}
      </div>
    </div>
  );
}
