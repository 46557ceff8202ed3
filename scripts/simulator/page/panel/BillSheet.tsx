import type { SendMethod } from "../data/types";
import { useWorld } from "../data/world";
import { costText, monthOfBill } from "../words/times";
import { useWords } from "../words/words";

const methods: readonly SendMethod[] = ["reply", "push", "multicast", "broadcast"];

/** What the month's messages come to: how many of how many, by way of sending, and on each of LINE's plans. */
export function BillSheet() {
  const { say, language } = useWords();
  const bill = useWorld(({ state }) => state?.bill);
  if (!bill) return null;
  const { quota, used } = bill;
  const limit = quota.type === "limited" ? quota.value : null;
  return (
    <>
      <h3>{say("bill.month", { month: monthOfBill(bill.month, language) })}</h3>
      <p class="figure">{say("bill.used", { used })}</p>
      <p class="quiet">
        {limit === null ? say("bill.unlimited") : say("bill.of", { limit: limit.toLocaleString("en") })}
      </p>
      {limit !== null && (
        <meter min={0} max={Math.max(1, limit)} value={used} aria-label={say("bill.used", { used })} />
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{say("bill.kind")}</th>
            <th scope="col">{say("bill.calls")}</th>
            <th scope="col">{say("bill.heads")}</th>
          </tr>
        </thead>
        <tbody>
          {methods.map((method) => (
            <tr key={method}>
              <th scope="row">{say(`bill.${method}`)}</th>
              <td>{bill.calls[method]}</td>
              <td>{method === "reply" ? "–" : bill.heads[method]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {bill.unreached > 0 && <p>{say("bill.unreached", { count: bill.unreached })}</p>}
      <h3>{say("bill.plans")}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("bill.plan")}</th>
            <th scope="col">{say("bill.cost")}</th>
          </tr>
        </thead>
        <tbody>
          {bill.plans.map(({ name, satang }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{satang === null ? say("bill.cannot") : costText(satang, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
