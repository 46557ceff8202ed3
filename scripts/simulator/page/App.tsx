import { useEffect, useState } from "preact/hooks";
import { usePanel } from "./data/panel";
import { useSettings } from "./data/settings";
import { useWorld } from "./data/world";
import { TopBar, type View } from "./frame/TopBar";
import { narrow, useMedia } from "./frame/use-media";
import { Gallery } from "./gallery/Gallery";
import { SidePanel } from "./panel/SidePanel";
import { Table } from "./phones/Table";
import { useWords } from "./words/words";

function viewOfAddress(): View {
  return location.hash === "#gallery" ? "gallery" : "chat";
}

function useView(): View {
  const [view, setView] = useState(viewOfAddress);
  useEffect(() => {
    const look = (): void => setView(viewOfAddress());
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, []);
  return view;
}

/** The whole page. */
export function App() {
  const { say, language } = useWords();
  const view = useView();
  const state = useWorld((value) => value.state);
  const connected = useWorld((value) => value.connected);
  const isPanelOpen = usePanel(({ open }) => open);
  const isNarrow = useMedia(narrow);
  const letters = useSettings((value) => value.letters);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.style.setProperty("--letters", String(letters));
    document.title = say("title");
  }, [language, letters, say]);
  return (
    <div class="page">
      <TopBar view={view} />
      {!connected && (
        <p class="lost" role="alert">
          {say("connection.lost")}
        </p>
      )}
      {view === "gallery" && <Gallery />}
      {view === "chat" && (
        <div class="room">
          {state ? (
            <Table state={state} inert={isNarrow && isPanelOpen} />
          ) : (
            <main class="table" aria-busy="true">
              <p class="quiet">{say("connection.first")}</p>
            </main>
          )}
          {isPanelOpen && <SidePanel />}
        </div>
      )}
    </div>
  );
}
