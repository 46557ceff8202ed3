import { clearTraffic } from "../data/live";
import type { ApiCall, WebhookCall } from "../data/types";
import { useWorld } from "../data/world";
import { timeOf } from "../words/times";
import { useWords } from "../words/words";
import { CallSheet } from "./CallSheet";
import { Status } from "./Status";
import { WebhookSheet } from "./WebhookSheet";

const mostShown = 100;

type Row = { seq: number; at: string; status: number | null } & (
  { call: ApiCall; webhook: null; name: string } | { call: null; webhook: WebhookCall; name: string }
);

function eventTypes({ body }: WebhookCall): string {
  const { events } = JSON.parse(body) as { events: { type: string; message?: { type: string } }[] };
  return events.map(({ type, message }) => (message ? `${type} (${message.type})` : type)).join(", ") || "ping";
}

function rowsOf(calls: readonly ApiCall[], webhooks: readonly WebhookCall[]): Row[] {
  const rows: Row[] = [
    ...calls.map((call) => ({
      seq: call.seq,
      at: call.at,
      status: call.status === 0 ? null : call.status,
      call,
      webhook: null,
      name: call.operation ?? call.path,
    })),
    ...webhooks.map((webhook) => ({
      seq: webhook.seq,
      at: webhook.at,
      status: webhook.status,
      call: null,
      webhook,
      name: eventTypes(webhook),
    })),
  ];
  return rows.sort((a, b) => b.seq - a.seq).slice(0, mostShown);
}

/** Everything between LINE and Sajja, the newest first. */
export function TrafficLog() {
  const { say, language } = useWords();
  const calls = useWorld((value) => value.calls);
  const webhooks = useWorld((value) => value.webhooks);
  const rows = rowsOf(calls, webhooks);
  if (rows.length === 0) return <p class="quiet">{say("traffic.none")}</p>;
  return (
    <>
      <div class="log-head">
        <p class="quiet">{say("traffic.count", { count: rows.length })}</p>
        <button type="button" class="plain" onClick={() => void clearTraffic()}>
          {say("traffic.clear")}
        </button>
      </div>
      <ul class="log">
        {rows.map(({ seq, at, status, call, webhook, name }) => (
          <li key={seq}>
            <details>
              <summary>
                <span class={webhook ? "way way-in" : "way way-out"}>
                  {say(webhook ? "traffic.in" : "traffic.out")}
                </span>
                <strong>{name}</strong>
                <Status status={status} />
                <span>{timeOf(at, language)}</span>
              </summary>
              {call ? <CallSheet call={call} /> : <WebhookSheet webhook={webhook} />}
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
