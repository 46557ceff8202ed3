import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { PageLanguage } from "../words";

/** What every page has around it: the group's name small, the title, and the document's language and name. */
export function Frame(props: {
  language: PageLanguage;
  title: string;
  group?: string;
  busy?: boolean;
  children: ComponentChildren;
}) {
  const { language, title, group, busy = false, children } = props;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = title;
  }, [language, title]);
  return (
    <main aria-busy={busy} aria-labelledby="title">
      <header>
        {group !== undefined && <p class="group">{group}</p>}
        <h1 id="title">{title}</h1>
      </header>
      {children}
    </main>
  );
}
