import { useState } from "preact/hooks";
import { closePhone, type PhoneOnTable } from "../data/phones";
import type { Group, Person } from "../data/types";
import { Avatar } from "../frame/Avatar";
import { Icon } from "../frame/Icon";
import { useWords } from "../words/words";
import { PhoneSettings } from "./PhoneSettings";

interface OwnerProps {
  phone: PhoneOnTable;
  owner: Person;
  group: Group | null;
  people: ReadonlyMap<string, Person>;
}

/** Whose phone it is, above the phone. */
export function PhoneOwner({ phone, owner, group, people }: OwnerProps) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="owner">
      <Avatar name={owner.name} colour={owner.colour} />
      <div class="owner-name">
        <h2>{owner.name}</h2>
        <p>{owner.statusMessage ?? ""}</p>
      </div>
      <button
        type="button"
        class="round"
        aria-label={say("phones.settings", { name: owner.name })}
        onClick={() => setOpen(true)}
      >
        <Icon name="more" />
      </button>
      <button
        type="button"
        class="round"
        aria-label={`${say("phones.close")} ${owner.name}`}
        onClick={() => closePhone(phone)}
      >
        <Icon name="close" />
      </button>
      {isOpen && (
        <PhoneSettings phone={phone} owner={owner} group={group} people={people} onClose={() => setOpen(false)} />
      )}
    </div>
  );
}
