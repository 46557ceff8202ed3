import type { GroupId } from "../../domain/ids";
import type { JournalEntry } from "../../domain/ledger/chain";
import type { RuleVersion } from "../../domain/rules/rule-book";
import { isSame, rulesRecord } from "../../domain/rules/seal-version";
import { findRuleVersions } from "../../storage/rule-books";
import type { Tx } from "../../storage/tx";

/** Every stored version of a group's rules is one that its chain knows, word for word, and the other way round. */
export async function checkRuleBook(
  tx: Tx,
  groupId: GroupId,
  adopted: readonly JournalEntry[],
  report: (entry: number | null, problem: string) => void,
): Promise<void> {
  const versions = await findRuleVersions(tx, groupId);
  for (const { seq, record } of adopted) {
    const version = versions.find(({ number }) => number === record?.["version"]);
    if (!version) report(seq, `version ${String(record?.["version"])} of the rules is missing`);
    else if (!isSame(recordOf(version), record))
      report(seq, `version ${version.number} of the rules is not what was decided`);
  }
  for (const { number } of versions) {
    const known = adopted.filter(({ record }) => record?.["version"] === number);
    if (known.length !== 1) report(null, `version ${number} of the rules stands ${known.length} times in the chain`);
  }
}

function recordOf(version: RuleVersion): unknown {
  try {
    return rulesRecord(version);
  } catch {
    return null; // What was changed is no version any more, a text where a clause stood.
  }
}
