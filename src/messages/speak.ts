import type { LocalDate, YearMonth } from "../domain/dates";
import type { LocalText } from "../domain/groups/group";
import type { Committee, Position } from "../domain/groups/offices";
import type { Satang } from "../domain/money";
import type { MemberName, OfficerName } from "../domain/people";
import {
  dateText,
  instantText,
  moneyDigits,
  moneyText,
  moneyWords,
  monthText,
  shortDateText,
  timeText,
} from "../i18n/format";
import { translator, type Language, type TextKey } from "../i18n/index";
import type { GroupName } from "./views";

/** The polite particle that a group chose; none where it chose none. */
export type Particle = "ค่ะ" | "ครับ" | "";

/** Who reads a message: her language, and the particle of her group. */
export interface Reader {
  language: Language;
  particle?: Particle;
  /** What she reads is of a practice, and its cards say so in their titles. */
  practice?: true;
}

/** Everything that turns values into one reader's words. */
export interface Speak {
  language: Language;
  /** The text of a key; `{{p}}` and `{{q}}` in it become the reader's particle of a statement and of a question. */
  t(key: TextKey, values?: object): string;
  money(amount: Satang): string;
  /** The sum in digits alone, for where "baht" stands once at the end. */
  digits(amount: Satang): string;
  words(amount: Satang): string;
  day(day: LocalDate): string;
  shortDay(day: LocalDate): string;
  month(month: YearMonth): string;
  /** The time of day of "HH:mm". */
  time(time: string): string;
  /** Day and time of an instant. */
  instant(at: Date): string;
  /** A text in the reader's language, or in Thai where there is no other. */
  local(text: LocalText): string;
  group(group: GroupName): string;
  /** "เหรัญญิก สมศรี ใจดี"; where no person made it, the word for that. */
  officer(officer: OfficerName | null): string;
  position(position: Position, committee: Committee): string;
  /** "012 สมศรี ใจดี (ศรี)". */
  member(member: MemberName): string;
  /** What villagers call her: the nickname, else the name. */
  nickname(member: MemberName): string;
}

const speakers = new Map<string, Speak>();

/** The words of a reader; one instance per language and particle. */
export function speak(reader: Reader): Speak {
  const { language, particle = "" } = reader;
  const key = `${language}${particle}`;
  const known = speakers.get(key);
  if (known) return known;
  const made = makeSpeak(language, language === "th" ? particle : "");
  speakers.set(key, made);
  return made;
}

function makeSpeak(language: Language, particle: Particle): Speak {
  const translate = translator(language);
  const particles = { p: particle, q: particle === "ค่ะ" ? "คะ" : particle };
  const t: Speak["t"] = (key, values) => translate(key, { ...particles, ...values });
  const position: Speak["position"] = (which, committee) => t(`positions.${committee}.${which}`);
  const local: Speak["local"] = (text) => (language === "en" ? (text.en ?? text.th) : text.th);
  return {
    language,
    t,
    money: (amount) => moneyText(amount, language),
    digits: moneyDigits,
    words: (amount) => moneyWords(amount, language),
    day: (day) => dateText(day, language),
    shortDay: (day) => shortDateText(day, language),
    month: (month) => monthText(month, language),
    time: (time) => timeText(time, language),
    instant: (at) => instantText(at, language),
    local,
    group: (group) => local(group.name),
    officer: (officer) =>
      officer
        ? t("common.officer", { position: position(officer.position, officer.committee), name: officer.name })
        : t("common.noOfficer"),
    position,
    member: ({ memberNo, name, nickname }) =>
      nickname ? t("common.memberNick", { memberNo, name, nickname }) : t("common.member", { memberNo, name }),
    nickname: ({ name, nickname }) => nickname || name,
  };
}
