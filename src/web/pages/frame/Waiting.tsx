import { phoneLanguage, wordsIn } from "../words";
import { Frame } from "./Frame";

/** Stands while LINE is asked who opens the page. */
export function AskingPage() {
  const { asking } = wordsIn(phoneLanguage).frame;
  return (
    <Frame language={phoneLanguage} title={asking.title} busy>
      <p class="quiet">{asking.why}</p>
    </Frame>
  );
}

/** Stands where the signal was lost, with the way to try again. */
export function LostPage({ again }: { again: () => void }) {
  const { lost } = wordsIn(phoneLanguage).frame;
  return (
    <Frame language={phoneLanguage} title={lost.title}>
      <p>{lost.wayOut}</p>
      <button type="button" class="primary" onClick={again}>
        {lost.again}
      </button>
    </Frame>
  );
}
