import { phoneLanguage, wordsIn } from "../words";
import { Frame } from "./Frame";

/** What stands at an address that is no page. */
export function UnknownPage() {
  const { unknown } = wordsIn(phoneLanguage).frame;
  return (
    <Frame language={phoneLanguage} title={unknown.title}>
      <p>{unknown.wayOut}</p>
    </Frame>
  );
}
