import type { DeskTexts } from "../../../../messages/desk-page";
import type { Saying } from "../saying";

/** Which day's paper is entered, and how much of the cash that two people sealed then is not in the books yet. */
export function SheetBar({ sheet, saying }: { sheet: NonNullable<DeskTexts["sheet"]>; saying: Saying }) {
  const { words, fill } = saying;
  return (
    <p class="sheet" role="status">
      {fill(words.sheet.title, { day: sheet.day })} {offText(sheet.missing, saying)}
    </p>
  );
}

function offText(missing: number | null, { words, fill, money }: Saying): string {
  if (missing === null) return words.sheet.unsealed;
  if (missing === 0) return `✓ ${words.sheet.equal}`;
  return fill(missing > 0 ? words.sheet.missing : words.sheet.over, { sum: money(Math.abs(missing)) });
}
