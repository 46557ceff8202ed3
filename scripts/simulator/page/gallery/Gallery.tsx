import type { messagingApi } from "@line/bot-sdk";
import { useEffect, useMemo, useState } from "preact/hooks";
import { api } from "../data/api";
import { letterScales, setSettings, useSettings } from "../data/settings";
import type { GalleryItem } from "../data/types";
import { Tapping } from "../flex/tapping";
import { Choice } from "../frame/Choice";
import { useWords } from "../words/words";
import { GalleryFigure } from "./GalleryFigure";

const widths = [280, 320, 430] as const;

function dataOf(action: messagingApi.Action): string {
  if (action.type === "postback") return action.data ?? "";
  if (action.type === "message") return action.text ?? "";
  return action.type === "uri" ? (action.uri ?? "") : action.type;
}

/** Every card and text of Sajja with its examples, in each language. */
export function Gallery() {
  const { say, language } = useWords();
  const letters = useSettings((value) => value.letters);
  const [items, setItems] = useState<readonly GalleryItem[] | null>(null);
  const [query, setQuery] = useState("");
  const [shown, setShown] = useState<"th" | "en" | "both">(language);
  const [width, setWidth] = useState<(typeof widths)[number]>(320);
  const [told, setTold] = useState("");
  useEffect(() => {
    api.gallery().then(setItems, (error: unknown) => setTold(String(error)));
  }, []);
  const found = useMemo(() => {
    const wanted = query.trim().toLowerCase();
    return (items ?? []).filter(
      (item) => (shown === "both" || item.language === shown) && item.name.toLowerCase().includes(wanted),
    );
  }, [items, query, shown]);
  const names = [...new Set(found.map(({ name }) => name))];
  return (
    <main class="gallery">
      <h2>{say("gallery.title")}</h2>
      <div class="gallery-tools">
        <input
          type="search"
          value={query}
          placeholder={say("gallery.search")}
          aria-label={say("gallery.search")}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <Choice
          label={say("gallery.language")}
          options={{ th: "ไทย", en: "English", both: say("gallery.both") }}
          value={shown}
          onChoose={(one) => setShown(one)}
        />
        <Choice
          label={say("gallery.width")}
          options={Object.fromEntries(widths.map((one) => [String(one), String(one)]))}
          value={String(width)}
          onChoose={(one) => setWidth(Number(one) as typeof width)}
        />
        <Choice
          label={say("settings.letters")}
          options={Object.fromEntries(letterScales.map((one) => [String(one), say(`settings.letters.${one}`)]))}
          value={String(letters)}
          onChoose={(one) => setSettings({ letters: Number(one) })}
        />
        <p class="quiet">{items ? say("gallery.count", { count: found.length }) : ""}</p>
      </div>
      <p class="gallery-told" role="status">
        {told}
      </p>
      {items && found.length === 0 && <p class="quiet">{say("gallery.none")}</p>}
      <Tapping.Provider value={(action) => setTold(say("gallery.sends", { data: dataOf(action) }))}>
        {names.map((name) => (
          <section key={name} class="gallery-card">
            <h3>{name}</h3>
            <div class="gallery-row">
              {found
                .filter((item) => item.name === name)
                .map((item) => (
                  <GalleryFigure key={`${item.sample} ${item.language}`} item={item} width={width} />
                ))}
            </div>
          </section>
        ))}
      </Tapping.Provider>
    </main>
  );
}
