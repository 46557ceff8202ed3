import type { DeskTexts } from "../../../../messages/desk-page";
import { totalOf, type Line } from "../data/lines";
import type { Saying } from "../saying";

/**
 * What should lie in each officer's box: what the books say that she took today, and in the reader's own also what she took and the books do not
 * have yet.
 */
export function BoxBar({ desk, lines, saying }: { desk: DeskTexts; lines: readonly Line[]; saying: Saying }) {
  const { words, fill, money } = saying;
  const kept = lines.filter(({ dayId }) => dayId === desk.dayId).flatMap(({ rows }) => rows);
  return (
    <dl class="boxes">
      {desk.boxes.map(({ name, isOwn, total, count }) => (
        <div key={name} class={isOwn ? "own" : ""}>
          <dt>{isOwn ? words.page.ownBox : fill(words.page.boxOf, { name })}</dt>
          <dd>
            {isOwn
              ? fill(words.page.boxSum, { sum: money(total + totalOf(kept)), count: count + kept.length })
              : fill(words.page.boxSum, { sum: money(total), count })}
            {isOwn && kept.length > 0 && (
              <p class="quiet">{fill(words.page.boxKept, { sum: money(totalOf(kept)), count: kept.length })}</p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
