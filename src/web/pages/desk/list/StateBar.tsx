import type { GroupId } from "../../../../domain/ids";
import { deskLink } from "../../../../messages/page-links";
import { reopen } from "../../data/identity";
import type { DeskState } from "../data/desk-store";
import { totalOf } from "../data/lines";
import type { Saying } from "../saying";

/** Says what is in the books and what waits, and for what. */
export function StateBar(props: { state: DeskState; saying: Saying; onRetry: () => void }) {
  const { state, saying, onRetry } = props;
  const { words } = saying;
  return (
    <div class="state">
      <p role="status" class={state.signal && !state.signedOut && !state.ended ? "" : "warned"}>
        {stateText(state, saying)}
      </p>
      {state.signedOut ? (
        <button type="button" onClick={() => void reopen((liffId) => deskLink(liffId, state.desk.groupId as GroupId))}>
          {words.state.reopenButton}
        </button>
      ) : (
        !state.signal && (
          <button type="button" onClick={onRetry}>
            {words.state.retry}
          </button>
        )
      )}
      {!state.keeps && (
        <p role="alert" class="warned">
          {words.state.keepsNot}
        </p>
      )}
    </div>
  );
}

function stateText({ lines, signal, signedOut, ended }: DeskState, { words, fill, money }: Saying): string {
  const waiting = lines.filter(({ state }) => state === "waiting").flatMap(({ rows }) => rows);
  const values = { count: waiting.length, sum: money(totalOf(waiting)) };
  if (signedOut) return words.state.reopen;
  if (ended) return `✕ ${ended.join(" ")}`;
  if (!signal) return waiting.length > 0 ? `◷ ${fill(words.state.gone, values)}` : `◷ ${words.state.goneEmpty}`;
  if (waiting.length > 0) return `◷ ${fill(words.state.sending, values)}`;
  return lines.length === 0 ? `✓ ${words.state.allSent}` : "";
}
