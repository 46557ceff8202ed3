import { useState } from "preact/hooks";
import type { PaperListTexts } from "../../../messages/paper-list";
import { RefusedError, type Refusal } from "../data/api";
import type { wordsIn } from "../words";
import { download } from "./download";

type Group = PaperListTexts["groups"][number];
type Words = ReturnType<typeof wordsIn>["papers"];

const refusalText = ({ what, rule, wayOut }: Refusal): string => [what, rule, wayOut].filter(Boolean).join(" · ");

/** One paper with the days or months that it can be of, and a button for each form. */
export function PaperRow(props: { group: Group; paper: Group["papers"][number]; at: string | null; words: Words }) {
  const { group, paper, words } = props;
  const times = paper.span === "day" ? group.days : paper.span === "month" ? group.months : [];
  const first = times.find(({ at }) => at === props.at)?.at ?? times[0]?.at ?? "now";
  const [at, setAt] = useState<string>(first);
  const [state, setState] = useState("");
  const give = async (format: "pdf" | "xlsx"): Promise<void> => {
    setState(words.making);
    try {
      await download(`/papers/${group.id}/${paper.kind}/${at}/${format}`, `${paper.kind}-${at}.${format}`);
      setState(paper.named ? words.writtenDown : words.made);
    } catch (error) {
      setState(error instanceof RefusedError ? refusalText(error.refusal) : words.lost);
    }
  };
  const id = `paper-${paper.kind}`;
  const isNone = paper.span === "day" && times.length === 0 && paper.kind !== "trial-balance";
  return (
    <section class="paper" aria-labelledby={id}>
      <h2 id={id}>{paper.title}</h2>
      <p class="quiet">{paper.about}</p>
      {times.length > 0 && (
        <label>
          {words.of}{" "}
          <select value={at} onChange={(event) => setAt(event.currentTarget.value)}>
            {times.map((time) => (
              <option key={time.at} value={time.at}>
                {time.text}
              </option>
            ))}
          </select>
        </label>
      )}
      {isNone ? (
        <p>{words.noDay}</p>
      ) : (
        <div class="forms">
          <button type="button" class="primary" aria-label={`${paper.title} PDF`} onClick={() => void give("pdf")}>
            PDF
          </button>
          <button type="button" class="second" aria-label={`${paper.title} Excel`} onClick={() => void give("xlsx")}>
            Excel
          </button>
        </div>
      )}
      <p role="status" class="quiet">
        {state}
      </p>
    </section>
  );
}
