import { useState } from "preact/hooks";
import type { DeskHouseholdTexts, DeskPassbookTexts, DeskTexts } from "../../../../messages/desk-page";
import type { LineRow } from "../data/lines";
import { fieldKey, fieldsOf, fieldText, sumsOf, type Field } from "../data/sums";
import { typed, type PadKey } from "./typing";

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What an officer types of a household. */
export interface Sums {
  book: DeskPassbookTexts;
  fields: Field[];
  /** The key of the field that the pad writes into. */
  field: string;
  texts: Readonly<Record<string, string>>;
  /** A row for each passbook that hands something over; null where a sum cannot be read. */
  rows: LineRow[] | null;
  /** The row of a passbook. */
  rowOf(book: DeskPassbookTexts): LineRow | null;
  chooseBook(memberNo: string): void;
  chooseField(key: string): void;
  write(text: string): void;
  press(key: PadKey): void;
}

/** Keeps what is typed of a household, beginning with these rows. */
export function useSums(desk: DeskTexts, house: DeskHouseholdTexts, rows: readonly LineRow[]): Sums {
  const [texts, setTexts] = useState<Texts>(() => textsOf(rows));
  const [first] = house.passbooks;
  if (!first) throw new Error("a household has a passbook");
  const [memberNo, setMemberNo] = useState(rows[0]?.memberNo ?? first.memberNo);
  const book = house.passbooks.find((one) => one.memberNo === memberNo) ?? first;
  const fields = fieldsOf(desk, book);
  const [chosen, setChosen] = useState("");
  const [isFresh, setIsFresh] = useState(true);
  const field = fields.find(({ key }) => key === chosen)?.key ?? fields[0]?.key ?? "";
  const own = texts[book.memberNo] ?? {};

  const write = (text: string): void => {
    setTexts({ ...texts, [book.memberNo]: { ...own, [field]: text } });
    setIsFresh(false);
  };
  const rowOf = (one: DeskPassbookTexts): LineRow | null => {
    const split = sumsOf(fieldsOf(desk, one), texts[one.memberNo] ?? {});
    return split && { memberNo: one.memberNo, split, seen: one.entries.length };
  };
  const all = house.passbooks.map(rowOf);
  return {
    book,
    fields,
    field,
    texts: own,
    rows: all.every((row) => row !== null) ? all.filter(({ split }) => split.length > 0) : null,
    rowOf,
    chooseBook: (no) => {
      setMemberNo(no);
      setChosen("");
      setIsFresh(true);
    },
    chooseField: (key) => {
      if (key === field) return;
      setChosen(key);
      setIsFresh(true);
    },
    write,
    press: (key) => write(typed(own[field] ?? "", key, isFresh)),
  };
}

function textsOf(rows: readonly LineRow[]): Texts {
  return Object.fromEntries(
    rows.map(({ memberNo, split }) => [
      memberNo,
      Object.fromEntries(split.map((part) => [fieldKey(part), fieldText(part.amount)])),
    ]),
  );
}
