import { useMemo, useRef, useState } from "preact/hooks";
import { ChatNotices } from "../chat/ChatNotices";
import { useDeeds } from "../chat/deeds";
import { EmojiTray } from "../chat/EmojiTray";
import { MessageList } from "../chat/MessageList";
import { jpegOrPng } from "../chat/photos";
import { QuickReplies } from "../chat/QuickReplies";
import { RichMenu } from "../chat/RichMenu";
import { StickerTray } from "../chat/StickerTray";
import { TimePicker } from "../chat/TimePicker";
import { TypingBar, type Tray } from "../chat/TypingBar";
import { chatIdOf, keyOf, placeId, usePhones, type PhoneOnTable } from "../data/phones";
import type { Chat, Group, Person, State } from "../data/types";
import { useWorld } from "../data/world";
import { Tapping } from "../flex/tapping";
import { useMedia } from "../frame/use-media";
import { useWords } from "../words/words";
import { LiffFrame } from "./LiffFrame";
import { PhoneHead } from "./PhoneHead";
import { PhoneOwner } from "./PhoneOwner";

/** On a low screen the rich menu would leave no room for the chat; it opens on request. */
const highEnough = "(min-height: 44rem) and (min-width: 48rem), (min-height: 52rem)";

/** One phone on the table with the chat that it shows. */
export function Phone({ phone, state }: { phone: PhoneOnTable; state: State }) {
  const { say } = useWords();
  const chat = useWorld(({ chats }) => chats[chatIdOf(phone)]);
  const isCurrent = usePhones(({ current }) => current === keyOf(phone));
  const people = useMemo(() => new Map(state.users.map((user) => [user.id, user])), [state.users]);
  const owner = people.get(phone.user);
  const group = state.groups.find(({ id }) => id === phone.group) ?? null;
  if (!owner) return null;
  const label = group
    ? say("phones.inGroup", { name: owner.name, group: group.name })
    : say("phones.one", { name: owner.name });
  return (
    <section class="place" data-current={isCurrent} aria-label={label} id={placeId(phone)}>
      <PhoneOwner phone={phone} owner={owner} group={group} people={people} />
      <div class="phone">
        <PhoneHead owner={owner} group={group} botName={state.settings.botName} />
        <PhoneChat
          phone={phone}
          owner={owner}
          group={group}
          people={people}
          chat={chat}
          botName={state.settings.botName}
        />
      </div>
    </section>
  );
}

interface ChatProps {
  phone: PhoneOnTable;
  owner: Person;
  group: Group | null;
  people: ReadonlyMap<string, Person>;
  chat: Chat | undefined;
  botName: string;
}

function PhoneChat({ phone, owner, group, people, chat, botName }: ChatProps) {
  const photos = useRef<HTMLInputElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const deeds = useDeeds(phone, () => photos.current?.click());
  const isHigh = useMedia(highEnough);
  const [chosenTray, setTray] = useState<Tray | null>(null);
  const [text, setText] = useState("");
  const menu = chat?.richMenu ?? null;
  const isBlocked = group === null && owner.blocked;
  const byItself = menu?.selected === true && isHigh ? "menu" : "none";
  const tray = isBlocked ? "none" : (chosenTray ?? byItself);
  const partner = group?.name ?? botName;

  const write = (added: string): void => {
    setText((before) => `${before}${added}`);
    input.current?.focus();
  };
  const send = (): void => {
    // What stands in the field, not what was last drawn: keys may be faster than drawing.
    const written = (input.current?.value ?? text).trim();
    if (written === "") return;
    deeds.say(written);
    setText("");
  };
  return (
    <Tapping.Provider value={deeds.tap}>
      <MessageList chat={chat} owner={owner} people={people} botName={botName} />
      <ChatNotices owner={owner} group={group} deeds={deeds} />
      {!isBlocked && <QuickReplies items={chat?.quickReplies ?? []} />}
      <TypingBar
        text={text}
        onText={setText}
        onSend={send}
        tray={tray}
        onTray={setTray}
        menuLabel={menu?.chatBarText ?? null}
        onMention={group ? () => write(`@${botName} `) : null}
        onPhoto={() => photos.current?.click()}
        partner={partner}
        disabled={isBlocked}
        input={input}
      />
      {tray === "emoji" && <EmojiTray onPick={write} />}
      {tray === "stickers" && (
        <StickerTray onSend={({ packageId, stickerId }) => deeds.sendSticker(packageId, stickerId)} />
      )}
      {tray === "menu" && menu && <RichMenu menu={menu} />}
      <input
        ref={photos}
        type="file"
        hidden
        multiple
        accept={jpegOrPng.join(",")}
        onChange={(event) => {
          deeds.sendPhotos([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
      {deeds.page && <LiffFrame address={deeds.page} user={phone.user} onClose={deeds.closePage} />}
      {deeds.picking && <TimePicker action={deeds.picking} onPick={deeds.pick} />}
    </Tapping.Provider>
  );
}
