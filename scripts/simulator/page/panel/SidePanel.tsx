import { useEffect, useRef } from "preact/hooks";
import { closePanel, openPanel, panelTabs, usePanel } from "../data/panel";
import { Icon } from "../frame/Icon";
import { useWords } from "../words/words";
import { BehindMessage } from "./BehindMessage";
import { BillSheet } from "./BillSheet";
import { TrafficLog } from "./TrafficLog";

/** What goes on behind the phones: behind one message, the whole traffic, the month's bill. */
export function SidePanel() {
  const { say } = useWords();
  const tab = usePanel((value) => value.tab);
  const message = usePanel((value) => value.message);
  const head = useRef<HTMLHeadingElement>(null);
  // Whoever opens the panel, or looks behind another message, goes on reading in it.
  useEffect(() => head.current?.focus(), [tab, message]);
  return (
    <aside class="panel" aria-label={say("panel.label")} onKeyDown={(event) => event.key === "Escape" && closePanel()}>
      <header class="panel-head">
        <h2 ref={head} tabIndex={-1}>
          {say("panel.label")}
        </h2>
        <button type="button" class="round" aria-label={say("panel.close")} onClick={closePanel}>
          <Icon name="close" />
        </button>
      </header>
      <div class="panel-tabs">
        {panelTabs.map((one) => (
          <button key={one} type="button" aria-pressed={one === tab} onClick={() => openPanel(one)}>
            {say(`panel.${one}`)}
          </button>
        ))}
      </div>
      <div class="panel-body" tabIndex={0} role="group" aria-label={say(`panel.${tab}`)}>
        {tab === "message" && <BehindMessage />}
        {tab === "traffic" && <TrafficLog />}
        {tab === "bill" && <BillSheet />}
      </div>
    </aside>
  );
}
