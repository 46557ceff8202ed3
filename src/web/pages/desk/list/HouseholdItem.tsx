import { useRef } from "preact/hooks";
import type { DeskHouseholdTexts, DeskPassbookTexts } from "../../../../messages/desk-page";
import { totalOf, type Line } from "../data/lines";
import { usualRows } from "../data/sums";
import { houseId } from "../house-id";
import type { Saying } from "../saying";

/** A household: its passbooks with what is due or was taken, [รับครบ] for all that is due, and the way to other sums. */
export function HouseholdItem(props: {
  house: DeskHouseholdTexts;
  lines: readonly Line[];
  /** Whether more is taken: the day was not closed meanwhile. */
  isOpen: boolean;
  saying: Saying;
  onTake: () => void;
  onEdit: () => void;
}) {
  const { house, lines, isOpen, saying, onTake, onEdit } = props;
  const { words, fill, money } = saying;
  const heading = useRef<HTMLHeadingElement>(null);
  const name = saying.house(house);
  const due = totalOf(usualRows(house.passbooks, lines));
  const of = <span class="hidden"> {name}</span>;
  return (
    <li class={due > 0 ? "house" : "house done"}>
      <h2 id={houseId(house)} tabIndex={-1} ref={heading}>
        {name}
      </h2>
      <ul class="books">
        {house.passbooks.map((book) => (
          <li key={book.memberNo}>
            <span>
              {book.memberNo} {book.name}
              {book.nickname !== "" && ` (${book.nickname})`}
            </span>
            <Standing book={book} lines={lines} saying={saying} />
          </li>
        ))}
      </ul>
      <div class="deeds">
        {due === 0 || !isOpen ? (
          <span class="place">{isTaken(house, lines) ? words.page.taken : ""}</span>
        ) : (
          <button
            type="button"
            class="primary"
            onClick={() => {
              onTake();
              // The button is gone now, its place stays; who works by keyboard stays at the household.
              heading.current?.focus({ preventScroll: true });
            }}
          >
            {fill(words.page.takeAll, { sum: money(due) })}
            {of}
          </button>
        )}
        {isOpen && (
          <button type="button" onClick={onEdit}>
            {words.page.takeOther}
            {of}
          </button>
        )}
      </div>
    </li>
  );
}

/** Whether something of the household was taken today. */
function isTaken({ passbooks }: DeskHouseholdTexts, lines: readonly Line[]): boolean {
  const taken = lines.flatMap(({ rows }) => rows.map(({ memberNo }) => memberNo));
  return passbooks.some(({ memberNo, entries }) => entries.length > 0 || taken.includes(memberNo));
}

/** Where a passbook stands today: what waits on the phone first, then what is in the books, then what is due. */
function Standing({ book, lines, saying }: { book: DeskPassbookTexts; lines: readonly Line[]; saying: Saying }) {
  const { words, fill, money } = saying;
  const { memberNo, entries, usual, arrears, status } = book;
  const line = lines.find(({ rows }) => rows.some((row) => row.memberNo === memberNo));
  if (line) {
    const sum = money(totalOf(line.rows.filter((row) => row.memberNo === memberNo)));
    const shape = line.state === "refused" ? "✕" : "◷";
    return (
      <span class={`badge ${line.state}`}>
        {shape} {fill(words.page[line.state], { sum })}
      </span>
    );
  }
  const [entry] = entries;
  const recorded = entries.reduce((all, { total }) => all + total, 0);
  return (
    <>
      {entry && (
        <span class="badge recorded">
          ✓{" "}
          {entries.length === 1
            ? fill(words.page.recorded, { sum: money(entry.total), receipt: entry.receipt })
            : fill(words.page.recordedMany, { count: entries.length, sum: money(recorded) })}
        </span>
      )}
      {usual.length > 0 && (
        <span class="sum">
          {money(totalOf([{ split: usual }]))}
          {arrears > 0 && <span class="quiet"> {fill(words.page.arrears, { count: arrears })}</span>}
        </span>
      )}
      {!entry && usual.length === 0 && (
        <span class="quiet">{status === "pending" ? words.page.pending : words.page.nothingDue}</span>
      )}
    </>
  );
}
