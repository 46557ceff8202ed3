import type { DeskTexts } from "../../../../messages/desk-page";
import type { Saying } from "../saying";

/** What should lie in each officer's box: what the books say that she took today. */
export function BoxBar({ desk, saying }: { desk: DeskTexts; saying: Saying }) {
  const { words, fill, money } = saying;
  return (
    <dl class="boxes">
      {desk.boxes.map(({ name, isOwn, total, count }) => (
        <div key={name} class={isOwn ? "own" : ""}>
          <dt>{isOwn ? words.page.ownBox : fill(words.page.boxOf, { name })}</dt>
          <dd>{fill(words.page.boxSum, { sum: money(total), count })}</dd>
        </div>
      ))}
    </dl>
  );
}
