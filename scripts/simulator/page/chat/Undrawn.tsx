import type { messagingApi } from "@line/bot-sdk";
import { useContext } from "preact/hooks";
import type { JsonObject } from "../data/types";
import { Tapping } from "../flex/tapping";
import { useWords } from "../words/words";

function actionsIn(value: unknown): messagingApi.Action[] {
  if (Array.isArray(value)) return value.flatMap(actionsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === "actions" && Array.isArray(inner)) return inner as messagingApi.Action[];
    return key === "quickReply" ? [] : actionsIn(inner);
  });
}

/** A message of a type that the page does not draw: what it says in words, and its buttons. */
export function Undrawn({ content }: { content: JsonObject }) {
  const { say } = useWords();
  const tap = useContext(Tapping);
  const type = String(content["type"]);
  return (
    <div class="bubble undrawn">
      <p>{String(content["altText"] ?? content["originalContentUrl"] ?? type)}</p>
      <p>
        <small>{say("chat.undrawn", { type })}</small>
      </p>
      {actionsIn(content).map((action, index) => (
        <button key={index} type="button" class="plain" onClick={() => tap(action)}>
          {action.label ?? action.type}
        </button>
      ))}
    </div>
  );
}
