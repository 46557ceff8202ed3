import type { DeskHouseholdTexts } from "../../../../messages/desk-page";
import { normalise } from "../../../../understanding/normalise";
import { matchPeople } from "../../../../understanding/people";

/** Tone marks and the vowels above and below: what a hurried thumb leaves out or mistakes. */
const smallSigns = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g;

/** The households that somebody of that number, name or nickname belongs to, or of that name; all of them where nothing is asked. */
export function findHouseholds(households: readonly DeskHouseholdTexts[], query: string): DeskHouseholdTexts[] {
  const asked = normalise(query);
  if (asked === "") return [...households];
  const books = households.flatMap(({ passbooks }) => passbooks);
  const found = new Set<object>(matchPeople(asked, books));
  if (found.size === 0) for (const book of books) if (soundsLike(asked, [book.name, book.nickname])) found.add(book);
  return households.filter(
    ({ name, passbooks }) => (name !== null && normalise(name) === asked) || passbooks.some((book) => found.has(book)),
  );
}

function soundsLike(asked: string, names: readonly string[]): boolean {
  const rough = roughly(asked);
  return rough.length >= 2 && names.some((name) => roughly(normalise(name)).includes(rough));
}

const roughly = (text: string): string => text.replace(smallSigns, "").replaceAll(" ", "");
