import { useId } from "preact/hooks";
import { api } from "../data/api";
import { handOver, type PhoneOnTable } from "../data/phones";
import { letterScales, setSettings, useSettings } from "../data/settings";
import type { Group, Person } from "../data/types";
import { Dialog } from "../frame/Dialog";
import { useWords } from "../words/words";

interface SettingsProps {
  phone: PhoneOnTable;
  owner: Person;
  group: Group | null;
  people: ReadonlyMap<string, Person>;
  onClose: () => void;
}

/** What can be set on a phone: language, letters, friendship; in a group chat who holds it and whether the account is in. */
export function PhoneSettings({ phone, owner, group, people, onClose }: SettingsProps) {
  const { say } = useWords();
  const id = useId();
  const letters = useSettings((value) => value.letters);
  return (
    <Dialog title={say("phones.settings", { name: owner.name })} onClose={onClose}>
      <div class="stack">
        {owner.statusMessage !== undefined && (
          <p>
            {say("settings.role")}: {owner.statusMessage}
          </p>
        )}
        <label for={`${id}language`}>{say("settings.language")}</label>
        <select
          id={`${id}language`}
          value={owner.language}
          onChange={(event) => void api.changePerson(owner.id, { language: event.currentTarget.value })}
        >
          <option value="th">ไทย</option>
          <option value="en">English</option>
        </select>
        <label for={`${id}letters`}>{say("settings.letters")}</label>
        <select
          id={`${id}letters`}
          value={letters}
          onChange={(event) => setSettings({ letters: Number(event.currentTarget.value) })}
        >
          {letterScales.map((scale) => (
            <option key={scale} value={scale}>
              {say(`settings.letters.${scale}`)}
            </option>
          ))}
        </select>
        {group ? (
          <InGroup phone={phone} group={group} people={people} id={id} onClose={onClose} />
        ) : (
          <Friendship owner={owner} />
        )}
      </div>
    </Dialog>
  );
}

function Friendship({ owner }: { owner: Person }) {
  const { say } = useWords();
  const isFriend = owner.friend && !owner.blocked;
  return (
    <div class="buttons">
      {isFriend ? (
        <button type="button" class="plain" onClick={() => void api.block(owner.id)}>
          {say("settings.block")}
        </button>
      ) : (
        <button type="button" class="primary" onClick={() => void api.follow(owner.id)}>
          {say(owner.blocked ? "settings.unblock" : "settings.follow")}
        </button>
      )}
    </div>
  );
}

function InGroup(props: Omit<SettingsProps, "owner" | "group"> & { group: Group; id: string }) {
  const { say } = useWords();
  const { phone, group, people, id, onClose } = props;
  const hand = (user: string): void => {
    handOver(phone, { user, group: group.id });
    onClose();
  };
  return (
    <>
      <label for={`${id}hand`}>{say("settings.hand")}</label>
      <select id={`${id}hand`} value={phone.user} onChange={(event) => hand(event.currentTarget.value)}>
        {group.members.map((member) => (
          <option key={member} value={member}>
            {people.get(member)?.name ?? member}
          </option>
        ))}
      </select>
      <div class="buttons">
        <button type="button" class="plain" onClick={() => void api.setBot(group.id, !group.botPresent)}>
          {say(group.botPresent ? "settings.remove" : "settings.invite")}
        </button>
      </div>
    </>
  );
}
