import badge from "../../flex-messages/components/badge.json";
import big from "../../flex-messages/components/big.json";
import change from "../../flex-messages/components/change.json";
import figure from "../../flex-messages/components/figure.json";
import frame from "../../flex-messages/components/frame.json";
import labelled from "../../flex-messages/components/labelled.json";
import line from "../../flex-messages/components/line.json";
import nameRow from "../../flex-messages/components/name-row.json";
import note from "../../flex-messages/components/note.json";
import paragraph from "../../flex-messages/components/paragraph.json";
import practiceFrame from "../../flex-messages/components/practice-frame.json";
import receiptBlock from "../../flex-messages/components/receipt-block.json";
import row from "../../flex-messages/components/row.json";
import rows from "../../flex-messages/components/rows.json";
import totalRow from "../../flex-messages/components/total-row.json";

/** The parts that cards share, by the name that `$use` gives. */
export const components = {
  badge,
  big,
  change,
  figure,
  frame,
  labelled,
  line,
  "name-row": nameRow,
  note,
  paragraph,
  "receipt-block": receiptBlock,
  row,
  rows,
  "total-row": totalRow,
} as const;

/** The parts of cards of a practice: their titles say that nothing is recorded. */
export const practiceComponents = { ...components, frame: practiceFrame } as const;
