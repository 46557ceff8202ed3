import { useState } from "preact/hooks";
import type { PaperListTexts } from "../../../messages/paper-list";
import { ask } from "../data/api";
import { Frame } from "../frame/Frame";
import { NotAnswered } from "../frame/NotAnswered";
import { useAnswer } from "../frame/use-answer";
import { wordsIn } from "../words";
import { PaperRow } from "./PaperRow";

/** What the address names: a group, a paper that comes first, and its day or month. */
export interface PapersPlace {
  group: string | null;
  kind: string | null;
  at: string | null;
}

/** The papers that whoever opens it may read, by group. */
export function PapersPage({ place }: { place: PapersPlace }) {
  const { asked, again } = useAnswer(
    async (idToken) => (await (await ask(idToken, "/papers")).json()) as PaperListTexts,
  );
  return asked.state === "answered" ? (
    <Papers texts={asked.answer} place={place} />
  ) : (
    <NotAnswered asked={asked} again={again} />
  );
}

function Papers({ texts, place }: { texts: PaperListTexts; place: PapersPlace }) {
  const words = wordsIn(texts.language).papers;
  const [chosen, setChosen] = useState(place.group);
  const group = texts.groups.find(({ id }) => id === chosen) ?? texts.groups[0];
  if (!group) throw new Error("who opens the page reads the papers of a group");
  const wanted = group.papers.filter(({ kind }) => kind === place.kind);
  const papers = [...wanted, ...group.papers.filter((paper) => !wanted.includes(paper))];
  return (
    <Frame language={texts.language} title={texts.title} group={group.name}>
      {texts.groups.length > 1 && (
        <label>
          {words.group}{" "}
          <select value={group.id} onChange={(event) => setChosen(event.currentTarget.value)}>
            {texts.groups.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {papers.map((paper) => (
        <PaperRow
          key={`${group.id} ${paper.kind}`}
          group={group}
          paper={paper}
          at={paper.kind === place.kind ? place.at : null}
          words={words}
        />
      ))}
    </Frame>
  );
}
