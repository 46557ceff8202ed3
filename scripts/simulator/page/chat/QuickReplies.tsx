import type { messagingApi } from "@line/bot-sdk";
import { useContext } from "preact/hooks";
import type { JsonObject } from "../data/types";
import { Tapping } from "../flex/tapping";
import { useWords } from "../words/words";

/** The quick replies of the last message, in one row. */
export function QuickReplies({ items }: { items: readonly JsonObject[] }) {
  const { say } = useWords();
  const tap = useContext(Tapping);
  if (items.length === 0) return null;
  return (
    <div class="quick" role="group" aria-label={say("chat.quick")}>
      {items.map((item, index) => {
        const action = item["action"] as messagingApi.Action;
        return (
          <button key={index} type="button" onClick={() => tap(action)}>
            {action.label}
          </button>
        );
      })}
    </div>
  );
}
