import type { Group, Person } from "../data/types";
import { Icon } from "../frame/Icon";
import { useWords } from "../words/words";

/** The head of a chat as LINE shows it: with whom. */
export function PhoneHead({ owner, group, botName }: { owner: Person; group: Group | null; botName: string }) {
  const { say } = useWords();
  return (
    <header class="phone-head">
      <Icon name="back" />
      {group ? (
        <p>
          {group.name}{" "}
          <small>({say("chat.people", { count: group.members.length + (group.botPresent ? 1 : 0) })})</small>
        </p>
      ) : (
        <p>
          <span class={owner.blocked ? "shield" : "shield shield-on"} title={say("chat.account")}>
            <Icon name="shield" />
          </span>
          {botName}
        </p>
      )}
      <Icon name="search" />
    </header>
  );
}
