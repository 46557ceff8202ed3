import { NotAnswered } from "../frame/NotAnswered";
import { useAnswer } from "../frame/use-answer";
import { phoneLanguage } from "../words";
import { Desk } from "./Desk";
import { deskApi } from "./data/desk-api";
import { DeskStore } from "./data/desk-store";
import { linesKept, totalOf, type Line } from "./data/lines";
import { sayingIn, type Saying } from "./saying";

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
      <LeftOnPhone
        groupId={groupId}
        language={asked.state === "refused" ? asked.refusal.language : phoneLanguage}
        isOfficers={asked.state !== "refused" || asked.refusal.error !== "role.missing"}
      />
    </NotAnswered>
  );
}

/** What this phone took and the books do not have: nothing of it is lost while the desk cannot be shown. Whose it is, officers alone read. */
function LeftOnPhone(props: { groupId: string; language: typeof phoneLanguage; isOfficers: boolean }) {
  const lines = linesKept(localStorage, props.groupId);
  if (lines.length === 0) return null;
  const saying = sayingIn(props.language);
  const { words, fill, money } = saying;
  const rows = lines.flatMap((line) => line.rows);
  return (
    <section class="refusals">
      <h2>{fill(words.refusals.kept, { count: rows.length, sum: money(totalOf(rows)) })}</h2>
      {props.isOfficers && <KeptRows lines={lines} saying={saying} />}
      <p>{words.refusals.left}</p>
    </section>
  );
}

function KeptRows({ lines, saying: { words, fill, money } }: { lines: readonly Line[]; saying: Saying }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.localId}>
          <p>{fill(words.refusals.takenOn, { day: line.day })}</p>
          {line.rows.map((row) => (
            <p key={row.memberNo}>{fill(words.refusals.row, { memberNo: row.memberNo, sum: money(totalOf([row])) })}</p>
          ))}
        </li>
      ))}
    </ul>
  );
}
