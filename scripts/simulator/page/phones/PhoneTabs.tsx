import { useEffect, useRef, useState } from "preact/hooks";
import { chatIdOf, keyOf, showPhone, usePhones, type PhoneOnTable } from "../data/phones";
import type { State } from "../data/types";
import { useWorld } from "../data/world";
import { Avatar } from "../frame/Avatar";
import { Icon } from "../frame/Icon";
import { useWords } from "../words/words";

/** Switches between phones where there is room for one only. */
export function PhoneTabs({ state, onAdd }: { state: State; onAdd: () => void }) {
  const { say } = useWords();
  const table = usePhones((value) => value.table);
  return (
    <nav class="tabs" aria-label={say("phones.label")}>
      {table.map((phone) => (
        <PhoneTab key={keyOf(phone)} phone={phone} state={state} />
      ))}
      <button type="button" class="round" aria-label={say("phones.add")} onClick={onAdd}>
        <Icon name="plus" />
      </button>
    </nav>
  );
}

function PhoneTab({ phone, state }: { phone: PhoneOnTable; state: State }) {
  const { say } = useWords();
  const isCurrent = usePhones(({ current }) => current === keyOf(phone));
  const count = useWorld(({ chats }) => chats[chatIdOf(phone)]?.messages.length ?? 0);
  const [seen, setSeen] = useState<number | null>(null);
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCurrent || (seen === null && count > 0)) setSeen(count);
  }, [isCurrent, count, seen]);
  useEffect(() => {
    if (isCurrent) ref.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [isCurrent]);
  const owner = state.users.find(({ id }) => id === phone.user);
  const group = state.groups.find(({ id }) => id === phone.group);
  if (!owner) return null;
  return (
    <button
      ref={ref}
      type="button"
      class="tab"
      aria-current={isCurrent ? "true" : undefined}
      onClick={() => showPhone(phone)}
    >
      <Avatar small name={owner.name} colour={owner.colour} />
      <span class="tab-name">{group ? group.name : owner.name}</span>
      {!isCurrent && seen !== null && count > seen && (
        <span class="dot">
          <span class="hidden">{say("phones.new")}</span>
        </span>
      )}
    </button>
  );
}
