import { useWords } from "../words/words";

/** An HTTP status, with a sign and a colour for how it went; null: no answer. */
export function Status({ status }: { status: number | null }) {
  const { say } = useWords();
  const isGood = status !== null && status < 400;
  return (
    <span class={isGood ? "status status-good" : "status status-bad"}>
      {isGood ? "✓" : "✕"} {status ?? say("traffic.noAnswer")}
    </span>
  );
}
