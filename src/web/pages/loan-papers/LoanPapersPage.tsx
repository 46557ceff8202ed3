import { useState } from "preact/hooks";
import type { LoanPaperTexts } from "../../../messages/loan-papers";
import { ask, RefusedError } from "../data/api";
import { Frame } from "../frame/Frame";
import { NotAnswered } from "../frame/NotAnswered";
import { useAnswer } from "../frame/use-answer";
import { download } from "../papers/download";
import { wordsIn } from "../words";

/** Contract and guarantees of a loan, to be printed and signed: for its officers, its borrower and its guarantors. */
export function LoanPapersPage({ group, request }: { group: string; request: string }) {
  const path = `/loan-papers/${group}/${request}`;
  const { asked, again } = useAnswer(async (idToken) => (await (await ask(idToken, path)).json()) as LoanPaperTexts);
  return asked.state === "answered" ? (
    <Papers texts={asked.answer} path={path} />
  ) : (
    <NotAnswered asked={asked} again={again} />
  );
}

function Papers({ texts, path }: { texts: LoanPaperTexts; path: string }) {
  return (
    <Frame language={texts.language} title={texts.title}>
      {texts.papers.map(({ which, title }) => (
        <PaperButton key={which} title={title} path={`${path}/${which}`} language={texts.language} />
      ))}
    </Frame>
  );
}

function PaperButton(props: { title: string; path: string; language: LoanPaperTexts["language"] }) {
  const { title, path, language } = props;
  const words = wordsIn(language).papers;
  const [state, setState] = useState("");
  const give = async (): Promise<void> => {
    setState(words.making);
    try {
      await download(path, `loan-${path.split("/").at(-1)}.pdf`);
      setState(words.made);
    } catch (error) {
      const refused = error instanceof RefusedError ? error.refusal : null;
      setState(refused ? [refused.what, refused.rule, refused.wayOut].filter(Boolean).join(" · ") : words.lost);
    }
  };
  return (
    <section class="paper" aria-label={title}>
      <h2>{title}</h2>
      <div class="forms">
        <button type="button" class="primary" aria-label={`${title} PDF`} onClick={() => void give()}>
          PDF
        </button>
      </div>
      <p role="status" class="quiet">
        {state}
      </p>
    </section>
  );
}
