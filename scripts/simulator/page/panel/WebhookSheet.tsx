import type { WebhookCall } from "../data/types";
import { useWords } from "../words/words";
import { Json } from "./Json";
import { Status } from "./Status";

/** One webhook from LINE to Sajja; with its body unfolded where `open`. */
export function WebhookSheet({ webhook, open = false }: { webhook: WebhookCall; open?: boolean }) {
  const { say } = useWords();
  return (
    <div class="sheet">
      <p class="sheet-head">
        <strong>POST /webhook</strong>
        <Status status={webhook.status} />
        <span>{say("traffic.ms", { ms: Math.round(webhook.ms) })}</span>
      </p>
      {webhook.isRedelivery && <p>{say("behind.redelivery")}</p>}
      {webhook.reason !== "OK" && <p>{webhook.reason}</p>}
      <p class="code">
        {say("behind.signature")} {webhook.signature}
      </p>
      <Json title={say("behind.body")} value={JSON.parse(webhook.body)} open={open} />
    </div>
  );
}
