import type { ApiCall } from "../data/types";
import { useWords } from "../words/words";
import { Json } from "./Json";
import { Status } from "./Status";

const sends: readonly (string | null)[] = ["replyMessage", "pushMessage", "multicast", "broadcast"];

/** One call of Sajja to LINE; with its body unfolded where `open`. */
export function CallSheet({ call, open = false }: { call: ApiCall; open?: boolean }) {
  const { say } = useWords();
  return (
    <div class="sheet">
      <p class="sheet-head">
        <strong>{call.operation ?? call.path}</strong>
        <Status status={call.status === 0 ? null : call.status} />
        <span>{say("traffic.ms", { ms: Math.round(call.ms) })}</span>
      </p>
      <p class="code">
        {call.method} {call.path}
      </p>
      {sends.includes(call.operation) && (
        <p>
          {say("behind.delivered", { count: call.delivered })} ·{" "}
          {call.billed === 0 ? say("behind.free") : say("behind.billed", { count: call.billed })}
        </p>
      )}
      {call.retryKey !== null && (
        <p class="code">
          {say("behind.retryKey")} {call.retryKey}
        </p>
      )}
      {call.note !== null && <p>{call.note}</p>}
      <Json title={say("behind.body")} value={call.requestBody} open={open} />
      <Json title={say("behind.answer")} value={call.responseBody} />
    </div>
  );
}
