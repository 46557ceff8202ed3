import type { Group } from "../../src/domain/groups/group";
import type { RuleVersion } from "../../src/domain/rules/rule-book";
import { rulesRecord, versionKey } from "../../src/domain/rules/seal-version";
import { post } from "../../src/storage/journal";
import { lockHead } from "../../src/storage/ledger-heads";
import { addRuleVersion } from "../../src/storage/rule-books";
import { inTransaction } from "../../src/storage/tx";

/** Rules that two officers have decided on already. */
export function adoptRules(group: Group, version: RuleVersion): Promise<void> {
  return inTransaction(async (tx) => {
    const head = await lockHead(tx, group.id);
    await addRuleVersion(tx, group.id, version);
    await post(tx, head, {
      idempotencyKey: `rules.adopted:${versionKey(group.id, version.number)}`,
      kind: "rules.adopted",
      effectiveOn: head.day.on,
      postedAt: head.day.openedAt,
      actor: { personId: null, memberId: null, position: "setup" },
      source: "setup",
      postings: [],
      withReceipt: false,
      record: rulesRecord(version),
    });
  });
}
