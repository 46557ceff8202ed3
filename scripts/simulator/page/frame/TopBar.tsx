import { useState } from "preact/hooks";
import icon from "../icon.svg";
import { togglePanel, usePanel } from "../data/panel";
import { setSettings } from "../data/settings";
import { useWorld } from "../data/world";
import { whenText } from "../words/times";
import { useWords } from "../words/words";
import { ClockDialog } from "./ClockDialog";
import { Icon } from "./Icon";
import { usePeoplesTime } from "./use-peoples-time";

/** What kind of view the page shows. */
export type View = "chat" | "gallery";

/** The page's head: views, the people's clock, the month's bill, the traffic, the language. */
export function TopBar({ view }: { view: View }) {
  const { say, language } = useWords();
  return (
    <header class="top">
      <h1>
        <img src={icon} alt="" />
        <span>{say("title")}</span>
      </h1>
      <nav aria-label={say("nav.label")}>
        <a href="#" aria-current={view === "chat" ? "page" : undefined}>
          {say("nav.chat")}
        </a>
        <a href="#gallery" aria-current={view === "gallery" ? "page" : undefined}>
          {say("nav.gallery")}
        </a>
      </nav>
      {view === "chat" && <ChatTools />}
      <button
        type="button"
        class="top-language"
        lang={language === "th" ? "en" : "th"}
        onClick={() => setSettings({ language: language === "th" ? "en" : "th" })}
      >
        {say("nav.language")}
      </button>
    </header>
  );
}

function ChatTools() {
  const { say, language } = useWords();
  const now = usePeoplesTime();
  const bill = useWorld(({ state }) => state?.bill);
  const panel = usePanel(({ open, tab }) => (open ? tab : null));
  const [isClockOpen, setClockOpen] = useState(false);
  const limit = bill?.quota.type === "limited" ? ` / ${bill.quota.value.toLocaleString("en")}` : "";
  return (
    <div class="top-tools">
      <button type="button" onClick={() => setClockOpen(true)}>
        <Icon name="clock" />
        <span class="hidden">{say("clock.open")}</span>
        {whenText(now, language)}
      </button>
      <button type="button" aria-pressed={panel === "bill"} onClick={() => togglePanel("bill")}>
        <Icon name="bill" />
        <span class="hidden">{say("bill.chip")}</span>
        {bill ? `${bill.used}${limit}` : ""}
      </button>
      <button type="button" aria-pressed={panel === "traffic"} onClick={() => togglePanel("traffic")}>
        <Icon name="traffic" />
        <span class="tool-words">{say("panel.traffic")}</span>
      </button>
      {isClockOpen && <ClockDialog onClose={() => setClockOpen(false)} />}
    </div>
  );
}
