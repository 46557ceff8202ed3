import type { Group, Person } from "../data/types";
import { Icon } from "../frame/Icon";
import { useWords } from "../words/words";
import type { Deeds } from "./deeds";

/** What stands between messages and typing bar: blocked, no friend, not in the room, and what the last tap did. */
export function ChatNotices({ owner, group, deeds }: { owner: Person; group: Group | null; deeds: Deeds }) {
  const { say } = useWords();
  return (
    <>
      {group === null && owner.blocked && (
        <Standing text={say("chat.blocked")} button={say("settings.unblock")} onClick={deeds.follow} />
      )}
      {group === null && !owner.blocked && !owner.friend && (
        <Standing text={say("chat.notFriend")} button={say("settings.follow")} onClick={deeds.follow} />
      )}
      {group?.botPresent === false && <p class="standing">{say("chat.noBot")}</p>}
      <div role="status">
        {deeds.notice && (
          <div class={deeds.notice.isProblem ? "told told-problem" : "told"}>
            <p>{deeds.notice.text}</p>
            <button type="button" class="round" aria-label={say("chat.close")} onClick={deeds.dismiss}>
              <Icon name="close" />
            </button>
          </div>
        )}
      </div>
    </>
  );
}

function Standing({ text, button, onClick }: { text: string; button: string; onClick: () => void }) {
  return (
    <div class="standing">
      <p>{text}</p>
      <button type="button" class="plain" onClick={onClick}>
        {button}
      </button>
    </div>
  );
}
