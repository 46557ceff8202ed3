import { useState } from "preact/hooks";
import { api } from "../data/api";
import { usePanel } from "../data/panel";
import type { ChatMessage } from "../data/types";
import { useWorld } from "../data/world";
import { useWords } from "../words/words";
import { CallSheet } from "./CallSheet";
import { Json } from "./Json";
import { WebhookSheet } from "./WebhookSheet";

/** What made one message: the webhook that a person's deed caused and what Sajja answered to it, or the call that sent it. */
export function BehindMessage() {
  const { say } = useWords();
  const at = usePanel((value) => value.message);
  const message = useWorld(({ chats }) =>
    at ? chats[at.chatId]?.messages.find((one) => one.id === at.id) : undefined,
  );
  if (!message) return <p class="quiet">{say("panel.pick")}</p>;
  return message.from === "bot" ? <BehindAnswer message={message} /> : <BehindDeed message={message} />;
}

function BehindAnswer({ message }: { message: ChatMessage }) {
  const { say } = useWords();
  const call = useWorld(({ calls }) => calls.find(({ requestId }) => requestId === message.requestId));
  const webhook = useWorld(({ webhooks }) =>
    webhooks.find(
      ({ webhookEventIds }) => call?.webhookEventId != null && webhookEventIds.includes(call.webhookEventId),
    ),
  );
  return (
    <>
      <h3>{say("behind.call")}</h3>
      {call ? <CallSheet call={call} open /> : <p class="quiet">{say("behind.forgotten")}</p>}
      <h3>{say("behind.webhook")}</h3>
      {webhook ? (
        <WebhookSheet webhook={webhook} />
      ) : (
        <p class="quiet">{say(call?.webhookEventId == null ? "behind.noWebhook" : "behind.forgotten")}</p>
      )}
      <Json title={say("behind.json")} value={message} />
    </>
  );
}

function BehindDeed({ message }: { message: ChatMessage }) {
  const { say } = useWords();
  const eventId = message.webhookEventId;
  const all = useWorld(({ webhooks }) => webhooks);
  const calls = useWorld((value) => value.calls);
  const webhooks = all.filter(({ webhookEventIds }) => eventId !== undefined && webhookEventIds.includes(eventId));
  const answers = calls.filter(({ webhookEventId }) => webhookEventId !== null && webhookEventId === eventId);
  return (
    <>
      <h3>{say("behind.webhook")}</h3>
      {webhooks.map((webhook) => (
        <WebhookSheet key={webhook.seq} webhook={webhook} open />
      ))}
      {webhooks.length === 0 && <p class="quiet">{say("behind.forgotten")}</p>}
      {answers.length > 0 && <h3>{say("behind.answers")}</h3>}
      {answers.map((call) => (
        <CallSheet key={call.seq} call={call} />
      ))}
      <Deeds message={message} />
      <Json title={say("behind.json")} value={message} />
    </>
  );
}

/** What can be done to a message that a person sent: LINE's repeats, and taking it back. */
function Deeds({ message }: { message: ChatMessage }) {
  const { say } = useWords();
  const [problem, setProblem] = useState("");
  const run = (deed: () => Promise<unknown>): void => {
    setProblem("");
    deed().catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
  };
  const { webhookEventId: eventId, chatId, from, id } = message;
  const group = chatId === from ? {} : { group: chatId };
  return (
    <div class="buttons">
      {eventId !== undefined && (
        <>
          <button type="button" class="plain" onClick={() => run(() => api.repeat(eventId, "redeliver"))}>
            {say("behind.redeliver")}
          </button>
          <button type="button" class="plain" onClick={() => run(() => api.repeat(eventId, "duplicate"))}>
            {say("behind.duplicate")}
          </button>
        </>
      )}
      <button
        type="button"
        class="plain"
        onClick={() => run(() => api.act(from, "unsend", { messageId: id, ...group }))}
      >
        {say("behind.unsend")}
      </button>
      {problem !== "" && <p role="alert">{problem}</p>}
    </div>
  );
}
