import { useEffect, useState } from "preact/hooks";
import { readIdToken } from "../data/identity";
import { phoneLanguage, wordsIn } from "../words";
import { Frame } from "./Frame";
import { UnknownPage } from "./UnknownPage";

/** LINE opens the pages' root first, with the page's address beside it: its SDK then goes on to that page. */
export function ComingFromLine() {
  const [stays, setStays] = useState(false);
  useEffect(() => {
    void readIdToken().finally(() => setStays(true));
  }, []);
  const { asking } = wordsIn(phoneLanguage).frame;
  return stays ? (
    <UnknownPage />
  ) : (
    <Frame language={phoneLanguage} title={asking.title} busy>
      <p class="quiet">{asking.why}</p>
    </Frame>
  );
}
