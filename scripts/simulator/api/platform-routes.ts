import { z } from "zod";
import { isOperation, type Operation } from "../endpoints/operations";
import { validateMessages } from "../limits/validate-messages";
import { chatView, stateView } from "./views";
import { get, nothing, param, route, type Context, type Route } from "./route";

const count = z.number().int().min(0);
const operation = z.string().refine(isOperation, "no operation of LINE's API") as unknown as z.ZodType<Operation>;

const settings = z
  .object({
    webhookUrl: z.union([z.url(), z.literal("")]),
    quota: z.union([z.object({ type: z.literal("limited"), value: count }), z.object({ type: z.literal("none") })]),
    redelivery: z.object({ enabled: z.boolean(), delaysMs: z.array(count).optional() }),
    replyTokenLifeMs: count,
    replyTokenMaxAgeMs: count,
    retryKeyLifeMs: count,
    webhookTimeoutMs: count,
    chatMode: z.enum(["chat", "bot"]),
    verified: z.boolean(),
    botName: z.string().min(1),
    rateLimits: z
      .record(z.string(), z.object({ burst: z.number().min(1), perMs: z.number().min(1) }))
      .refine((limits) => Object.keys(limits).every(isOperation), "no operation of LINE's API"),
    /** Held back by the courier before every webhook. */
    delayMs: count,
  })
  .partial();

const fault = z.object({
  operation,
  kind: z.enum([
    "error-before",
    "error-after",
    "hang-before",
    "hang-after",
    "reset-before",
    "reset-after",
    "slow",
    "rate-limit",
    "monthly-limit",
    "unauthorized",
    "bad-request",
  ]),
  times: z.number().int().min(1).default(1),
  containing: z.string().optional(),
  ms: count.optional(),
});

function after({ query }: Context): number {
  return Number(query.get("after") ?? 0);
}

/** An event id in the path; "last" is the newest. */
function eventId(context: Context): string {
  const id = param(context, "id");
  return id === "last" ? (context.simulator.courier.lastId() ?? id) : id;
}

function change({ simulator }: Context, input: z.infer<typeof settings>): unknown {
  const { delayMs, redelivery, ...plain } = input;
  if (delayMs !== undefined) simulator.courier.delayMs = delayMs;
  const told = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const delaysMs = redelivery?.delaysMs ?? simulator.settings.redelivery.delaysMs;
  simulator.set({ ...told, ...(redelivery ? { redelivery: { enabled: redelivery.enabled, delaysMs } } : {}) });
  return stateView(simulator)["settings"];
}

const watching: Route[] = [
  get("/simulator/state", ({ simulator }) => stateView(simulator)),
  get("/simulator/chats/{id}", (context) => chatView(context.simulator, param(context, "id"))),
  get("/simulator/calls", (context) => context.simulator.calls(after(context))),
  get("/simulator/webhooks", (context) => context.simulator.webhooks(after(context))),
  route("DELETE", "/simulator/traffic", nothing, ({ simulator }) => simulator.clearTraffic()),
  get("/simulator/contents/{id}", (context) => context.simulator.contentOf(param(context, "id"))),
  get("/simulator/rich-menus/{id}/image", (context) => {
    const { menus } = context.simulator.richMenus();
    return menus.find(({ id }) => id === param(context, "id"))?.image ?? null;
  }),
  get("/simulator/bill", ({ simulator }) => simulator.bill()),
];

const steering: Route[] = [
  route("PATCH", "/simulator/settings", settings, change),
  route("POST", "/simulator/webhooks/hold", nothing, ({ simulator }) => simulator.courier.hold()),
  route(
    "POST",
    "/simulator/webhooks/release",
    z.object({
      order: z.union([z.enum(["as-held", "reversed"]), z.array(z.string())]).default("as-held"),
      together: z.boolean().default(false),
    }),
    ({ simulator }, input) => simulator.courier.release(input),
  ),
  route("POST", "/simulator/webhooks/{id}/redeliver", nothing, (context) =>
    context.simulator.courier.redeliver(eventId(context)),
  ),
  route("POST", "/simulator/webhooks/{id}/duplicate", nothing, (context) =>
    context.simulator.courier.duplicate(eventId(context)),
  ),
  route(
    "POST",
    "/simulator/events",
    z.object({
      user: z.string(),
      group: z.string().optional(),
      type: z.string().min(1),
      own: z.record(z.string(), z.unknown()).default({}),
    }),
    ({ simulator }, { user, group, type, own }) => {
      const person = simulator.user(user);
      return (group === undefined ? person : simulator.group(group).as(person)).emit(type, own);
    },
  ),
  route("POST", "/simulator/faults", fault, ({ simulator }, { operation: name, containing, ms, ...order }) => {
    simulator.fail(name, {
      ...order,
      ...(containing === undefined ? {} : { containing }),
      ...(ms === undefined ? {} : { ms }),
    });
    return simulator.faults();
  }),
  route("DELETE", "/simulator/faults", nothing, ({ simulator }) => simulator.clearFaults()),
  route("POST", "/simulator/reply-tokens/expire", nothing, ({ simulator }) => simulator.expireReplyTokens()),
  route("POST", "/simulator/quota/elsewhere", z.object({ heads: count }), ({ simulator }, { heads }) => {
    simulator.useQuotaElsewhere(heads);
    return simulator.bill();
  }),
  route(
    "POST",
    "/simulator/clock",
    z.union([z.object({ byMs: count }), z.object({ to: z.iso.datetime({ offset: true }) })]),
    async ({ simulator }, input) => {
      const byMs = "byMs" in input ? input.byMs : new Date(input.to).getTime() - simulator.now().getTime();
      await simulator.moveClock(byMs);
      return { now: simulator.now().toISOString() };
    },
  ),
  route(
    "POST",
    "/simulator/validate",
    z.object({
      sendType: z.enum(["reply", "push", "multicast", "narrowcast", "broadcast"]).default("push"),
      messages: z.array(z.unknown()),
    }),
    (_context, { sendType, messages }) => ({ problems: validateMessages(sendType, messages) }),
  ),
];

/** LINE itself: what happened, what is set, what shall go wrong, what time it is. */
export const platformRoutes: readonly Route[] = [...watching, ...steering];
