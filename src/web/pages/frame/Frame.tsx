import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { isOfPractice } from "../../../domain/practice/practice";
import { wordsIn, type PageLanguage } from "../words";

/** What every page has around it: the group's name small, the title, and the document's language and name; above all, that it is of a practice. */
export function Frame(props: {
  language: PageLanguage;
  title: string;
  group?: string;
  busy?: boolean;
  /** Room for several columns where the screen has it. */
  wide?: boolean;
  children: ComponentChildren;
}) {
  const { language, title, group, busy = false, wide = false, children } = props;
  const practice = isOfPractice(location.pathname) ? wordsIn(language).frame.practice : null;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = practice === null ? title : `${practice} · ${title}`;
  }, [language, title]);
  return (
    <main class={wide ? "wide" : ""} aria-busy={busy} aria-labelledby="title">
      {practice !== null && <p class="practice">{practice}</p>}
      <header>
        {group !== undefined && <p class="group">{group}</p>}
        <h1 id="title" tabIndex={-1}>
          {title}
        </h1>
      </header>
      {children}
    </main>
  );
}
