import { z } from "zod";
import type { Phone } from "../people/phone";
import { groupView, personView } from "./views";
import { nothing, param, route, type Context, type Route } from "./route";

const profile = {
  language: z.string(),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i),
  pictureUrl: z.url(),
  statusMessage: z.string(),
  friend: z.boolean(),
  blocked: z.boolean(),
  consents: z.boolean(),
};
const newUser = z.object({ name: z.string().min(1), id: z.string().optional(), ...z.object(profile).partial().shape });
const userChange = z.object({ name: z.string().min(1), ...profile }).partial();
const inGroup = { group: z.string().optional() };
const action = z.record(z.string(), z.unknown());
const mentions = z.object({ bot: z.boolean(), all: z.boolean(), users: z.array(z.string()) }).partial();

const sent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("image"), base64: z.union([z.string(), z.array(z.string()).min(1)]), ...inGroup }),
  z.object({ kind: z.literal("shared-image"), url: z.url(), ...inGroup }),
  z.object({
    kind: z.enum(["video", "audio"]),
    base64: z.string(),
    durationMs: z.number().optional(),
    polls: z.number().optional(),
    ...inGroup,
  }),
  z.object({ kind: z.literal("file"), name: z.string(), base64: z.string(), ...inGroup }),
  z.object({
    kind: z.literal("sticker"),
    packageId: z.string().optional(),
    stickerId: z.string().optional(),
    ...inGroup,
  }),
  z.object({
    kind: z.literal("location"),
    title: z.string().optional(),
    address: z.string().optional(),
    latitude: z.number(),
    longitude: z.number(),
    ...inGroup,
  }),
]);

/** The person in the path, in the group of the body or in the one-to-one chat. */
function phoneOf(context: Context, { group }: { group?: string | undefined }): Phone {
  const person = context.simulator.user(param(context, "id"));
  return group === undefined ? person : context.simulator.group(group).as(person);
}

function bytesOf(base64: string): Buffer {
  return Buffer.from(base64.replace(/^data:[^,]*,/, ""), "base64");
}

/** zod's optional keys may be undefined, ours may only be left out; the cast says no more than the filter does. */
function told<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;
}

async function send(context: Context, input: z.infer<typeof sent>): Promise<unknown> {
  const phone = phoneOf(context, input);
  switch (input.kind) {
    case "image": {
      const images = typeof input.base64 === "string" ? [input.base64] : input.base64;
      return phone.sendsImages(images.map(bytesOf));
    }
    case "shared-image":
      return phone.sharesImage(input.url);
    case "file":
      return phone.sendsFile(input.name, bytesOf(input.base64));
    case "sticker":
      return phone.sendsSticker(input.packageId, input.stickerId);
    case "location": {
      const { kind: _kind, group: _group, ...place } = input;
      return phone.sendsLocation(told(place));
    }
    default:
      return phone.sendsRecording(
        input.kind,
        bytesOf(input.base64),
        told({ durationMs: input.durationMs, polls: input.polls }),
      );
  }
}

const users: Route[] = [
  route("POST", "/simulator/users", newUser, ({ simulator }, input) => personView(simulator.addUser(told(input)))),
  route("PATCH", "/simulator/users/{id}", userChange, (context, input) => {
    const person = context.simulator.user(param(context, "id"));
    person.changes(told(input));
    return personView(person);
  }),
  route("POST", "/simulator/users/{id}/follow", nothing, (context) =>
    context.simulator.user(param(context, "id")).follows(),
  ),
  route("POST", "/simulator/users/{id}/block", nothing, (context) =>
    context.simulator.user(param(context, "id")).blocks(),
  ),
  route(
    "POST",
    "/simulator/users/{id}/id-token",
    z.object({ audience: z.string(), nonce: z.string(), expiresIn: z.number(), issuer: z.string() }).partial(),
    (context, input) => ({ idToken: context.simulator.user(param(context, "id")).idToken(told(input)) }),
  ),
];

const speaking: Route[] = [
  route(
    "POST",
    "/simulator/users/{id}/say",
    z.object({ text: z.string().min(1), quote: z.string().optional(), mentions: mentions.optional(), ...inGroup }),
    (context, input) => {
      const saying = told({ quote: input.quote, mentions: input.mentions && told(input.mentions) });
      return phoneOf(context, input).says(input.text, saying);
    },
  ),
  route("POST", "/simulator/users/{id}/send", sent, send),
  route("POST", "/simulator/users/{id}/unsend", z.object({ messageId: z.string(), ...inGroup }), (context, input) =>
    phoneOf(context, input).unsends(input.messageId),
  ),
  route(
    "POST",
    "/simulator/users/{id}/edit",
    z.object({ messageId: z.string(), text: z.string().min(1), group: z.string() }),
    (context, input) => phoneOf(context, input).edits(input.messageId, input.text),
  ),
];

const tapping: Route[] = [
  route(
    "POST",
    "/simulator/users/{id}/tap",
    z.object({
      data: z.string(),
      displayText: z.string().optional(),
      params: z.record(z.string(), z.string()).optional(),
      anonymous: z.boolean().optional(),
      ...inGroup,
    }),
    (context, { data, group, ...tap }) => phoneOf(context, { group }).taps(data, told(tap)),
  ),
  route(
    "POST",
    "/simulator/users/{id}/tap-button",
    z.object({ label: z.string(), pick: z.string().optional(), ...inGroup }),
    (context, input) => phoneOf(context, input).tapsButton(input.label, input.pick),
  ),
  route(
    "POST",
    "/simulator/users/{id}/tap-menu",
    z.object({ area: z.union([z.number().int(), z.string()]), pick: z.string().optional() }),
    (context, input) => context.simulator.user(param(context, "id")).tapsMenu(input.area, input.pick),
  ),
  route(
    "POST",
    "/simulator/users/{id}/perform",
    z.object({ action, pick: z.string().optional(), ...inGroup }),
    (context, input) => phoneOf(context, input).performs(input.action, input.pick),
  ),
];

const groups: Route[] = [
  route(
    "POST",
    "/simulator/groups",
    z.object({ name: z.string().min(1), members: z.array(z.string()), id: z.string().optional() }),
    ({ simulator }, input) => groupView(simulator.addGroup(told(input))),
  ),
  route("POST", "/simulator/groups/{id}/bot", z.object({ present: z.boolean() }), (context, { present }) => {
    const group = context.simulator.group(param(context, "id"));
    return present ? group.invitesBot() : group.removesBot();
  }),
  route(
    "POST",
    "/simulator/groups/{id}/members",
    z.object({ add: z.array(z.string()).default([]), remove: z.array(z.string()).default([]) }),
    async (context, { add, remove }) => {
      const group = context.simulator.group(param(context, "id"));
      const outcomes = [];
      if (add.length > 0) outcomes.push(await group.addsMembers(...add));
      if (remove.length > 0) outcomes.push(await group.removesMembers(...remove));
      return outcomes;
    },
  ),
];

/** People and groups: who they are, what they say, send and tap. */
export const peopleRoutes: readonly Route[] = [...users, ...speaking, ...tapping, ...groups];
