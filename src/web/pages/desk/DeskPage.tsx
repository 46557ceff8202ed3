import { NotAnswered } from "../frame/NotAnswered";
import { useAnswer } from "../frame/use-answer";
import { phoneLanguage } from "../words";
import { Desk } from "./Desk";
import { deskApi } from "./data/desk-api";
import { DeskStore } from "./data/desk-store";
import { linesKept, totalOf } from "./data/lines";
import { sayingIn } from "./saying";

const newId = (): string => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("");

async function openDesk(groupId: string, idToken: string): Promise<DeskStore> {
  const api = deskApi(groupId, idToken);
  const later = (ms: number, run: () => void): (() => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
  return new DeskStore({ ...api, store: localStorage, now: () => Date.now(), later, newId }, await api.read());
}

/** The desk of a group's working day, to who records its money. */
export function DeskPage({ groupId }: { groupId: string }) {
  const { asked, again } = useAnswer((idToken) => openDesk(groupId, idToken));
  if (asked.state === "answered") return <Desk store={asked.answer} />;
  return (
    <NotAnswered asked={asked} again={again}>
      <LeftOnPhone groupId={groupId} language={asked.state === "refused" ? asked.refusal.language : phoneLanguage} />
    </NotAnswered>
  );
}

/** What this phone took and the books do not have: nothing of it is lost while the desk cannot be shown. */
function LeftOnPhone({ groupId, language }: { groupId: string; language: typeof phoneLanguage }) {
  const lines = linesKept(localStorage, groupId);
  if (lines.length === 0) return null;
  const { words, fill, money } = sayingIn(language);
  const rows = lines.flatMap((line) => line.rows);
  return (
    <section class="refusals">
      <h2>{fill(words.refusals.kept, { count: rows.length, sum: money(totalOf(rows)) })}</h2>
      <ul>
        {rows.map((row, at) => (
          <li key={at}>{fill(words.refusals.row, { memberNo: row.memberNo, sum: money(totalOf([row])) })}</li>
        ))}
      </ul>
    </section>
  );
}
