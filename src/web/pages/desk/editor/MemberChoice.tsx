import type { DeskHouseholdTexts } from "../../../../messages/desk-page";
import { totalOf } from "../data/lines";
import type { Saying } from "../saying";
import type { Sums } from "./use-sums";

/** Which passbook of the household the sums are of; each with its sum so far. */
export function MemberChoice({ house, sums, saying }: { house: DeskHouseholdTexts; sums: Sums; saying: Saying }) {
  const { words, fill, money } = saying;
  return (
    <fieldset class="members">
      <legend>{words.editor.members}</legend>
      {house.passbooks.map((book) => {
        const row = sums.rowOf(book);
        return (
          <label key={book.memberNo} class={book.memberNo === sums.book.memberNo ? "chosen" : ""}>
            <input
              type="radio"
              name="member"
              checked={book.memberNo === sums.book.memberNo}
              onChange={() => sums.chooseBook(book.memberNo)}
            />
            <span>{fill(words.editor.member, { memberNo: book.memberNo, name: book.nickname || book.name })}</span>
            <span class="sum">{row ? money(totalOf([row])) : "–"}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
