import { normalise } from "./normalise";

/** A member as an officer may name her. */
export interface Nameable {
  memberNo: string;
  name: string;
  nickname?: string | undefined;
}

// Titles and words of address, longest first, so that นางสาว is not taken for นาง.
const titles = [
  ...["เด็กหญิง", "เด็กชาย", "นางสาว", "น.ส.", "นส.", "ด.ช.", "ด.ญ.", "นาย", "นาง", "คุณ", "mrs.", "mrs", "miss"],
  ...["mr.", "mr", "ms.", "ms", "โต๊ะ", "น้อง", "ป้า", "ลุง", "น้า", "พี่", "ยาย", "ปู่", "ย่า", "บัง", "ก๊ะ", "กะ", "ตา", "อา"],
];

/**
 * The members that the words may mean, by the best way in which any of them fits: the number (leading zeros or not),
 * else a whole nickname, first name or name, else the beginning of one. Titles and ป้า, ลุง, บัง count for nothing.
 */
export function matchPeople<Member extends Nameable>(query: string, candidates: readonly Member[]): Member[] {
  const asked = nameForm(query);
  if (asked === "") return [];
  const number = /^#?(\d+)$/.exec(asked)?.[1];
  if (number !== undefined) return candidates.filter(({ memberNo }) => sameNumber(memberNo, number));
  const byCode = candidates.filter(({ memberNo }) => nameForm(memberNo) === asked);
  if (byCode.length > 0) return byCode;
  const wanted = withoutTitle(asked);
  const named = candidates.map((member) => ({ member, names: namesOf(member) }));
  const whole = named.filter(({ names }) => names.some((name) => wanted.includes(name)));
  if (whole.length > 0) return whole.map(({ member }) => member);
  const beginnings = wanted.filter((part) => [...part].length >= 2);
  return named
    .filter(({ names }) => names.some((name) => beginnings.some((part) => name.startsWith(part))))
    .map(({ member }) => member);
}

function sameNumber(memberNo: string, digits: string): boolean {
  const plain = (text: string): string => text.replace(/^0+(?=\d)/, "");
  return plain(normalise(memberNo)) === plain(digits);
}

/** Every form under which a member is known: nickname, name, first name, each with and without its title. */
function namesOf({ name, nickname = "" }: Nameable): string[] {
  const forms = [nickname, name].map(nameForm).flatMap(withoutTitle);
  const first = forms.map((form) => form.split(" ")[0] ?? "");
  return [...new Set([...forms, ...first])].filter((form) => form !== "");
}

/** The name as it is, and without its title where what is left can be a name. */
function withoutTitle(name: string): string[] {
  const title = titles.find((word) => name.startsWith(word));
  const rest = title === undefined ? "" : name.slice(title.length).trim();
  return /^[\p{L}]/u.test(rest) && [...rest].length >= 2 ? [name, rest] : [name];
}

/** A name in one spelling of its look-alike letters. */
function nameForm(name: string): string {
  return normalise(name)
    .replaceAll("ฃ", "ข")
    .replaceAll("ฅ", "ค")
    .replaceAll("ฏ", "ฎ")
    .replace(/[()"'“”]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
