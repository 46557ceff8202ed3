import type { PaperKind } from "../../../src/domain/reports/papers";
import { localDateOf, monthOf } from "../../../src/domain/dates";
import { readPdf, readSheet } from "../../documents/read-back";
import type { People } from "./people";

/** A paper as it was read back: its PDF as lines of texts, page after page, and its sheet as rows. */
export interface ReadPaper {
  kind: PaperKind;
  at: string;
  pdf: string[][];
  sheet: Awaited<ReturnType<typeof readSheet>>;
}

/** Opens papers of the month as the treasurer's page does, in both forms, and reads them back. */
export async function readPapers({ groupId, treasurer }: People, port: number): Promise<ReadPaper[]> {
  const today = localDateOf(new Date());
  const month = monthOf(today);
  const wanted: [PaperKind, string][] = [
    ["trial-balance", today],
    ["cash-book", month],
    ["journal", month],
    ["register", "now"],
    ["day-report", today],
  ];
  const bytesOf = async (kind: PaperKind, at: string, format: string): Promise<Buffer> => {
    const address = `http://127.0.0.1:${port}/api/papers/${groupId}/${kind}/${at}/${format}`;
    const answer = await fetch(address, { headers: { authorization: `Bearer ${treasurer.idToken()}` } });
    if (!answer.ok) throw new Error(`${kind} as ${format}: ${answer.status} ${await answer.text()}`);
    return Buffer.from(await answer.arrayBuffer());
  };
  return Promise.all(
    wanted.map(async ([kind, at]) => {
      const pdf = (await readPdf(await bytesOf(kind, at, "pdf"))).flat();
      return { kind, at, pdf, sheet: await readSheet(await bytesOf(kind, at, "xlsx")) };
    }),
  );
}
